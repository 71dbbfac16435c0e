import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../renderer/index/columns.ts';
import { restoreChanges, type StoredRecord, type Values } from '../../../shared/commits/index.ts';
import { workbookSchema } from '../../../shared/contract/spreadsheet.ts';
import { isCellField, planPaste, textOfCell } from '../../../shared/entities/cells.ts';
import { checkValues, schemaOf } from '../../../shared/entities/check.ts';
import { customName, customNamesOf, isCustomName } from '../../../shared/entities/custom.ts';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import { formatField, parseField } from '../../../shared/entities/kinds.ts';
import { withCustomFields } from '../../../shared/features/custom-fields/index.ts';
import { deal } from '../../../shared/features/deals/index.ts';
import { enterprise } from '../../../shared/features/enterprises/index.ts';
import { dealWorkbook } from '../../../shared/features/reports/index.ts';
import { proposeColumns } from '../../../shared/importing/index.ts';
import { describedWith, entities, entityNames } from '../../../shared/registry.ts';
import { everyType, fieldDefined } from '../../builders/definitions.ts';
import { dealParts } from '../reports/deal.ts';
import { wordingIn } from '../reports/words.ts';

const described = withCustomFields(enterprise, everyType);
const [text, , number, amount, date, choice, choices, yesNo, link] = everyType.fields.map(
  ({ id }) => customName(id),
) as [string, string, string, string, string, string, string, string, string];

const stored = (id: string, values: Values): StoredRecord => ({
  ...values,
  id,
  rev: 'r',
  createdAt: 1,
  updatedAt: 1,
});

/** One value of each type. */
const whole: Values = {
  name: '楚天储能',
  [text]: '光谷',
  [number]: 12.5,
  [amount]: 3_000_000,
  [date]: '2026-03-04',
  [choice]: 'c-a',
  [choices]: ['s-a', 's-b'],
  [yesNo]: 'yes',
  [link]: 'e0',
};

describe('a kind of record with fields of the user’s own', () => {
  it('is the same where there are none, and no field of the app has such a name', () => {
    expect(withCustomFields(deal, everyType)).toBe(deal);
    for (const name of entityNames) {
      const { fields }: AnyEntity = entities[name];
      expect(Object.keys(fields).filter(isCustomName)).toEqual([]);
    }
  });

  it('has them in the order given, in a section of their own', () => {
    const labels = customNamesOf(described).map((name) => fieldOf(described, name)?.label.zh);
    expect(labels).toEqual([
      '园区',
      '走访纪要',
      '产能（吨/年）',
      '研发投入',
      '走访日期',
      '客户等级',
      '关注方向',
      '已签保密',
      '母公司',
    ]);
    expect(described.sections).toMatchObject({ custom: { zh: '自定义字段' } });
  });

  it('is checked by them when a record is written', () => {
    expect(checkValues(described, whole).ok).toBe(true);
    expect(schemaOf(described).safeParse(whole).success).toBe(true);
    const wrong: Values = { [number]: '12', [amount]: 1.5, [choice]: '重点', [yesNo]: true };
    for (const [name, value] of Object.entries(wrong)) {
      expect(checkValues(described, { [name]: value })).toMatchObject({ error: { field: name } });
    }
  });

  it('reads what people write in them, and writes it so that it reads back', () => {
    const read = (name: string, typed: string) => {
      const field = fieldOf(described, name);
      return field && parseField(field, typed);
    };
    expect(read(number, '１，２３４．５')).toEqual({ ok: true, value: 1234.5 });
    expect(read(number, '约12')).toMatchObject({ error: { type: 'notANumber' } });
    expect(read(choice, '重点')).toEqual({ ok: true, value: 'c-a' });
    expect(read(choices, '环保、储能')).toEqual({ ok: true, value: ['s-b', 's-a'] });
    expect(read(yesNo, '√')).toEqual({ ok: true, value: 'yes' });
    expect(read(choice, '特级')).toMatchObject({ error: { choices: ['重点', '一般'] } });
    for (const [name, value] of Object.entries(whole)) {
      const field = fieldOf(described, name);
      if (!isCellField(field)) continue;
      const cell = textOfCell(described, name, value, 'zh', {});
      expect(read(name, cell)).toEqual({ ok: true, value });
    }
  });

  it('takes columns of a sheet that are named as they are, and pasted cells', () => {
    const header = ['企业名称', '产能', '客户等级（ABC）', '已签保密', '母公司'].map((title) => ({
      text: title,
      group: '',
    }));
    const columns = proposeColumns(header, [], { entity: described, parts: [] }, null);
    expect(columns.map(({ use }) => use.kind === 'field' && use.target.field)).toEqual([
      'name',
      number,
      choice,
      yesNo,
      link,
    ]);
    const plan = planPaste(described, [number, choice], [stored('e1', {})], [['3', '一般']], {
      rows: 1,
      columns: 1,
    });
    expect(plan.changes).toMatchObject([{ set: { [number]: 3, [choice]: 'c-b' } }]);
  });
});

