import { defineMessages } from '../../../shared/core/messages.ts';

/** Words of the stars on records. */
export const starMessages = defineMessages(
  {
    'star.group': '星标',
    'star.on': '加星标',
    'star.off': '取消星标',
    'star.has': '有星标',
    'label.star': '给“{{title}}”加星标',
    'label.unstar': '取消“{{title}}”的星标',
    'label.starMany': '给 {{count}} 条记录加星标',
    'label.unstarMany': '取消 {{count}} 条记录的星标',
  },
  {
    'star.group': 'Starred',
    'star.on': 'Star',
    'star.off': 'Take the star off',
    'star.has': 'Starred',
    'label.star': 'Star “{{title}}”',
    'label.unstar': 'Take the star off “{{title}}”',
    'label.starMany': 'Star {{count}} records',
    'label.unstarMany': 'Take the stars off {{count}} records',
  },
);
