import { defineEntity, type RecordOf } from '../../entities/entity.ts';

/** A field of the user's own (自定义字段) for one kind of record. Its type never changes. */
export const customField = defineEntity({
  name: 'customField',
  label: { zh: '自定义字段', en: 'Custom field' },
  plural: { zh: '自定义字段', en: 'Custom fields' },
  title: 'label',
  sections: { field: { zh: '字段', en: 'Field' } },
  fields: {
    /** The kind of record that has it. */
    recordKind: {
      kind: 'text',
      label: { zh: '记录类别', en: 'Kind of record' },
      required: true,
      max: 80,
    },
    /** The user writes it in one language, and reads it in both. */
    label: {
      kind: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      section: 'field',
      max: 40,
    },
    type: {
      kind: 'choice',
      options: {
        text: { zh: '文字', en: 'Text' },
        note: { zh: '多行文字', en: 'Long text' },
        number: { zh: '数字', en: 'Number' },
        amount: { zh: '金额', en: 'Amount' },
        date: { zh: '日期', en: 'Date' },
        choice: { zh: '单选', en: 'Choice' },
        choices: { zh: '多选', en: 'Several choices' },
        yesNo: { zh: '是/否', en: 'Yes or no' },
        link: { zh: '关联记录', en: 'Link to a record' },
      },
      label: { zh: '类型', en: 'Type' },
      required: true,
      section: 'field',
    },
    /** Of a number, for people: 吨, MW. */
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, section: 'field', max: 12 },
    /** Of a link, the kind of record that it leads to. */
    target: { kind: 'text', label: { zh: '关联类别', en: 'Linked kind' }, max: 80 },
    inList: {
      kind: 'choice',
      options: { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
      label: { zh: '列表中显示', en: 'Shown in the list' },
      section: 'field',
    },
    position: {
      kind: 'integer',
      min: 0,
      max: 100_000,
      label: { zh: '次序', en: 'Position' },
      required: true,
    },
    /** Since when it is not offered any more; what records hold in it stays. */
    archivedOn: { kind: 'date', label: { zh: '停用日期', en: 'Archived on' } },
  },
});
export type CustomField = RecordOf<typeof customField>;

/**
 * What can be chosen in a field of choices. Records hold its id, so that a new name changes none of
 * them; it is archived, and never deleted alone.
 */
export const customChoice = defineEntity({
  name: 'customChoice',
  label: { zh: '选项', en: 'Choice' },
  plural: { zh: '选项', en: 'Choices' },
  title: 'label',
  partOf: { entity: 'customField', field: 'fieldId' },
  sections: { choice: { zh: '选项', en: 'Choice' } },
  fields: {
    fieldId: {
      kind: 'ref',
      entity: 'customField',
      label: { zh: '所属字段', en: 'Its field' },
      required: true,
    },
    label: {
      kind: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      section: 'choice',
      max: 40,
    },
    position: {
      kind: 'integer',
      min: 0,
      max: 100_000,
      label: { zh: '次序', en: 'Position' },
      required: true,
    },
    archivedOn: { kind: 'date', label: { zh: '停用日期', en: 'Archived on' } },
  },
});
export type CustomChoice = RecordOf<typeof customChoice>;