describe('fields that differ only in what stands in brackets', () => {
  it('are told apart in the header of a sheet', () => {
    const labels = ['产能（一期）', '产能（二期）', '产能（三期）'];
    const fields = labels.map((label, place) =>
      fieldDefined(String(place), { label, type: 'number', position: place }),
    );
    const entity = withCustomFields(enterprise, { fields, choices: [] });
    const header = [...labels.toReversed(), '产能'].map((text) => ({ text, group: '' }));
    const columns = proposeColumns(header, [], { entity, parts: [] }, null);
    expect(columns.map(({ use }) => use.kind === 'field' && use.target.field)).toEqual([
      customName('2'),
      customName('1'),
      customName('0'),
      false,
    ]);
    expect(columns.map(({ title }) => title)).toEqual([...labels.toReversed(), '产能']);
  });
});

describe('a field that is archived', () => {
  const archived = everyType.fields.map((field) => ({ ...field, archivedOn: '2026-11-24' }));
  const after = withCustomFields(enterprise, { ...everyType, fields: archived });

  it('stands in no form and no import, but is said and checked as before', () => {
    expect(customNamesOf(after)).toEqual([]);
    const header = [{ text: '产能', group: '' }];
    expect(proposeColumns(header, [], { entity: after, parts: [] }, null)[0]?.use.kind).toBe(
      'ignored',
    );
    expect(fieldOf(after, number)?.label).toEqual({ zh: '产能（已停用）', en: '产能 (archived)' });
    expect(checkValues(after, whole).ok).toBe(true);
  });
});

describe('a value whose definition is gone', () => {
  it('comes back with its record, and no other unknown key does', () => {
    const records = [{ entity: enterprise, id: 'e1', values: whole }];
    expect(restoreChanges(records, () => true)).toMatchObject({ ok: true });
    expect(checkValues(enterprise, whole).ok).toBe(true);
    expect(schemaOf(enterprise).safeParse({ ...whole, polluted: 1 }).success).toBe(false);
    expect(checkValues(enterprise, { polluted: 1 }).ok).toBe(false);
  });
});

describe('a choice', () => {
  it('keeps its records when it is called otherwise, and is only offered no more when archived', () => {
    const renamed = withCustomFields(enterprise, {
      ...everyType,
      choices: everyType.choices.map((one) => ({
        ...one,
        label: `${one.label}客户`,
        archivedOn: '2026-11-24',
      })),
    });
    const field = fieldOf(renamed, choice);
    expect(field && formatField(field, 'c-a', 'zh')).toBe('重点客户');
    expect(checkValues(renamed, whole).ok).toBe(true);
    expect(field).toMatchObject({ options: { 'c-a': { retired: true } } });
  });
});

