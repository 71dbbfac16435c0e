import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../../shared/contract/index.ts';
import { type PackagePart, warningsIn } from '../../../shared/features/packages/index.ts';
import { textsIn } from '../../../shared/features/publishing/index.ts';
import { type Case, cases, consent, secretWords } from '../publishing/sample.ts';
import { item, made, pack, part } from './sample.ts';

const jpeg = {
  type: 'picture',
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
  mime: 'image/jpeg',
  width: 4,
  height: 3,
  caption: 'IMG_张敏之.jpg',
} as const;

describe('a brochure', () => {
  it('has contents, an introduction, chapters, a page for each achievement, and a way to get in touch', () => {
    const { brochure } = made(
      [
        part('1', {}, { words: '替胶膜厂省电三成。' }),
        part('2', { title: '碳纤维热塑带' }, { chapter: '复合材料' }),
      ],
      {
        firm: '长江技术经纪',
        pkg: pack({
          intro: '十项可以落地的成果。',
          investmentFen: 500_000_000,
          contactName: '王经纪',
        }),
      },
    );
    const { document } = brochure;
    expect(document.contents).toBe(true);
    expect(document.subtitle).toBe('第 1 版 · 2026-11-24');
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      '关于本成果包',
      '1. 低温封装胶膜',
      '第 1 章　复合材料',
      '2. 碳纤维热塑带',
      '联系方式',
    ]);
    expect(document.sections.every(({ startsPage }) => startsPage)).toBe(true);
    const texts = textsIn(document);
    for (const text of ['十项可以落地的成果。', '500.00 万元', '替胶膜厂省电三成。'])
      expect(texts).toContain(text);
    // On both pages, and once with the address at the back.
    expect(texts.filter((text) => text === '有意合作请联系：长江技术经纪 王经纪')).toHaveLength(2);
    expect(JSON.stringify(texts)).not.toContain('保密协议后提供');
    expect(printedSchema.safeParse(document).success).toBe(true);
  });

  it('names its pictures by the page, not by their files', () => {
    const { brochure } = made([part('1')], { pictures: new Map([['1', [jpeg, jpeg]]]) });
    const captions = brochure.document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'picture' ? [block.caption] : [])),
    );
    expect(captions).toEqual(['低温封装胶膜 · 图 1', '低温封装胶膜 · 图 2']);
    expect(printedSchema.safeParse(brochure.document).success).toBe(true);
  });

  it('shows an inventor in no layer without a consent, in the upper ones with it', () => {
    const agreed = [consent('张敏之', ['personal', 'publishL1'])];
    expect(JSON.stringify(made([part('1')], { layer: 'L1' }).brochure)).not.toContain('张敏之');
    const told = made([part('1', {}, {}, { consents: agreed })], { layer: 'L1' });
    expect(JSON.stringify(told.brochure)).toContain('张敏之');
    expect(JSON.stringify(made([part('1', {}, {}, { consents: agreed })]).brochure)).not.toContain(
      '张敏之',
    );
  });

  it('holds no guarded value of any achievement, whatever its levels, where it stops at nothing', () => {
    let free = 0;
    fc.assert(
      fc.property(fc.array(cases(), { minLength: 1, maxLength: 3 }), (given) => {
        const [first] = given;
        if (!first) return;
        const { layer } = first.choice;
        const parts = given.map(({ source }, index): PackagePart => {
          const id = String(index);
          const record = { ...source.record, id: `a-${id}` };
          return {
            ...part(id),
            item: item(id, { position: index }),
            source: { ...source, record },
          };
        });
        const { brochure, checks, search } = made(parts, { layer });
        const isFree = search.common().length === 0 && checks.every(({ isBlocked }) => !isBlocked);
        if (!isFree) return;
        free += 1;
        const text = JSON.stringify([textsIn(brochure.document), brochure.document.sections]);
        const secrets = given.flatMap((one: Case) =>
          secretWords({ ...one, choice: { ...one.choice, layer } }),
        );
        for (const secret of secrets.filter((word) => word.length > 6))
          expect(text).not.toContain(secret);
      }),
      { numRuns: 60 },
    );
    // It was not all stopped at.
    expect(free).toBeGreaterThan(5);
  });
});

describe('the checks of a brochure', () => {
  const blockedBy = (result: ReturnType<typeof made>) =>
    result.checks.map(({ sheet, foreign, lines }) => [
      sheet.item.id,
      lines.filter(({ verdict }) => verdict === 'block').map(({ check }) => check),
      foreign.map(({ guarded }) => guarded.name),
    ]);

  it('let a clean package go, with its warnings by kind', () => {
    const result = made([part('1'), part('2', {}, {}, { consents: [] })]);
    expect(blockedBy(result)).toEqual([
      ['1', [], []],
      ['2', [], []],
    ]);
    const warnings = warningsIn(result.checks);
    expect(warnings.get('unit')?.map(({ sheet }) => sheet.item.id)).toEqual(['2']);
    expect(warnings.get('novelty')?.length).toBe(2);
    expect(warnings.has('nda')).toBe(false);
  });

  it('stop at a guarded value in the words for the market', () => {
    const result = made([part('1', {}, { words: '由张 敏之团队开发。' }), part('2')]);
    expect(blockedBy(result)[0]).toEqual(['1', ['leak'], []]);
  });

  it('stop at what another achievement guards, on the page where it stands, even if that one is left out', () => {
    const secret = part('1', { leader: '欧阳明远', units: ['武汉某研究院'] });
    const other = part('2', { leader: '李某某' }, { words: '与欧阳明远的工作互补。' });
    for (const leftOut of [[], ['1']]) {
      const result = made([secret, other], { leftOut });
      expect(blockedBy(result).at(-1)).toEqual(['2', [], ['leader']]);
    }
  });

  it('stop at a guarded value in the introduction or a chapter', () => {
    const pkg = pack({ intro: '其中一项报价 1,234,500 元。' });
    expect(made([part('1')], { pkg }).search.common()[0]?.guarded.name).toBe('price');
    const chapter = made([part('1', {}, { chapter: '张敏之团队' })]);
    expect(chapter.search.common()[0]?.guarded.name).toBe('leader');
    expect(made([part('1')]).search.common()).toEqual([]);
  });

  it('do not take for a secret what another achievement says of itself', () => {
    const guards = new Map([['units', 'public' as const]]);
    const open = part('2', {}, {}, { guards });
    // The same unit: internal at the one, public at the other.
    const result = made([part('1'), open]);
    expect(blockedBy(result)).toEqual([
      ['1', [], []],
      ['2', [], []],
    ]);
  });

  it('stop at an achievement of which the layer tells nothing, and say what is missing of others', () => {
    const bare = part('1', { secrecy: 'internal', teaser: undefined as never });
    const result = made([bare, part('2', {}, { pictures: ['f'] })]);
    expect(blockedBy(result)[0]?.[1]).toEqual(['content']);
    expect(result.checks.map(({ lacks }) => lacks)).toEqual([['text', 'picture'], []]);
  });
});
