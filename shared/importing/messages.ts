import type { Language } from '../core/language.ts';
import { defineMessages, type Translate } from '../core/messages.ts';
import { fieldOf } from '../entities/entity.ts';
import { formatField } from '../entities/kinds.ts';
import { problemText } from '../entities/messages.ts';
import { entitiesOf, fieldAt, type Subject, type Target } from './headers.ts';
import type { RowView } from './reading.ts';
import type { CellNote, CellProblem } from './rows.ts';

/** Words about what a sheet's rows and columns mean. The screen's own words are with the screen. */
export const importMessages = defineMessages(
  {
    'import.state.ready': '可写入',
    'import.state.problem': '有问题',
    'import.state.repeated': '表内重复',
    'import.state.known': '已在库中',
    'import.state.skipped': '非数据行',
    'import.role.total': '合计行',
    'import.role.signature': '签章行',
    'import.role.note': '说明行',
    'import.role.group': '分组标题',
    'import.role.header': '重复的表头',
    'import.ignored.serialNumber': '序号，不导入',
    'import.ignored.blank': '空列',
    'import.ignored.noField': '没有对应的字段',
    'import.ignored.fieldTaken': '字段已由另一列填写',
    'import.ignored.partIncomplete': '缺少联系人姓名等必填列',
    'import.ignored.reason': '上次导入写下的原因',
    'import.ignored.chosen': '不导入',
    'import.at': '{{field}}：{{what}}',
    'import.noColumn': '{{field}}：没有哪一列填写它。请在表头处为它指定一列。',
    'import.repeats': '与第 {{row}} 行是同一项。',
    'import.known': '库中已有同一项。',
    'import.note.fullWidth': '全角已读作半角',
    'import.note.upperCase': '小写已读作大写',
    'import.note.readAs': '读作 {{value}}',
    'import.note.severalValues': '一格多项，读出 {{count}} 项',
    'import.note.meansBlank': '按空白读入',
    'import.note.newRecord': '“{{name}}”不在库中，导入时一并新建',
    'import.note.rounded': '数值精确到分以下，四舍五入为 {{value}}',
    'import.rejected.title': '未导入的行',
    'import.rejected.help': '改好后可直接再导入本表；最后两列不会被读入。',
    'import.rejected.file': '{{file}} 未导入的行',
    'import.unit.yuan': '元',
    'import.unit.wanyuan': '万元',
  },
  {
    'import.state.ready': 'Ready',
    'import.state.problem': 'Problems',
    'import.state.repeated': 'Repeated',
    'import.state.known': 'On the desk',
    'import.state.skipped': 'Not data',
    'import.role.total': 'Totals',
    'import.role.signature': 'Signatures',
    'import.role.note': 'Note',
    'import.role.group': 'Group heading',
    'import.role.header': 'Header again',
    'import.ignored.serialNumber': 'Serial number, left out',
    'import.ignored.blank': 'Empty column',
    'import.ignored.noField': 'No such field',
    'import.ignored.fieldTaken': 'Another column fills the field',
    'import.ignored.partIncomplete': 'A required column, such as the contact’s name, is missing',
    'import.ignored.reason': 'Reasons of an earlier import',
    'import.ignored.chosen': 'Left out',
    'import.at': '{{field}}: {{what}}',
    'import.noColumn': '{{field}}: no column fills it. Choose one in the header.',
    'import.repeats': 'The same as row {{row}}.',
    'import.known': 'Already on the desk.',
    'import.note.fullWidth': 'Full-width characters read as half-width',
    'import.note.upperCase': 'Lower case read as upper case',
    'import.note.readAs': 'Read as {{value}}',
    'import.note.severalValues': 'Several values in one cell: {{count}}',
    'import.note.meansBlank': 'Read as blank',
    'import.note.newRecord': '“{{name}}” is not on the desk and is made along with the row',
    'import.note.rounded': 'Finer than a fen, rounded to {{value}}',
    'import.rejected.title': 'Rows not imported',
    'import.rejected.help':
      'Mend them and import this sheet again; its last two columns are not read.',
    'import.rejected.file': '{{file}} rows not imported',
    'import.unit.yuan': 'yuan',
    'import.unit.wanyuan': '10,000 yuan',
  },
);

/** What a target is called; a part's field is called with the part: 联系人 · 电话. */
export function targetText(subject: Subject, target: Target, language: Language): string {
  const entity = entitiesOf(subject).find(({ name }) => name === target.entity);
  const field = entity && fieldOf(entity, target.field);
  if (!entity || !field) return target.field;
  const own = field.label[language];
  return entity === subject.entity ? own : `${entity.label[language]} · ${own}`;
}

/** A problem in words, with the field that it is about. */
export function cellProblemText(
  problem: CellProblem,
  subject: Subject,
  language: Language,
  t: Translate,
): string {
  const field = targetText(subject, problem, language);
  return problem.column === null
    ? t('import.noColumn', { field })
    : t('import.at', { field, what: problemText(problem.problem, t) });
}

/** A remark on a cell in words. */
export function noteText(
  { note, ...target }: CellNote,
  subject: Subject,
  language: Language,
  t: Translate,
): string {
  const field = fieldAt(subject, target);
  const value = 'value' in note && field ? formatField(field, note.value, language) : '';
  return t(`import.note.${note.type}`, {
    value,
    count: 'count' in note ? note.count : 0,
    name: 'name' in note ? note.name : '',
  });
}

/** Everything that keeps a row out, in words. Rows are numbered as spreadsheets number them, from 1. */
export function whyLeftOut(
  { reading, repeats, state }: RowView,
  subject: Subject,
  language: Language,
  t: Translate,
): readonly string[] {
  if (state === 'repeated' && repeats !== null) return [t('import.repeats', { row: repeats + 1 })];
  if (state === 'known') return [t('import.known')];
  return reading.problems.map((problem) => cellProblemText(problem, subject, language, t));
}
