import { describe, expect, it } from 'vitest';
import { marksStateSecret } from '../../../shared/core/state-secrets.ts';
import { planPaste } from '../../../shared/entities/cells.ts';
import { parseField } from '../../../shared/entities/kinds.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import {
  type Cells,
  createReading,
  headerAt,
  planReading,
  proposeColumns,
  rejectedTable,
} from '../../../shared/importing/index.ts';
import { deskOf, stored, subjectNamed, wordsIn } from '../importing/sheets.ts';

const secret = { ok: false, error: { type: 'stateSecret' } };

describe('a mark of a state secret', () => {
  it.each(['绝密', ' 机密 ', '秘密级', '绝密★30年', '文件 机密★20年', '秘密 ☆', '密级：机密'])(
    'is seen: %s',
    (text) => expect(marksStateSecret(text)).toBe(true),
  );

  it.each([
    '商业秘密',
    '技术秘密',
    '商业秘密★3年',
    '保密',
    '精密仪器',
    '机密性与完整性',
    '密级：内部',
    '',
  ])('is not seen in %s', (text) => expect(marksStateSecret(text)).toBe(false));

  it('is refused by every field of a form or a cell', () => {
    const { secrecy, title, summary, keywords } = achievement.fields;
    expect(parseField(secrecy, '机密')).toEqual(secret);
    expect(parseField(title, '某型装备（绝密★30年）')).toEqual(secret);
    expect(parseField(summary, '第一行\n密级: 秘密')).toEqual(secret);
    expect(parseField(keywords, '秘密★5年；涂层')).toEqual(secret);
    expect(parseField(secrecy, '商业秘密')).toEqual({ ok: true, value: 'tradeSecret' });
  });

  it('is refused by a paste, which keeps the other cells', () => {
    const record = stored({ title: '甲' }, 'a');
    const texts = [['乙', '绝密']];
    const plan = planPaste(achievement, ['title', 'secrecy'], [record], texts, {
      rows: 1,
      columns: 2,
    });
    expect(plan.refused).toMatchObject([{ field: 'secrecy', why: { type: 'stateSecret' } }]);
    expect(plan.cells.map(({ field }) => field)).toEqual(['title']);
  });
});

describe('a sheet with a row that is marked', () => {
  const subject = subjectNamed('achievement');
  const head = ['成果名称', '密级', '机房'];
  const readingOf = (rows: readonly Cells[]) => {
    const header = headerAt([head], 0);
    const columns = proposeColumns(header, rows, subject, null);
    const reading = createReading(
      planReading(subject, columns),
      header,
      1,
      deskOf(subject.entity, []),
    );
    reading.add(rows);
    return { reading, columns };
  };

  it('leaves it out, even where its column is not used and the mark was written over', () => {
    const { reading } = readingOf([
      ['甲', '内部', null],
      ['乙', '机密', null],
      ['丙', '公开', '秘密★10年'],
    ]);
    expect([1, 2, 3].map((row) => reading.view(row).state)).toEqual([
      'ready',
      'problem',
      'problem',
    ]);
    reading.mend(2, 1, '公开');
    reading.mend(3, 2, '');
    expect([2, 3].map((row) => reading.view(row).state)).toEqual(['problem', 'problem']);
    expect(reading.view(2).reading.problems).toMatchObject([
      { column: 1, field: 'secrecy', problem: { type: 'stateSecret' } },
    ]);
  });

  it('writes none of its cells into the file of rows that were left out', () => {
    const { reading, columns } = readingOf([['乙型装备', '机密', '三号机房']]);
    const table = rejectedTable([reading.view(1)], columns, subject, 'zh', wordsIn('zh'));
    expect(JSON.stringify(table.rows)).toContain('涉密不得录入');
    expect(JSON.stringify(table.rows)).not.toMatch(/乙型装备|三号机房/);
  });
});
