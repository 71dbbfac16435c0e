import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOp,
  type Change,
  changeToOp,
  type StoredRecord,
} from '../../../shared/commits/index.ts';
import { checkValues } from '../../../shared/entities/check.ts';
import {
  addChoice,
  addField,
  archiveField,
  type CustomChoice,
  type CustomField,
  customField,
  type DefinitionCtx,
  type Definitions,
  inPosition,
  moveChoice,
  moveField,
  type NewField,
  removeField,
  renameChoice,
  renameField,
  reviveField,
} from '../../../shared/features/custom-fields/index.ts';
import { enterprise } from '../../../shared/features/enterprises/index.ts';
import { entityNamed } from '../../../shared/registry.ts';
import { everyType, fieldDefined } from '../../builders/definitions.ts';

/** Ids in the order of asking. */
function ctxWith(definitions: Definitions): DefinitionCtx {
  let last = 0;
  return {
    definitions,
    today: '2026-11-24',
    newId: () => {
      last += 1;
      return `new-${last}`;
    },
  };
}

/** The definitions after changes, which must fit what a desk takes. */
function afterwards({ fields, choices }: Definitions, changes: readonly Change[]): Definitions {
  const records = new Map<string, StoredRecord>(
    [...fields, ...choices].map((record) => [record.id, { ...record }]),
  );
  const kinds = new Map([
    ...fields.map(({ id }) => [id, 'customField'] as const),
    ...choices.map(({ id }) => [id, 'customChoice'] as const),
  ]);
  for (const change of changes) {
    const op = changeToOp(change, records.get(change.id));
    if (!op.ok) throw new Error(op.error.type);
    if (!op.value) continue;
    const kind = entityNamed(op.value.entity);
    const values = op.value.op === 'put' ? op.value.value : 'set' in op.value ? op.value.set : {};
    expect(kind && checkValues(kind, values).ok).toBe(true);
    const next = applyOp(records.get(change.id), op.value, { id: 'r', at: 1 });
    kinds.set(change.id, op.value.entity === 'customField' ? 'customField' : 'customChoice');
    if (next) records.set(change.id, next);
    else records.delete(change.id);
  }
  const of = (kind: string) => [...records.values()].filter(({ id }) => kinds.get(id) === kind);
  return {
    fields: of('customField') as unknown as readonly CustomField[],
    choices: of('customChoice') as unknown as readonly CustomChoice[],
  };
}

const added = (values: NewField, definitions: Definitions = { fields: [], choices: [] }) =>
  addField(enterprise, values, ctxWith(definitions));

describe('a new field', () => {
  it('stands after the others, with its choices, each once', () => {
    const field = added(
      { label: ' 产业链 ', type: 'choice', choices: ['上游', '下游 ', '上游', ''] },
      everyType,
    );
    expect(field.ok && field.value.changes).toEqual([
      {
        put: 'customField',
        id: 'new-1',
        value: { recordKind: 'enterprise', label: '产业链', type: 'choice', position: 10 },
      },
      { put: 'customChoice', id: 'new-2', value: { fieldId: 'new-1', label: '上游', position: 1 } },
      { put: 'customChoice', id: 'new-3', value: { fieldId: 'new-1', label: '下游', position: 2 } },
    ]);
  });

  it('keeps of what was typed only what its type has', () => {
    const typed = { label: '甲', unit: '吨', target: 'deal', choices: ['一'] };
    const putsOf = (type: NewField['type']) => {
      const field = added({ ...typed, type });
      return field.ok && field.value.changes.map((change) => 'value' in change && change.value);
    };
    const shared = { recordKind: 'enterprise', label: '甲', position: 1 };
    expect(putsOf('number')).toEqual([{ ...shared, type: 'number', unit: '吨' }]);
    expect(putsOf('link')).toEqual([{ ...shared, type: 'link', target: 'deal' }]);
    expect(putsOf('text')).toEqual([{ ...shared, type: 'text' }]);
  });

  it('is not called as another field is, or as sheets call one', () => {
    for (const label of ['企业名称', 'Company Name', '客户 等级', '统一社会信用代码']) {
      const field = added({ label, type: 'text' }, everyType);
      const isKnown = label !== 'Company Name';
      expect(field.ok).toBe(!isKnown);
    }
    expect(added({ label: ' ', type: 'text' })).toMatchObject({ error: { type: 'labelBlank' } });
    const archived = everyType.fields.map((field) => ({ ...field, archivedOn: '2026-11-01' }));
    const again = added({ label: '客户等级', type: 'text' }, { ...everyType, fields: archived });
    expect(again.ok).toBe(true);
  });
});

