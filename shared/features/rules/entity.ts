import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import { ruleRegions } from '../../rules/index.ts';

/**
 * What a user says of one row of a table of rules (规则行): that it was compared with its text, that
 * it reads otherwise, that it holds no more, or a row of their own.
 */
export const ruleRow = defineEntity({
  name: 'ruleRow',
  label: { zh: '规则', en: 'Rule' },
  plural: { zh: '规则', en: 'Rules' },
  title: 'name',
  sections: { rule: { zh: '规则', en: 'Rule' }, basis: { zh: '依据', en: 'Basis' } },
  fields: {
    /** Table and case, as they were called when it was written. */
    name: { kind: 'text', label: { zh: '规则', en: 'Rule' }, required: true, max: 200 },
    table: { kind: 'text', label: { zh: '规则表', en: 'Table' }, required: true, max: 80 },
    /** Of a row that comes with the app; none of the user's own. */
    rowKey: { kind: 'text', label: { zh: '内置规则', en: 'Built-in rule' }, max: 80 },
    change: {
      kind: 'choice',
      options: {
        confirmed: { zh: '已核对', en: 'Confirmed' },
        changed: { zh: '已修改', en: 'Changed' },
        added: { zh: '自行增加', en: 'Added' },
        removed: { zh: '不再使用', en: 'Not used' },
      },
      label: { zh: '状态', en: 'State' },
      required: true,
    },
    /** The figures in words, for history and trash; `values` is what is read. */
    figure: { kind: 'text', label: { zh: '内容', en: 'Figures' }, max: 400 },
    /** The figures by field, as one JSON text: which there are is the table's matter. */
    values: {
      kind: 'note',
      label: { zh: '数值', en: 'Values' },
      required: true,
      hidden: true,
      max: 4_000,
    },
    region: {
      kind: 'choice',
      options: ruleRegions,
      label: { zh: '地区', en: 'Region' },
      required: true,
      section: 'basis',
    },
    validFrom: {
      kind: 'date',
      label: { zh: '施行日期', en: 'In force from' },
      required: true,
      section: 'basis',
    },
    validTo: {
      kind: 'date',
      label: { zh: '最后一天', en: 'Last day' },
      help: { zh: '仍在施行则留空', en: 'Blank while in force' },
      section: 'basis',
    },
    source: {
      kind: 'text',
      label: { zh: '依据', en: 'Source' },
      help: { zh: '文件名称、文号和条款', en: 'Document, number and article' },
      required: true,
      section: 'basis',
      max: 300,
    },
    confidence: {
      kind: 'choice',
      options: {
        sure: { zh: '已核实', en: 'Checked', tone: 'good' },
        check: { zh: '待核对', en: 'To be checked', tone: 'caution' },
        example: { zh: '示例', en: 'Example', tone: 'notice' },
      },
      label: { zh: '可靠程度', en: 'Reliability' },
      required: true,
      section: 'basis',
    },
    note: { kind: 'note', label: { zh: '备注', en: 'Note' }, section: 'basis', max: 2_000 },
    confirmedOn: { kind: 'date', label: { zh: '核对日期', en: 'Confirmed on' } },
    confirmedBy: {
      kind: 'text',
      label: { zh: '核对人', en: 'Confirmed by' },
      personal: true,
      max: 80,
    },
  },
});
export type RuleRecord = RecordOf<typeof ruleRow>;
