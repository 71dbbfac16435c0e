import { describe, expect, it } from 'vitest';
import type { Change, StoredRecord } from '../../../shared/commits/index.ts';
import type { Cell } from '../../../shared/contract/spreadsheet.ts';
import { type Table, tableSchema } from '../../../shared/contract/spreadsheet.ts';
import {
  CAUTIOUS,
  type Cells,
  type Choices,
  changesOfRow,
  chooseUnit,
  createReading,
  headerAt,
  type ImportColumn,
  type OnDesk,
  planReading,
  proposeColumns,
  type Reading,
  rejectedTable,
  rowsLeftOut,
  rowsToWrite,
} from '../../../shared/importing/index.ts';
import {
  deskOf,
  importAsProposed,
  sheetsOf,
  stored,
  subjectNamed,
  usesOf,
  wordsIn,
} from './sheets.ts';

const CODE = '91420200432743131K';
const HEADER = ['企业名称', '统一社会信用代码', '所在地', '企业规模', '联系人', '联系电话'];
const subject = subjectNamed('enterprise');

function readingOf(rows: readonly Cells[], records: readonly StoredRecord[] = []): Reading {
  const header = headerAt([HEADER], 0);
  const plan = planReading(subject, proposeColumns(header, rows, subject, null));
  const reading = createReading(plan, header, 1, deskOf(subject.entity, records));
  reading.add(rows);
  return reading;
}

function changesFor(
  rows: readonly Cells[],
  choices: Choices,
  records: readonly StoredRecord[] = [],
  contacts: readonly StoredRecord[] = [],
): readonly Change[] {
  const reading = readingOf(rows, records);
  const desk: OnDesk = {
    record: (id) => records.find((record) => record.id === id),
    parts: (_, owner) => contacts.filter(({ enterpriseId }) => enterpriseId === owner),
  };
  let made = 0;
  return rowsToWrite(reading, choices).flatMap((row) =>
    changesOfRow(reading.view(row), 'enterprise', choices, desk, () => `new-${++made}`),
  );
}

const onDesk = stored({ name: '甲公司', uscc: CODE, address: '武汉市' }, 'a');
const row: Cells = ['甲公司（新）', CODE, null, '大型', '谢敏', '13857245826'];

describe('what an import writes', () => {
  it('puts a record and its contact after it', () => {
    expect(changesFor([row], CAUTIOUS)).toEqual([
      {
        put: 'enterprise',
        id: 'new-1',
        value: { name: '甲公司（新）', uscc: CODE, size: 'large' },
      },
      {
        put: 'contact',
        id: 'new-2',
        value: { name: '谢敏', phone: '13857245826', enterpriseId: 'new-1' },
      },
    ]);
  });

  it('leaves what is on the desk alone, unless told otherwise', () => {
    expect(changesFor([row], CAUTIOUS, [onDesk])).toEqual([]);
  });

  it('fills blanks without touching what is there, and adds the contact that is missing', () => {
    expect(changesFor([row], { ...CAUTIOUS, known: 'fillBlanks' }, [onDesk])).toEqual([
      { patch: 'enterprise', id: 'a', set: { size: 'large' }, rev: 'rev-1' },
      {
        put: 'contact',
        id: 'new-1',
        value: { name: '谢敏', phone: '13857245826', enterpriseId: 'a' },
      },
    ]);
  });

  it('overwrites with what the sheet says, but a blank cell wipes nothing', () => {
    const contact = stored({ name: '谢敏', phone: '027-81671037', enterpriseId: 'a' }, 'c');
    expect(changesFor([row], { ...CAUTIOUS, known: 'overwrite' }, [onDesk], [contact])).toEqual([
      { patch: 'enterprise', id: 'a', set: { name: '甲公司（新）', size: 'large' }, rev: 'rev-1' },
      { patch: 'contact', id: 'c', set: { phone: '13857245826' }, rev: 'rev-1' },
    ]);
  });

  it('adds repeats only when told to', () => {
    const twice = [row, row];
    expect(changesFor(twice, CAUTIOUS)).toHaveLength(2);
    expect(changesFor(twice, { ...CAUTIOUS, repeated: 'add' })).toHaveLength(4);
  });
});

/** The table as somebody opens it: heading lines, a blank one, the headers, the rows. */
const asSheet = ({ name, heading, columns, rows }: Table) => ({
  name,
  hidden: false,
  rows: [...heading.map((line): Cell[] => [line]), [], columns.map(({ title }) => title), ...rows],
});

describe('the rows that were left out', () => {
  const rejected = (
    reading: Reading,
    columns: readonly ImportColumn[],
    language: 'zh' | 'en' = 'zh',
  ) => {
    const views = rowsLeftOut(reading, CAUTIOUS).map((at) => reading.view(at));
    return rejectedTable(views, columns, reading.plan.subject, language, wordsIn(language));
  };

  it('come with their original cells and a reason each, in either language', async () => {
    const { reading, columns } = importAsProposed(await sheetsOf('enterprises-gb18030.csv'));
    for (const language of ['zh', 'en'] as const) {
      const table = rejected(reading, columns, language);
      expect(tableSchema.safeParse(table).success).toBe(true);
      expect(table.rows).toHaveLength(19);
      for (const cells of table.rows) {
        const [reason, line] = cells.slice(-2);
        expect(String(reason)).toContain(String(cells[1]));
        expect(String(reason)).not.toMatch(/\{\{|problem\.|import\./);
        const original = reading.view(Number(line) - 1).cells;
        expect(cells.slice(0, -2)).toEqual(columns.map((_, index) => original[index] ?? null));
      }
    }
  });

  it('can be mended in the spreadsheet and brought in again', async () => {
    const first = importAsProposed(await sheetsOf('enterprises-gb18030.csv'));
    const table = rejected(first.reading, first.columns);
    const unmended = importAsProposed([asSheet(table)]);
    expect(unmended.reading.count('problem')).toBe(19);
    expect(Object.values(usesOf(unmended.columns)).slice(-2)).toEqual(['reason', 'reason']);
    const mended = { ...table, rows: table.rows.map((cells) => cells.with(1, null)) };
    const again = importAsProposed([asSheet(mended)]);
    expect(again.reading.count('ready')).toBe(19);
  });

  it('name the row that a repeat repeats', async () => {
    const { reading, columns } = importAsProposed(await sheetsOf('achievements.xlsx'));
    const reasons = rejected(reading, columns).rows.map((cells) => cells.at(-2));
    // Row 22 of the list stands in row 26 of the sheet.
    expect(reasons).toHaveLength(6);
    expect(reasons[0]).toBe('与第 26 行是同一项。');
  });

  it('keep the unit that a line above or the user had stated', () => {
    const rows: Cells[] = [['甲公司', 'X', '12']];
    const columns = chooseUnit(
      proposeColumns(headerAt([['企业名称', '信用代码', '年收入']], 0), rows, subject, null),
      2,
      'wanyuan',
    );
    const header = headerAt([['企业名称', '信用代码', '年收入']], 0);
    const reading = createReading(
      planReading(subject, columns),
      header,
      1,
      deskOf(subject.entity, []),
    );
    reading.add(rows);
    expect(rejected(reading, columns).columns[2]?.title).toBe('年收入（万元）');
  });
});
