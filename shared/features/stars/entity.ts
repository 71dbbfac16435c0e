import { defineEntity, type RecordOf } from '../../entities/entity.ts';

/**
 * That a record is starred (星标). It stays when the star is taken off, with its day blank: a star
 * is no record that anybody looks for in the trash.
 */
export const star = defineEntity({
  name: 'star',
  label: { zh: '星标', en: 'Star' },
  plural: { zh: '星标', en: 'Stars' },
  title: 'title',
  partOf: { kindField: 'ownerKind', field: 'ownerId' },
  sections: {},
  fields: {
    /** What the record was called then: for the history alone. */
    title: { kind: 'text', label: { zh: '记录名称', en: 'Its title' }, required: true, max: 500 },
    starredOn: { kind: 'date', label: { zh: '星标日期', en: 'Starred on' } },
    ownerKind: {
      kind: 'text',
      label: { zh: '所属类别', en: 'Kind of its record' },
      required: true,
      max: 80,
    },
    ownerId: { kind: 'text', label: { zh: '所属记录', en: 'Its record' }, required: true, max: 80 },
  },
});
export type Star = RecordOf<typeof star>;