describe('a field', () => {
  it('is called otherwise, but not as another one', () => {
    const field = fieldDefined('text', { label: '园区', type: 'text' });
    const ctx = ctxWith(everyType);
    expect(renameField(enterprise, field, '产业园', ctx)).toMatchObject({
      value: [{ patch: 'customField', id: 'text', set: { label: '产业园' } }],
    });
    // Its own name in other letters is its own name.
    expect(renameField(enterprise, field, '园区 ', ctx).ok).toBe(true);
    expect(renameField(enterprise, field, '产能', ctx)).toMatchObject({
      error: { type: 'labelTaken', label: '产能' },
    });
  });

  it('is deleted with its choices while no record has a value in it, else refused', () => {
    const field = fieldDefined('choice', { label: '客户等级', type: 'choice' });
    const gone = removeField(field, 0, ctxWith(everyType));
    if (!gone.ok) throw new Error(gone.error.type);
    const left = afterwards(everyType, gone.value);
    expect(left.fields).toHaveLength(everyType.fields.length - 1);
    expect(left.choices.map(({ id }) => id)).toEqual(['s-a', 's-b']);
    expect(removeField(field, 3, ctxWith(everyType))).toMatchObject({
      error: { type: 'fieldInUse', count: 3 },
    });
  });

  it('comes back into use unless its name was given to another meanwhile', () => {
    const field = fieldDefined('text', { label: '园区', type: 'text' });
    const archived = afterwards(everyType, archiveField(field, ctxWith(everyType)));
    const [one] = archived.fields.filter(({ id }) => id === 'text');
    if (!one) throw new Error('archived is not gone');
    expect(one.archivedOn).toBe('2026-11-24');
    expect(reviveField(enterprise, one, ctxWith(archived)).ok).toBe(true);
    const taken = [...archived.fields, fieldDefined('other', { label: '园区', type: 'date' })];
    const late = reviveField(enterprise, one, ctxWith({ ...archived, fields: taken }));
    expect(late).toMatchObject({ error: { type: 'labelTaken' } });
  });

  it('goes a place up or down, past those that are archived, whatever was moved before', () => {
    const moves = fc.array(
      fc.record({
        id: fc.constantFrom('text', 'number', 'link', 'date'),
        by: fc.constantFrom(-1 as const, 1 as const),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(moves, (all) => {
        let definitions = afterwards(
          everyType,
          archiveField(
            fieldDefined('note', { label: '走访纪要', type: 'note' }),
            ctxWith(everyType),
          ),
        );
        const inUse = () =>
          inPosition(definitions.fields).flatMap(({ id, archivedOn }) => (archivedOn ? [] : [id]));
        for (const { id, by } of all) {
          const before = inUse();
          const field = definitions.fields.find((one) => one.id === id);
          if (!field) throw new Error(id);
          definitions = afterwards(definitions, moveField(field, by, ctxWith(definitions)));
          const from = before.indexOf(id);
          const to = Math.min(before.length - 1, Math.max(0, from + by));
          expect(inUse()).toEqual(before.toSpliced(from, 1).toSpliced(to, 0, id));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('choices', () => {
  const field = fieldDefined('choice', { label: '客户等级', type: 'choice' });
  const [key, usual] = everyType.choices;
  if (!key || !usual) throw new Error('the builder has two');

  it('are added last, and none is called as another', () => {
    expect(addChoice(field, '潜在', ctxWith(everyType))).toMatchObject({
      value: [{ put: 'customChoice', value: { fieldId: 'choice', label: '潜在', position: 3 } }],
    });
    expect(addChoice(field, '重 点', ctxWith(everyType)).ok).toBe(false);
    expect(renameChoice(field, key, '一般', ctxWith(everyType)).ok).toBe(false);
    expect(renameChoice(field, key, '特重点', ctxWith(everyType)).ok).toBe(true);
  });

  it('of a field of several have no mark that stands between them', () => {
    const several = fieldDefined('choices', { label: '关注方向', type: 'choices' });
    for (const label of ['芯片/软件', '储能、氢能', '新材料；']) {
      const refused = { error: { type: 'labelSplits', label } };
      expect(addChoice(several, label, ctxWith(everyType))).toMatchObject(refused);
      expect(renameChoice(several, key, label, ctxWith(everyType))).toMatchObject(refused);
      expect(addChoice(field, label, ctxWith(everyType)).ok).toBe(true);
    }
    expect(addChoice(several, '新 材料', ctxWith(everyType)).ok).toBe(true);
  });

  it('change places', () => {
    const moved = afterwards(everyType, moveChoice(key, 1, ctxWith(everyType)));
    const own = moved.choices.filter(({ fieldId }) => fieldId === 'choice');
    expect(inPosition(own).map(({ label }) => label)).toEqual(['一般', '重点']);
  });

  it('of every type that the app offers can be described', () => {
    expect(new Set(everyType.fields.map(({ type }) => type))).toEqual(
      new Set(Object.keys(customField.fields.type.options)),
    );
  });
});
