import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/core/messages.ts';
import {
  type DisclosureForm,
  disclosureForm,
  disclosureFormMessages,
} from '../../../shared/features/disclosures/index.ts';

const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };
const texts: Readonly<Record<string, string>> = disclosureFormMessages.zh;
const t: Translate = (key, params = {}) =>
  (texts[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_all, name) => String(params[name] ?? ''));

const form: DisclosureForm = {
  record: {
    ...meta,
    id: 'd',
    title: '高比能固态电池界面改性方法',
    unit: '华中科技大学',
    disclosedOn: '2026-11-02',
    summary: '在正极与电解质之间引入<梯度>缓冲层。',
    unitMeans: ['money', 'equipment'],
  },
  inventors: [
    {
      ...meta,
      id: 'b',
      disclosureId: 'd',
      position: 200,
      name: '李敏',
      belongs: 'inside',
      shareBp: 3333,
    },
    {
      ...meta,
      id: 'a',
      disclosureId: 'd',
      position: 100,
      name: '王建国',
      belongs: 'inside',
      shareBp: 6667,
    },
  ],
  publications: [
    {
      ...meta,
      id: 'p',
      disclosureId: 'd',
      what: '会议报告',
      medium: 'conference',
      plannedOn: '2027-03-01',
    },
  ],
};

const printed = (one: DisclosureForm) =>
  disclosureForm(one, { language: 'zh', t, firm: '', today: '2026-11-24' });

describe('the form of a disclosure', () => {
  it('names inventors in their order, with shares that are summed as they are', () => {
    const tables = printed(form).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? [block] : [])),
    );
    expect(tables[0]).toMatchObject({
      rows: [
        ['1', '王建国', '本单位', '', '66.67%'],
        ['2', '李敏', '本单位', '', '33.33%'],
      ],
      totals: ['合计', '', '', '', '100.00%'],
    });
    expect(tables[1]?.rows).toEqual([['会议报告', '会议报告', '', '2027-03-01', '']]);
  });

  it('shows every field of the record, and a dash where nothing was entered', () => {
    const document = printed(form);
    expect(printedSchema.safeParse(document).success).toBe(true);
    const facts = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'facts' ? block.facts : [])),
    );
    expect(facts).toContainEqual({
      name: '技术内容',
      value: '在正极与电解质之间引入<梯度>缓冲层。',
    });
    expect(facts).toContainEqual({ name: '披露日期', value: '2026-11-02' });
    expect(facts).toContainEqual({ name: '首次申请日', value: '—' });
    expect(facts.find(({ name }) => name === '利用本单位条件')?.value).toBe(
      '资金、设备、零部件或原材料',
    );
    // The unit stands at the head where the desk has no firm.
    expect(document.firm).toBe('华中科技大学');
  });

  it('says so when nobody and nothing was entered', () => {
    const empty = printed({ ...form, inventors: [], publications: [] });
    const words = empty.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])),
    );
    expect(words).toContain('尚未填写发明人。');
    expect(words).toContain('没有填写论文、会议、展览等对外公开。');
  });
});
