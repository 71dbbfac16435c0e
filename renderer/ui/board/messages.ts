import { defineMessages } from '../../../shared/core/messages.ts';

/** Words of boards. */
export const boardMessages = defineMessages(
  {
    'board.by': '按{{field}}',
    'board.byHint': '看板各列按哪一项分',
    'board.help': '方向键在卡片间移动，Alt 加左右键移到相邻的列，Enter 打开。',
    'board.column': '{{column}}，{{count}} 项',
    'board.columnOver': '{{column}}，{{count}} 项，超过上限 {{most}}',
    'board.dropHere': '拖到这里',
    'board.none': '暂无',
    'board.moveTo': '移到…',
    'board.open': '打开',
    'board.moved': '“{{title}}”已移到{{column}}',
    'board.movedAway': '“{{title}}”已移到{{column}}，不再符合筛选条件',
    'board.sum': '{{field}} {{amount}}',
    'board.limit': '“{{column}}”的数量上限…',
    'board.limitMost': '最多几项',
    'board.limitHint': '只作提醒，超出时标红；随视图保存。',
    'board.limitNone': '不设上限',
  },
  {
    'board.by': 'By {{field}}',
    'board.byHint': 'What the columns of the board stand for',
    'board.help':
      'Arrow keys move between cards, Alt with left or right moves a card to the next column, Enter opens it.',
    'board.column': '{{column}}, {{count}} records',
    'board.column_one': '{{column}}, 1 record',
    'board.columnOver': '{{column}}, {{count}} records, over the limit of {{most}}',
    'board.dropHere': 'Drop here',
    'board.none': 'None',
    'board.moveTo': 'Move to…',
    'board.open': 'Open',
    'board.moved': '“{{title}}” moved to {{column}}',
    'board.movedAway': '“{{title}}” moved to {{column}}, and out of what is filtered',
    'board.sum': '{{field}} {{amount}}',
    'board.limit': 'Limit of “{{column}}”…',
    'board.limitMost': 'At most',
    'board.limitHint': 'Only a reminder: shown in red when exceeded. Kept with the view.',
    'board.limitNone': 'No limit',
  },
);
