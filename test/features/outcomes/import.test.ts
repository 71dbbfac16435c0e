import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../shared/importing/index.ts';
import { importAsProposed, linksTo, usesOf } from '../importing/sheets.ts';

const sheet = (rows: readonly Cells[]) => [{ name: 'Sheet1', hidden: false, rows }];

describe('sheets of what stands around achievements', () => {
  it('of papers are known for what they are, with the achievements that they belong to', () => {
    const read = importAsProposed(
      sheet([
        ['序号', '论文题目', '作者', '期刊名称', '发表日期', 'DOI', '收录情况', '类型', '对应成果'],
        [
          1,
          '隔膜的制备',
          '王文博；李清源',
          '储能学报',
          '2024-03-01',
          '10.1000/182',
          'EI',
          '期刊论文',
          '液流隔膜',
        ],
        [2, '另一篇', '王文博', '化工学报', '2024-05-01', '10.12/x', '', '论文', ''],
      ]),
      [],
      {
        ...linksTo([]),
        find: (entity, name) => (entity === 'achievement' && name === '液流隔膜' ? ['a1'] : []),
      },
    );
    expect(read.subject.entity.name).toBe('outcome');
    expect(usesOf(read.columns)).toEqual({
      序号: 'serialNumber',
      论文题目: 'outcome.title',
      作者: 'outcome.people',
      期刊名称: 'outcome.body',
      发表日期: 'outcome.datedOn',
      DOI: 'outcome.number',
      收录情况: 'outcome.grade',
      类型: 'outcome.kind',
      对应成果: 'outcomeLink.achievementId',
    });
    const [first, second] = [1, 2].map((row) => read.reading.view(read.headerRow + row));
    expect(first?.state).toBe('ready');
    expect(first?.reading.values).toMatchObject({ kind: 'paper', number: '10.1000/182' });
    expect(first?.reading.parts).toMatchObject([{ values: { achievementId: 'a1' } }]);
    expect(JSON.stringify(second?.reading.problems)).toContain('wrongShape');
  });

  it('of standards fill the track', () => {
    const read = importAsProposed(
      sheet([
        ['标准号', '标准名称', '起草单位', '归口单位', '发布日期', '实施日期', '标准级别'],
        [
          'GB/T 44731-2024',
          '科技成果评估规范',
          '某院；某校',
          '某标委会',
          '2024-10-26',
          '2025-02-01',
          '国家标准',
        ],
      ]),
    );
    expect(read.subject.entity.name).toBe('outcome');
    expect(JSON.stringify(usesOf(read.columns))).toContain('outcome.effectiveOn');
  });

  it('of published catalogues are refused without a source, a day, or the word that they are public', () => {
    const head = ['条目名称', '转化方向', '持有单位', '目录名称', '目录发布日期', '公开声明'];
    const read = importAsProposed(
      sheet([
        head,
        ['某材料', '军转民', '某所', '军用技术转民用推广目录', '2024-01-05', '已公开'],
        ['某装置', '军转民', '某所', '', '2024-01-05', '已公开'],
        ['某器件', '民参军', '某所', '某目录', '2024-01-05', '秘密'],
        ['某算法', '民参军', '某所', '某目录', '2024-01-05', ''],
      ]),
    );
    expect(read.subject.entity.name).toBe('catalogueItem');
    const states = [1, 2, 3, 4].map((row) => read.reading.view(read.headerRow + row).state);
    expect(states).toEqual(['ready', 'problem', 'problem', 'problem']);
  });
});
