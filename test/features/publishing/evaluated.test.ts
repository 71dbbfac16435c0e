import { describe, expect, it } from 'vitest';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  type Evaluated,
  findLeaks,
  guardedValues,
  type Layer,
  notEvaluated,
  onePager,
  publishGuard,
} from '../../../shared/features/publishing/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { choice, consent, source, TODAY, wordingIn } from './sample.ts';

const part = (id: string) => ({ id, rev: 'r', createdAt: 0, updatedAt: 0, achievementId: 'a' });

const evaluated: Evaluated = {
  ...notEvaluated,
  evidence: [
    {
      ...part('e'),
      ...{
        level: 6,
        kind: 'thirdParty',
        title: '鄂检字第 0417 号检测报告',
        issuedOn: '2026-03-09',
      },
      issuedBy: '湖北省光伏产品质检中心',
      note: '耐湿热 1000 小时后衰减 4.7%',
    },
  ],
  evaluations: [
    {
      ...part('v'),
      ...{
        title: '封装胶膜技术评价',
        purpose: 'transfer',
        method: 'meeting',
        heldOn: '2026-04-02',
      },
      organiser: '武汉理工大学',
      conclusion: '与会专家认为交联速度国内领先。',
    },
  ],
  evaluators: [
    { ...part('w'), evaluationId: 'v', position: 1, name: '欧阳立言', unit: '某测试研究所' },
  ],
  scores: [
    {
      ...part('s'),
      ...{ evaluationId: 'v', indicatorId: 'i', evaluatorId: 'w', indicator: '先进性', score: 87 },
      note: '对比实验样本偏少',
    },
  ],
  valuations: [
    {
      ...part('p'),
      ...{ title: '二季度内部估值', method: 'cost', asOf: '2026-06-30' },
      ...{ returnBp: 2_000, depreciationBp: 0, note: '让价空间约两成' },
    },
  ],
  valuationRows: [
    {
      ...part('r'),
      ...{ valuationId: 'p', position: 1, role: 'spent', name: '2025', amountFen: 215_000_000 },
    },
  ],
};

const leaksIn = (
  teaser: string,
  layer: Layer = 'L0',
  record: Partial<Achievement> = {},
  pieces = ['teaser'],
) => {
  const given = source({ evaluated }, { teaser, ...record });
  const { document } = onePager(given, choice(layer, { pieces }), wordingIn('zh'));
  return findLeaks(document, guardedValues(given, layer)).map(
    ({ guarded: { entity, name } }) => `${entity}.${name}`,
  );
};

describe('what was found when an achievement was evaluated and priced', () => {
  it.each([
    ['evidence', '附鄂检字第0417号检测报告', 'trlEvidence.title'],
    ['who issued it', '湖北省光伏产品质检中心已检', 'trlEvidence.issuedBy'],
    ['what it says', '耐湿热1000小时后衰减4.7%', 'trlEvidence.note'],
    ['an evaluation', '见封装胶膜技术评价', 'evaluation.title'],
    ['its conclusion', '交联速度国内领先：与会专家认为交联速度国内领先', 'evaluation.conclusion'],
    ['an evaluator', '欧阳立言教授推荐', 'evaluator.name'],
    ['a score', '先进性得分87', 'evaluationScore.score'],
    ['the reason for a score', '唯对比实验样本偏少', 'evaluationScore.note'],
  ])('is not told in a teaser: %s', (_what, teaser, found) =>
    expect(leaksIn(teaser)).toEqual([found]),
  );

  it.each([
    ['a line of a price aid', '投入 215 万元', 'valuationRow.amountFen'],
    ['what it comes to', '估值 258 万元', 'valuation.result'],
    ['its note', '让价空间约两成', 'valuation.note'],
    ['its name', '依二季度内部估值', 'valuation.title'],
  ])('is a trade secret where it is a price: %s', (_what, teaser, found) => {
    expect(leaksIn(teaser, 'L0')).toEqual([found]);
    expect(leaksIn(teaser, 'L1')).toEqual([found]);
    expect(leaksIn(teaser, 'L2')).toEqual([]);
  });

  it('is internal otherwise, but nobody who scored is ever named', () => {
    expect(leaksIn('附鄂检字第0417号检测报告', 'L1')).toEqual([]);
    expect(leaksIn('欧阳立言教授推荐', 'L2')).toEqual(['evaluator.name']);
  });

  it('is as secret as its achievement', () =>
    expect(leaksIn('附鄂检字第0417号检测报告', 'L1', { secrecy: 'tradeSecret' })).toContain(
      'trlEvidence.title',
    ));

  it.each([
    '经第三方检测，2026年3月9日完成会议评价，用于转化交易',
    '按成本法于 2026-06-30 估算',
    '2025年起中试，成品率87%，交联11分钟，得分870',
  ])('leaves words alone that say nothing: %s', (teaser) => expect(leaksIn(teaser)).toEqual([]));

  it('does not keep an asking price back that was taken from it, nor a unit that is shown', () => {
    const record = { price: { kind: 'amount', fen: 258_000_000 } } as const;
    expect(leaksIn('由武汉理工大学研制', 'L1', record, ['teaser', 'price', 'units'])).toEqual([]);
    expect(leaksIn('意向价 258 万元', 'L0', record)).toEqual(['price', 'result'].map(of));
  });

  it('stops everything where it is marked as a state secret', () => {
    const [first] = evaluated.evidence;
    const evidence = first ? [{ ...first, note: '密级：机密' }] : [];
    const given = source({ evaluated: { ...evaluated, evidence } });
    const asked = choice('L0', { pieces: ['teaser'] });
    const made = onePager(given, asked, wordingIn('zh'));
    const around = { disclosed: [], enterprises: [], rules: builtInRules };
    const [line] = publishGuard(given, around, asked, made, []);
    expect(line).toMatchObject({ check: 'stateSecret', verdict: 'block' });
  });
});

const of = (name: string) => `${name === 'price' ? 'achievement' : 'valuation'}.${name}`;

describe('a guarded date', () => {
  it('does not stop what is made on that day', () => {
    const given = source({ consents: [consent('张敏之', ['personal'])] }, { registeredOn: TODAY });
    const { document } = onePager(given, choice('L0', { pieces: ['field'] }), wordingIn('zh'));
    expect(findLeaks(document, guardedValues(given, 'L0'))).toEqual([]);
  });

  it('is found on any other', () =>
    expect(leaksIn('于2026年5月6日登记', 'L0', { registeredOn: '2026-05-06' })).toEqual([
      'achievement.registeredOn',
    ]));
});
