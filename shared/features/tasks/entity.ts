import { defineEntity, type RecordOf } from '../../entities/entity.ts';

/** Something to be done (待办), about a record of any kind or about none. */
export const task = defineEntity({
  name: 'task',
  label: { zh: '待办', en: 'Task' },
  plural: { zh: '待办', en: 'Tasks' },
  title: 'title',
  partOf: { kindField: 'ownerKind', field: 'ownerId' },
  sections: { task: { zh: '待办', en: 'Task' } },
  fields: {
    title: {
      kind: 'text',
      label: { zh: '要做什么', en: 'What to do' },
      required: true,
      section: 'task',
      searched: true,
      max: 300,
    },
    dueOn: { kind: 'date', label: { zh: '截止日期', en: 'Due on' }, section: 'task' },
    remindOn: {
      kind: 'date',
      label: { zh: '提醒日期', en: 'Remind on' },
      help: { zh: '从这天起列入今日', en: 'Shown on Today from then on' },
      section: 'task',
    },
    priority: {
      kind: 'choice',
      options: {
        high: { zh: '重要', en: 'Important', tone: 'caution' },
        low: { zh: '不急', en: 'No hurry' },
      },
      label: { zh: '轻重', en: 'Priority' },
      section: 'task',
    },
    note: {
      kind: 'note',
      label: { zh: '说明', en: 'Details' },
      section: 'task',
      searched: true,
      max: 2_000,
    },
    doneOn: { kind: 'date', label: { zh: '完成日期', en: 'Done on' } },
    ownerKind: { kind: 'text', label: { zh: '所属类别', en: 'Kind of its record' }, max: 80 },
    ownerId: { kind: 'text', label: { zh: '所属记录', en: 'Its record' }, max: 80 },
  },
});
export type Task = RecordOf<typeof task>;
