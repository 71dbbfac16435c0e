import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../renderer/index/columns.ts';
import { createContents, describedWithContents } from '../../../renderer/index/contents.ts';
import { reasonsOf } from '../../../renderer/index/reason.ts';
import type { StoredRecord, Values } from '../../../shared/commits/index.ts';
import { entities } from '../../../shared/registry.ts';

const value: Values = {
  name: '会谈纪要.pdf',
  hash: 'aa',
  size: 9,
  ownerKind: 'deal',
  ownerId: 'd1',
};
const stored: StoredRecord = { id: 'f1', rev: 'r', createdAt: 1, updatedAt: 1, ...value };
const other: StoredRecord = { ...stored, id: 'f2', name: '照片.png', hash: 'bb' };
const book = `${'前言。'.repeat(10_000)}双方约定先做中试，再谈独占许可。${'附录。'.repeat(10_000)}`;

function index() {
  const columns = createColumns();
  const contents = createContents();
  columns.describe(describedWithContents(entities));
  contents.add(new Map([['aa', book]]));
  const found = (text: string) =>
    columns.ask({ entity: 'attachment', text, from: 0, to: 10 }, '2026-11-24').page;
  return { columns, contents, found };
}

describe('the text inside an attached file', () => {
  it('is found, and of no other file', () => {
    const { columns, contents, found } = index();
    columns.put('attachment', contents.intoAll('attachment', [stored, other]));
    expect(found('独占许可')).toEqual(['f1']);
    expect(found('照片')).toEqual(['f2']);
  });

  it('is found when the attachment comes later, and after it was renamed', () => {
    const { columns, contents, found } = index();
    columns.apply(contents.intoOp({ op: 'put', entity: 'attachment', id: 'f1', value }), 1);
    expect(found('先做中试')).toEqual(['f1']);
    const renamed = { set: { name: '纪要二.pdf' }, was: { name: '会谈纪要.pdf' } };
    columns.apply({ op: 'patch', entity: 'attachment', id: 'f1', ...renamed }, 2);
    expect(found('先做中试')).toEqual(['f1']);
    expect(found('纪要二')).toEqual(['f1']);
  });

  it('is told as the reason, cut to what is around it', () => {
    const { contents } = index();
    const told = contents.withPassage('attachment', stored, '独占许可');
    const entity = describedWithContents(entities).attachment;
    const [, reason] = reasonsOf(entity, told, '独占许可', () => '', 'zh');
    expect(reason?.field).toBe('content');
    expect(reason?.text).toContain('再谈独占许可。');
    expect(reason?.text.length).toBeLessThan(100);
  });

  it('stays out of records of other kinds that have such a field', () => {
    const { contents } = index();
    expect(contents.into('note', stored)).toBe(stored);
  });
});
