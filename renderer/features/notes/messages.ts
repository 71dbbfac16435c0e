import { defineMessages } from '../../../shared/core/messages.ts';

/** Words of the notes at a record. */
export const noteMessages = defineMessages(
  {
    'note.title': '跟进记录',
    'note.placeholder': '写一条跟进记录…',
    'note.hint': '输入 @ 提及成果、企业、需求或交易；Ctrl Enter 保存',
    'note.text': '跟进内容',
    'note.empty': '没有跟进记录',
    'note.pin': '置顶“{{text}}”',
    'note.unpin': '取消置顶“{{text}}”',
    'note.edit': '修改“{{text}}”',
    'note.delete': '删除“{{text}}”',
    'note.pinned': '置顶',
    'note.removed': '已删除跟进记录，可以撤销',
    'note.mention': '提及',
    'note.noMention': '没有叫这个名字的记录',
    'note.gone': '这条记录已不存在',
  },
  {
    'note.title': 'Notes',
    'note.placeholder': 'Write a note…',
    'note.hint': 'Type @ to mention an achievement, enterprise, need or deal; Ctrl Enter saves',
    'note.text': 'Text of the note',
    'note.empty': 'No notes',
    'note.pin': 'Pin “{{text}}”',
    'note.unpin': 'Unpin “{{text}}”',
    'note.edit': 'Edit “{{text}}”',
    'note.delete': 'Delete “{{text}}”',
    'note.pinned': 'Pinned',
    'note.removed': 'Note deleted; it can be undone',
    'note.mention': 'Mention',
    'note.noMention': 'No record of that name',
    'note.gone': 'This record is gone',
  },
);
