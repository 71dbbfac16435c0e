import { beforeAll, describe, expect, it } from 'vitest';
import { parseField } from '../../../shared/entities/kinds.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import { contact } from '../../../shared/features/enterprises/index.ts';
import { expected, type Import, importAsProposed, sheetsOf, stored, usesOf } from './sheets.ts';

interface ExpectedAchievement {
  readonly no: number;
  readonly title: string;
  readonly patents: readonly string[];
  readonly modes: readonly string[];
  readonly price: { readonly kind: string };
  readonly date: string;
  readonly repeats: number | null;
}
interface ExpectedEnterprise {
  readonly row: number;
  readonly name: string;
  readonly state: string;
  readonly code: string | null;
}

describe('the achievements of a transfer office, as they arrive', () => {
  const rows: readonly ExpectedAchievement[] = expected.achievements;
  let read: Import;
  beforeAll(async () => {
    read = importAsProposed(await sheetsOf('achievements.xlsx'));
  });
  const viewOf = (no: number) => read.reading.view(read.headerRow + no);

  it('are found on the second sheet, below banner, note and group headers', () => {
    expect(read.sheet.name).toBe('汇总表');
    expect(read.headerRow).toBe(3);
    expect(read.subject.entity.name).toBe('achievement');
  });

  it('have every column but the serial number put to a field', () => {
    expect(usesOf(read.columns)).toEqual({
      序号: 'serialNumber',
      成果名称: 'achievement.title',
      完成单位: 'achievement.units',
      第一完成人: 'achievement.leader',
      联系电话: 'achievement.leaderPhone',
      技术领域: 'achievement.field',
      所处阶段: 'achievement.maturity',
      知识产权: 'achievement.patents',
      转化方式: 'achievement.modes',
      '意向价格（万元）': 'achievement.price',
      成果简介: 'achievement.summary',
      登记日期: 'achievement.registeredOn',
    });
    expect(read.columns[9]?.unit).toEqual({ unit: 'wanyuan', from: 'header' });
  });

  it('leave totals and signatures out', () => {
    const skipped = read.views.filter(({ state }) => state === 'skipped');
    expect(skipped.map(({ role }) => role)).toEqual(['total', 'signature']);
  });

  it('are 240, and all can be written but the six that repeat an earlier row', () => {
    expect(read.reading.count('problem')).toBe(0);
    expect(read.reading.count('ready')).toBe(234);
    expect(read.reading.count('repeated')).toBe(6);
    for (const { no, repeats } of rows) {
      const view = viewOf(no);
      expect([no, view.state, view.repeats]).toEqual(
        repeats === null ? [no, 'ready', null] : [no, 'repeated', read.headerRow + repeats],
      );
    }
  });

  it('mean what who made the sheet says they mean', () => {
    const { modes } = achievement.fields;
    for (const row of rows) {
      const { values } = viewOf(row.no).reading;
      const words = parseField(modes, row.modes.join('、'));
      expect(values).toMatchObject({ title: row.title, registeredOn: row.date });
      expect(values.patents ?? []).toEqual(row.patents);
      expect(values.modes).toEqual(words.ok && words.value);
      expect(values.price ?? { kind: 'blank' }).toEqual(row.price);
    }
  });

  it('say what was understood rather than read plainly', () => {
    const notes = (no: number) => viewOf(no).reading.notes.map(({ note }) => note.type);
    // 200 in full-width digits, two patents, a date with slashes, 技术许可 for an ordinary licence
    expect(notes(2)).toEqual(['severalValues', 'readAs', 'fullWidth', 'readAs']);
    // 300,000元 in a column of 万元
    const price = viewOf(4).reading.notes.find(({ field }) => field === 'price');
    expect(price?.note).toEqual({ type: 'readAs', value: { kind: 'amount', fen: 30_000_000 } });
  });

  it('brought in twice add nothing the second time', async () => {
    const records = read.views
      .filter(({ state }) => state === 'ready')
      .map(({ reading }) => stored(reading.values));
    const again = importAsProposed(await sheetsOf('achievements.xlsx'), records);
    expect(again.reading.count('ready')).toBe(0);
    expect(again.reading.count('known')).toBe(234);
    expect(again.reading.count('repeated')).toBe(6);
  });
});

describe('the enterprises of a district, saved by a Chinese spreadsheet program', () => {
  const rows: readonly ExpectedEnterprise[] = expected.enterprises;
  let read: Import;
  beforeAll(async () => {
    read = importAsProposed(await sheetsOf('enterprises-gb18030.csv'));
  });
  const viewOf = (row: number) => read.reading.view(row - 1);

  it('are told from achievements, and their contacts come along', () => {
    expect(read.subject.entity.name).toBe('enterprise');
    expect(usesOf(read.columns)).toEqual({
      企业名称: 'enterprise.name',
      统一社会信用代码: 'enterprise.uscc',
      所在地: 'enterprise.address',
      企业规模: 'enterprise.size',
      主营行业: 'enterprise.industry',
      资质: 'enterprise.qualifications',
      联系人: 'contact.name',
      联系电话: 'contact.phone',
      '年营业收入（万元）': 'enterprise.revenueFen',
      成立时间: 'enterprise.foundedOn',
      备注: 'enterprise.note',
    });
  });

  it('are written or kept out by their code, each as expected', () => {
    const problemOf: Readonly<Record<string, string>> = {
      'wrong check character': 'wrongCheckCharacter',
      'number, digits lost': 'digitsLost',
    };
    for (const { row, name, state, code } of rows) {
      const { state: is, reading } = viewOf(row);
      const problem = problemOf[state];
      expect([row, is]).toEqual([row, problem ? 'problem' : 'ready']);
      expect(reading.values.name).toBe(name);
      expect(reading.values.uscc ?? null).toBe(code);
      expect(reading.problems.map((one) => [one.field, one.problem.type])).toEqual(
        problem ? [['uscc', problem]] : [],
      );
      const upperCased = reading.notes.some(({ note }) => note.type === 'upperCase');
      expect(upperCased).toBe(state === 'valid after upper case');
    }
    expect(read.reading.count('ready')).toBe(281);
    expect(read.reading.count('problem')).toBe(19);
  });

  it('keep companies of one name apart', () => {
    const name = '武汉汇智激光集团有限公司';
    const same = read.views.filter(({ reading }) => reading.values.name === name);
    expect(same.map(({ state }) => state)).toEqual(['ready', 'ready']);
  });

  it('bring the contact and keep odd texts as they are', () => {
    expect(viewOf(2).reading.parts).toEqual([
      { entity: contact, values: { name: '谢敏', phone: '13857245826' } },
    ]);
    expect(viewOf(2).reading.values.note).toBe('=HYPERLINK("http://example.com","点此")');
    expect(viewOf(14).reading.values.note).toBe('对接过"光谷"激光项目，\n未成');
    // ５３７５ 万元
    expect(viewOf(3).reading.values.revenueFen).toBe(5_375_000_000);
  });
});
