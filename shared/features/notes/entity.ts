import { defineEntity, type RecordOf } from '../../entities/entity.ts';

/**
 * What was said or done about a record (跟进记录): calls, visits, decisions. Its text is plain, so
 * that search, trash and history show it as it is; a mention of a record stands in it as `@title`.
 */
export const note = defineEntity({
  name: 'note',
  label: { zh: '跟进记录', en: 'Note' },
  plural: { zh: '跟进记录', en: 'Notes' },
  title: 'text',
  partOf: { kindField: 'ownerKind', field: 'ownerId' },
  sections: { note: { zh: '跟进记录', en: 'Note' } },
  fields: {
    text: {
      kind: 'note',
      label: { zh: '内容', en: 'Text' },
      required: true,
      section: 'note',
      searched: true,
    },
    /** The day that it tells of, where that is not the day of writing. */
    happenedOn: { kind: 'date', label: { zh: '日期', en: 'Date' }, section: 'note' },
    /** Since when it stands above the others. */
    pinnedOn: { kind: 'date', label: { zh: '置顶', en: 'Pinned' } },
    /** Which records the `@title`s of the text mean, in their order: see `mentionToText`. */
    mentions: { kind: 'list', label: { zh: '提及', en: 'Mentions' }, hidden: true },
    ownerKind: {
      kind: 'text',
      label: { zh: '所属类别', en: 'Kind of its record' },
      required: true,
      max: 80,
    },
    ownerId: { kind: 'text', label: { zh: '所属记录', en: 'Its record' }, required: true, max: 80 },
  },
});
export type Note = RecordOf<typeof note>;