describe('the index', () => {
  const records = [
    stored('e0', { name: '中材集团', [number]: 20 }),
    stored('e1', whole),
    stored('e2', { name: '江城环保', [number]: 3, [choice]: 'c-b', [choices]: ['s-b'] }),
  ];
  const query = { entity: 'enterprise', from: 0, to: 9 } as const;
  const TODAY = '2026-11-24';

  function filled() {
    const columns = createColumns();
    expect(columns.describe(describedWith(everyType))).toEqual(['enterprise']);
    columns.put('enterprise', records);
    return columns;
  }

  it('sorts, filters, groups, counts, adds up and finds by them', () => {
    const columns = filled();
    const ask = (more: object) => columns.ask({ ...query, ...more }, TODAY);
    const sort = { field: number, descending: true };
    expect(ask({ sort }).page).toEqual(['e0', 'e1', 'e2']);
    expect(ask({ where: [{ field: number, from: 5, to: 15 }] }).page).toEqual(['e1']);
    expect(ask({ where: [{ field: choice, in: ['c-b'] }] }).page).toEqual(['e2']);
    expect(ask({ facets: [choices] }).facets[choices]).toEqual([
      { key: 's-b', count: 2 },
      { key: '', count: 1 },
      { key: 's-a', count: 1 },
    ]);
    expect(ask({ groupBy: yesNo }).groups.map(({ key, count }) => [key, count])).toEqual([
      ['', 2],
      ['yes', 1],
    ]);
    expect(ask({ sums: [amount] }).sums[amount]).toEqual({ fen: 3_000_000, of: 1 });
    expect(ask({ text: '光谷' }).page).toEqual(['e1']);
    expect(ask({ text: 'guanggu' }).page).toEqual(['e1']);
    expect(ask({ text: '重点' }).page).toEqual(['e1']);
    // A link is found by the name of the record that it leads to, which is found itself, too.
    expect(ask({ text: '中材' }).page).toEqual(['e0', 'e1']);
  });

  it('is filled again when columns or words change, and not when a label does', () => {
    const columns = filled();
    const labelled = everyType.fields.map((field) => ({ ...field, label: `${field.label}1` }));
    expect(columns.describe(describedWith({ ...everyType, fields: labelled }))).toEqual([]);
    expect(columns.ask({ ...query, text: '光谷' }, TODAY).page).toEqual(['e1']);
    expect(columns.entityOf('enterprise').fields[text]?.label.zh).toBe('园区1');

    const more = [...labelled, fieldDefined('more', { label: '甲', type: 'text' })];
    expect(columns.describe(describedWith({ ...everyType, fields: more }))).toEqual(['enterprise']);
    expect(columns.ask(query, TODAY).all).toBe(0);
    columns.put('enterprise', records);
    expect(columns.ask({ ...query, text: '中材' }, TODAY).page).toEqual(['e0', 'e1']);
    expect(
      columns.ask({ ...query, sort: { field: number, descending: false } }, TODAY).page,
    ).toEqual(['e2', 'e1', 'e0']);
  });
});

describe('the deal summary', () => {
  it('has the fields of deals behind its own columns, each in the form that spreadsheets have for it', () => {
    const ofDeals = everyType.fields.map((field) => ({ ...field, recordKind: 'deal' }));
    const entity = withCustomFields(deal, { ...everyType, fields: ofDeals });
    const parts = dealParts('d1');
    const one = { ...parts, deal: { ...parts.deal, ...whole, title: parts.deal.title } };
    const workbook = dealWorkbook([one], wordingIn('zh'), { entity, names: { e0: '中材集团' } });
    expect(workbookSchema.safeParse(workbook).success).toBe(true);
    const [table] = workbook.tables;
    const cells = table?.columns.map(({ title, kind }, at) => [title, kind, table.rows[0]?.[at]]);
    expect(cells?.slice(-9)).toEqual([
      ['园区', 'text', '光谷'],
      ['走访纪要', 'text', null],
      ['产能（吨/年）', 'number', 12.5],
      ['研发投入（元）', 'fen', 3_000_000],
      ['走访日期', 'date', '2026-03-04'],
      ['客户等级', 'text', '重点'],
      ['关注方向', 'text', '储能、环保'],
      ['已签保密', 'text', '是'],
      ['母公司', 'text', '中材集团'],
    ]);
  });
});
