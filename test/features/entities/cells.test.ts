import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, StoredRecord, Values } from '../../../shared/commits/index.ts';
import { isCellField, planPaste, textOfCell } from '../../../shared/entities/cells.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import { deal } from '../../../shared/features/deals/index.ts';
import { enterprise } from '../../../shared/features/enterprises/index.ts';

const stored = (id: string, values: Values): StoredRecord => ({
  ...values,
  id,
  rev: `rev-${id}`,
  createdAt: 0,
  updatedAt: 0,
});
const one = { rows: 1, columns: 1 };
const battery = stored('a', { title: '电池热失控预警', leader: '华科', maturity: 'pilot' });
const bridge = stored('b', { title: '桥梁健康监测' });

describe('what is pasted over cells', () => {
  it('is read as the field is, and says what was there before', () => {
    const plan = planPaste(achievement, ['price', 'leader'], [battery], [['1.5万', '武大']], one);
    expect(plan.changes).toEqual([
      {
        patch: 'achievement',
        id: 'a',
        rev: 'rev-a',
        set: { price: { kind: 'amount', fen: 1_500_000 }, leader: '武大' },
      },
    ]);
    expect(plan.cells[1]).toEqual({ id: 'a', field: 'leader', before: '华科', after: '武大' });
  });

  it('leaves what cannot be read as it is, and says why', () => {
    const texts = [['', '很贵', '武大']];
    const plan = planPaste(achievement, ['title', 'price', 'leader'], [battery], texts, one);
    expect(plan.refused.map(({ field, why }) => [field, why.type])).toEqual([
      ['title', 'required'],
      ['price', 'notAnAmount'],
    ]);
    expect(plan.changes).toMatchObject([{ set: { leader: '武大' } }]);
  });

  it('never touches the parties of a deal, its stage or the time of its last change', () => {
    const columns = ['enterpriseId', 'stageId', 'updatedAt'];
    const texts = [['某公司', '签约', '2026-11-23']];
    const plan = planPaste(deal, columns, [stored('d', { title: '甲' })], texts, one);
    expect(plan.changes).toEqual([]);
    expect(plan.refused.map(({ why }) => why.type)).toEqual(['notACell', 'notACell', 'notACell']);
  });

  it('skips the head that a copied table has, in either language', () => {
    for (const language of ['zh', 'en'] as const) {
      const head = ['title', 'leader'].map(
        (name) => Object(achievement.fields)[name].label[language] as string,
      );
      const texts = [head, ['新名称', '武大']];
      const plan = planPaste(achievement, ['title', 'leader'], [battery, bridge], texts, one);
      expect(plan.changes.map(({ id }) => id)).toEqual(['a']);
    }
  });

  it('repeats one text over the chosen range, and a row over several rows', () => {
    const both = { rows: 2, columns: 1 };
    const single = planPaste(achievement, ['leader'], [battery, bridge], [['武大']], both);
    expect(single.cells.map(({ id, after }) => [id, after])).toEqual([
      ['a', '武大'],
      ['b', '武大'],
    ]);
    const odd = planPaste(achievement, ['leader'], [battery, bridge], [['甲'], ['乙']], {
      rows: 3,
      columns: 1,
    });
    expect(odd.cells.map(({ after }) => after)).toEqual(['甲', '乙']);
  });

  it('says what reaches beyond the end of the list', () => {
    const texts = [
      ['甲', '多'],
      ['乙', '多'],
      ['丙', '多'],
    ];
    const plan = planPaste(achievement, ['leader'], [battery, bridge], texts, one);
    expect(plan.beyond).toEqual({ rows: 1, columns: 1 });
    expect(plan.changes).toHaveLength(2);
  });
});

const names = Object.entries(enterprise.fields).flatMap(([name, field]) =>
  isCellField(field) ? [name] : [],
);
const values = fc.record(
  {
    name: fc.constantFrom('武汉某公司', '甲“乙”\t公司'.replace('\t', ' ')),
    industry: fc.constantFrom(...Object.keys(enterprise.fields.industry.options)),
    qualifications: fc.subarray(Object.keys(enterprise.fields.qualifications.options), {
      minLength: 1,
    }),
  },
  { requiredKeys: ['name'] },
);

describe('the text of a cell', () => {
  it('pasted back over its own record changes nothing, in either language', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('zh' as const, 'en' as const), (some, language) => {
        const record = stored('e', some as Readonly<Record<string, Json>>);
        const row = names.map((name) => textOfCell(enterprise, name, record[name], language, {}));
        const plan = planPaste(enterprise, names, [record], [row], one);
        expect(plan).toMatchObject({ changes: [], refused: [] });
      }),
    );
  });

  it('names the record that a reference leads to', () => {
    const text = textOfCell(deal, 'enterpriseId', 'e', 'zh', { e: '武汉某公司' });
    expect(text).toBe('武汉某公司');
  });
});
