import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../shared/entities/entity.ts';
import { entities } from '../../../shared/registry.ts';

const { note, achievement } = entities;

describe('what a record is called', () => {
  it('is its title, however long', () => {
    const title = '成'.repeat(200);
    expect(titleOf(achievement, { title })).toBe(title);
  });

  it('is the first line where a long text stands for a name', () => {
    expect(titleOf(note, { text: '\n 今天去了 @武汉大学 \n谈妥了价格' })).toBe(
      '今天去了 @武汉大学',
    );
  });

  it('is shortened then, and never through the middle of a character', () => {
    expect(titleOf(note, { text: '𠮷'.repeat(81) })).toBe(`${'𠮷'.repeat(80)}…`);
    expect(titleOf(note, { text: '𠮷'.repeat(80) })).toBe('𠮷'.repeat(80));
  });

  it('is nothing where there is none', () => {
    expect(titleOf(note, {})).toBe('');
    expect(titleOf(note, { text: ' \n' })).toBe('');
  });
});
