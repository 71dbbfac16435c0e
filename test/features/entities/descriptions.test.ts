import { describe, expect, it } from 'vitest';
import { checkValues, missingFields, schemaOf } from '../../../shared/entities/check.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { entities, entityNames } from '../../../shared/registry.ts';

const all: readonly AnyEntity[] = entityNames.map((name) => entities[name]);

describe('the description of every kind of record', () => {
  it.each(all.map((entity) => [entity.name, entity] as const))('%s is whole', (_name, entity) => {
    const fields = Object.entries(entity.fields);
    expect(entity.fields[entity.title]).toBeDefined();
    for (const [name, field] of fields) {
      expect(['id', 'rev', 'createdAt', 'updatedAt']).not.toContain(name);
      if (field.section !== undefined)
        expect(Object.keys(entity.sections)).toContain(field.section);
      if (field.kind === 'ref') expect(entityNames).toContain(field.entity);
    }
    for (const identity of entity.identity ?? []) {
      for (const name of identity) expect(Object.keys(entity.fields)).toContain(name);
    }
    if (entity.partOf?.kindField !== undefined) {
      // Both or neither: a record without them stands alone.
      const [kind, id] = [entity.partOf.kindField, entity.partOf.field].map(
        (name) => entity.fields[name],
      );
      expect([kind?.kind, id?.kind]).toEqual(['text', 'text']);
      expect(kind?.required).toBe(id?.required);
    } else if (entity.partOf)
      expect(entity.fields[entity.partOf.field]).toMatchObject({
        kind: 'ref',
        entity: entity.partOf.entity,
      });
  });

  it.each(all.map((entity) => [entity.name, entity] as const))(
    '%s never has one header for two of its fields',
    (_name, entity) => {
      const headers = Object.values(entity.fields).flatMap((field) =>
        field.section === undefined ? [] : [field.label.zh, ...(field.headers ?? [])],
      );
      expect(new Set(headers).size).toBe(headers.length);
    },
  );
});

describe('checking values', () => {
  it('names the first field that does not fit', () => {
    const { deal } = entities;
    expect(checkValues(deal, { contractAmountFen: 1.5 })).toEqual({
      ok: false,
      error: { type: 'badField', entity: 'deal', field: 'contractAmountFen' },
    });
    expect(checkValues(deal, { nothing: 1 }).ok).toBe(false);
    expect(checkValues(deal, { title: null }).ok).toBe(false);
    expect(checkValues(deal, { note: null }).ok).toBe(true);
  });

  it('finds required fields that are blank', () => {
    expect(missingFields(entities.enterprise, {})).toEqual([
      { field: 'name', problem: { type: 'required' } },
    ]);
  });

  it('takes no keys that a record does not have', () => {
    const schema = schemaOf(entities.enterprise);
    expect(schema.safeParse({ name: '某公司' }).success).toBe(true);
    expect(schema.safeParse({ name: '某公司', polluted: 1 }).success).toBe(false);
  });
});
