import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { type Block, type Printed, printedSchema } from '../../../shared/contract/printed.ts';
import { workbookSchema } from '../../../shared/contract/spreadsheet.ts';
import { portion } from '../../../shared/core/portion.ts';
import {
  dealDocument,
  dealPartsOf,
  dealsDocument,
  dealWorkbook,
  reportFileName,
} from '../../../shared/features/reports/index.ts';
import { commissionOf, dealParts, receiptOf, shareOf, stageNo } from './deal.ts';
import { wordingIn } from './words.ts';

const zh = wordingIn('zh', '青禾技术转移');
const en = wordingIn('en');

type Table = ReturnType<typeof dealWorkbook>['tables'][number];
/** A row as an object, by the keys of its columns. */
const rowOf = (table: Table | undefined, row: readonly unknown[] | null | undefined) =>
  Object.fromEntries((table?.columns ?? []).map(({ key }, index) => [key, row?.[index]]));

function textOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`);
    case 'table':
      return [block.columns.map(({ title }) => title), ...block.rows, block.totals ?? []].map(
        (row) => row.join(' | '),
      );
    case 'signatures':
      return block.names;
    case 'picture':
      return [block.caption];
  }
}

/** All text of a document, a line a piece. */
const textsOf = (document: Printed): readonly string[] =>
  document.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(textOf)]);

const thirds = dealParts('t', {
  deal: { title: '咨询', contractAmountFen: 10_000_00, technologyAmountFen: 9_000_00 },
  stage: stageNo(6),
  receipts: [
    receiptOf('t', '2026-11-03', 4_000_05),
    receiptOf('t', '2026-10-03', 1_000_01, '定金'),
  ],
  commission: commissionOf('t', { method: 'fixed', fixedFen: 1000_00 }),
  shares: [1, 2, 3].map((place) => shareOf('t', `受益人${place}`, portion(1, 3), place * 100)),
});
const twoThirds = dealPartsOf({ ...thirds, shares: thirds.shares.slice(1) });
const bare = dealParts('b', {
  achievement: null,
  enterprise: null,
  contact: null,
  stage: null,
  introductions: [],
  receipts: [],
  commission: null,
  shares: [],
});

describe('the deal summary as a workbook', () => {
  const workbook = dealWorkbook([dealParts('d'), thirds], zh);
  const [deals, shares, receipts] = workbook.tables;

  it('is what the host takes', () => {
    expect(workbookSchema.safeParse(workbook).success).toBe(true);
    expect(workbookSchema.safeParse(dealWorkbook([bare], en)).success).toBe(true);
    expect(workbookSchema.safeParse(dealWorkbook([], en)).success).toBe(true);
  });

  it('has deals, shares and receipts, in the order of the pipeline', () => {
    expect(workbook.tables.map(({ name }) => name)).toEqual(['交易', '分成', '到账']);
    expect(deals?.heading).toEqual([
      '成果交易摘要 · 交易',
      '青禾技术转移 · 共 2 笔交易 · 制表日期 2026-11-24',
    ]);
    expect(deals?.rows.map(([title]) => title)).toEqual(['咨询', '电池热失控预警系统 → 楚天储能']);
  });

  it('of a day looked back to, says that it is as of then', () => {
    const past = { ...zh, today: '2026-10-31', isPast: true };
    expect(dealWorkbook([thirds], past).tables[0]?.heading.at(-1)).toContain('截至 2026-10-31');
    expect(dealDocument(thirds, past).footer).toContain('截至 2026-10-31');
    expect(dealsDocument([thirds], { ...en, isPast: true }).footer).toContain(
      'As it stood at the end of 2026-11-24',
    );
  });

  it('keeps codes as text, amounts in fen and dates civil', () => {
    expect(rowOf(deals, deals?.rows[1])).toMatchObject({
      enterprise: '武汉楚天储能科技有限公司',
      creditCode: '91420115MA43G4NWF8',
      patents: '201210302535.5',
      contractNo: '000012345678901234567',
      mode: '许可（排他）',
      stage: '履约收款',
      signedOn: '2026-11-10',
      contractAmountFen: 3_600_000_00,
      technologyAmountFen: 3_150_000_00,
      receivedFen: 1_000_000_00,
      commissionFen: 131_000_00,
      lostOn: null,
    });
    const kinds = Object.fromEntries((deals?.columns ?? []).map(({ key, kind }) => [key, kind]));
    expect(kinds).toMatchObject({
      creditCode: 'text',
      contractNo: 'text',
      registrationNo: 'text',
      signedOn: 'date',
      contractAmountFen: 'fen',
    });
  });

  it('adds up amounts and nothing else', () =>
    expect(rowOf(deals, deals?.totals)).toMatchObject({
      title: '合计',
      contractNo: null,
      signedOn: null,
      contractAmountFen: 3_610_000_00,
      technologyAmountFen: 3_159_000_00,
      receivedFen: 1_005_000_06,
      commissionFen: 132_000_00,
    }));

  it('shares 1,000.00 in thirds to the fen, the portion written exactly', () => {
    const rows = (shares?.rows ?? []).map((row) => rowOf(shares, row));
    expect(rows.slice(0, 3).map(({ portion: part, amountFen }) => [part, amountFen])).toEqual([
      ['1/3', 333_34],
      ['1/3', 333_33],
      ['1/3', 333_33],
    ]);
    expect(rows.slice(3).map(({ amountFen }) => amountFen)).toEqual([
      65_500_00, 26_200_00, 39_300_00,
    ]);
    expect(rowOf(shares, shares?.totals)).toMatchObject({ amountFen: 132_000_00 });
  });

  it('lists receipts by day', () =>
    expect(
      receipts?.rows
        .map((row) => rowOf(receipts, row))
        .map(({ receivedOn, amountFen, note }) => [receivedOn, amountFen, note]),
    ).toEqual([
      ['2026-10-03', 1_000_01, '定金'],
      ['2026-11-03', 4_000_05, '第一期'],
      ['2026-11-20', 1_000_000_00, '第一期'],
    ]));

  it('gives no amounts to shares that do not make a whole', () => {
    const [, table] = dealWorkbook([twoThirds], zh).tables;
    expect(table?.rows.map((row) => rowOf(table, row).amountFen)).toEqual([null, null]);
  });

  it('has the same keys in both languages, and other titles', () => {
    const english = dealWorkbook([thirds], en).tables;
    expect(english.map(({ name }) => name)).toEqual(['Deals', 'Shares', 'Receipts']);
    expect(english.map(({ columns }) => columns.map(({ key }) => key))).toEqual(
      workbook.tables.map(({ columns }) => columns.map(({ key }) => key)),
    );
    expect(english[0]?.columns.some(({ title }) => /\p{Script=Han}/u.test(title))).toBe(false);
  });

  it('names nobody’s telephone', () =>
    expect(JSON.stringify(workbook)).not.toContain('13900002823'));
});

describe('the deal summary as a document', () => {
  const texts = textsOf(dealDocument(dealParts('d'), zh));

  it('is what the host takes, in both languages, whatever is missing', () => {
    for (const wording of [zh, en]) {
      for (const parts of [dealParts('d'), thirds, bare]) {
        expect(printedSchema.safeParse(dealDocument(parts, wording)).error).toBeUndefined();
      }
      expect(printedSchema.safeParse(dealsDocument([bare, thirds], wording)).error).toBeUndefined();
    }
  });

  it('names the parties by their codes, and the amount in figures and capitals', () => {
    expect(texts).toContain('统一社会信用代码: 91420115MA43G4NWF8');
    expect(texts).toContain('专利号: 201210302535.5');
    expect(texts).toContain('合同成交额: 3,600,000.00 元');
    expect(texts).toContain('成交额大写: 叁佰陆拾万元整');
    expect(texts).toContain('技术交易额: 3,150,000.00 元');
    expect(texts).toContain('登记编号: 2026420111000028');
  });

  it('explains the commission line by line, and shares it', () => {
    expect(texts).toEqual(
      expect.arrayContaining([
        '≤ 1,000,000 部分 × 5% | 50,000.00',
        '1,000,000 – 3,150,000 部分 × 4% | 86,000.00',
        '已付抵扣 (凭证 2026-0917) | -5,000.00',
        '佣金合计 | 131,000.00',
        '周立言 | 主办经纪人 | 50% | 65,500.00',
        '合计 |  | 100% | 131,000.00',
      ]),
    );
  });

  it('has the introductions a fee rests on, and lines to sign', () => {
    expect(texts).toContain('2026-10-21 | 实地考察 | 看样机 |  | 签到表');
    expect(texts.slice(-3)).toEqual(['主办经纪人', '复核', '机构负责人（盖章）']);
  });

  it('is English where English is asked for', () => {
    const english = textsOf(dealDocument(dealParts('d'), en));
    expect(english).toContain('Contract amount: 3,600,000.00 yuan');
    expect(english).toContain('Commission | 131,000.00');
  });

  it('says what is not agreed instead of leaving a gap', () =>
    expect(textsOf(dealDocument(bare, zh))).toEqual(
      expect.arrayContaining(['尚未约定佣金。', '尚未约定分成。', '尚无到账。', '没有居间记录。']),
    ));

  it('gives no amounts while no commission is agreed, and does not blame the portions', () => {
    const list = textsOf(dealDocument(dealPartsOf({ ...thirds, commission: null }), zh));
    expect(list).toContain('受益人1 | 主办经纪人 | 1/3 | —');
    expect(list).not.toContain('分成比例合计不是 100%，暂不列金额。');
  });

  it('says why no amounts stand beside shares that miss the whole', () => {
    const list = textsOf(dealDocument(twoThirds, zh));
    expect(list).toContain('分成比例合计不是 100%，暂不列金额。');
    expect(list).toContain('受益人2 | 主办经纪人 | 1/3 | —');
  });
});

describe('the summary of many deals', () => {
  const document = dealsDocument([dealParts('d'), thirds, bare], zh);
  const texts = textsOf(document);

  it('is by stage with totals, landscape', () => {
    expect(document.orientation).toBe('landscape');
    expect(texts).toEqual(
      expect.arrayContaining([
        '签约 | 1 | 10,000.00 | 9,000.00 | 5,000.06 | 1,000.00',
        '履约收款 | 1 | 3,600,000.00 | 3,150,000.00 | 1,000,000.00 | 131,000.00',
        '合计 | 3 | 7,210,000.00 | 6,309,000.00 | 1,005,000.06 | 132,000.00',
      ]),
    );
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      '按阶段汇总',
      '签约',
      '履约收款',
      '（阶段已删除）',
      '各笔要点',
    ]);
  });

  it('gives a dash for what is not known', () =>
    expect(texts.some((line) => line.endsWith('3,600,000.00 | 3,150,000.00 | 0.00 | —'))).toBe(
      true,
    ));

  it('leaves the facts of each to the workbook when they are many', () => {
    const many = Array.from({ length: 201 }, (_, index) => dealParts(`d${index}`));
    const headings = dealsDocument(many, zh).sections.map(({ heading }) => heading);
    expect(headings).toEqual(['按阶段汇总', '履约收款']);
  });
});

describe('a report’s file name', () => {
  const { name } = contract.writeDocument.input.shape;

  it('is one that every system takes, whatever the deal is called', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
            fc.constantFrom('\n', '\u0000', '/', ':', '.'),
          ),
          minLength: 1,
          maxLength: 200,
        }),
        (title) => {
          const made = reportFileName([dealParts('d', { deal: { title } })], zh);
          expect(name.safeParse(made).error).toBeUndefined();
        },
      ),
    ));

  it('names the deal, or none of many', () => {
    expect(reportFileName([thirds], zh)).toBe('成果交易摘要 咨询 2026-11-24');
    expect(reportFileName([thirds, bare], en)).toBe('Deal summary 2026-11-24');
  });
});
