import type { Change } from '../commits/change.ts';
import type { Values } from '../commits/commit.ts';
import { err, ok, type Result } from '../core/result.ts';
import { foldWithoutBlanks } from '../core/text.ts';
import type { AnyEntity } from '../entities/entity.ts';
import type { RefField } from '../entities/field.ts';
import { parseField } from '../entities/kinds.ts';
import type { Problem } from '../entities/problem.ts';

/** What a sheet's cells can name: the records on the desk, and the kinds that they are of. */
export interface Links {
  readonly entity: (name: string) => AnyEntity | undefined;
  /** The ids of the records of a kind that are called so. */
  readonly find: (entity: string, name: string) => readonly string[];
}

export const NO_LINKS: Links = { entity: () => undefined, find: () => [] };

/** A name as it is compared: width, case and blanks make no difference. */
export const linkKey = foldWithoutBlanks;

/** What a record can be called by in a sheet: its title, or a code that alone says which it is. */
export function linkKeysOf({ title, identity = [] }: AnyEntity, values: Values): readonly string[] {
  const codes = identity.flatMap((fields) => (fields.length === 1 ? fields : []));
  const names = [title, ...codes].map((field) => values[field]);
  return names.flatMap((name) => (typeof name === 'string' ? [linkKey(name)] : []));
}

const TO_COME = 'new:';
/** Stands for the id of a record that a sheet names and that is still to be made. */
const placeholder = (name: string): string => `${TO_COME}${name}`;
/** The name of the record that a placeholder stands for; null for an id. */
export const nameToCome = (id: string): string | null =>
  id.startsWith(TO_COME) ? id.slice(TO_COME.length) : null;

/** A record that has nothing but its name can be made from a cell. */
const isMadeOfName = ({ fields, title }: AnyEntity): boolean =>
  Object.entries(fields).every(([name, { required }]) => !required || name === title);

/** The id of the record that a cell names, or a placeholder for one that is made with its row. */
export function readLink(text: string, field: RefField, links: Links): Result<string, Problem> {
  const [id, ...others] = links.find(field.entity, text);
  if (others.length > 0) return err({ type: 'severalRecords', text });
  if (id !== undefined) return ok(id);
  const entity = links.entity(field.entity);
  const title = entity?.fields[entity.title];
  if (!entity || !title || !isMadeOfName(entity)) return err({ type: 'noSuchRecord', text });
  const name = parseField(title, text);
  return name.ok ? ok(placeholder(String(name.value))) : name;
}

/** Puts ids in the places of records to come, and makes each of them once, before it is named. */
export function createSettling(
  links: Pick<Links, 'entity'>,
  nextId: () => string,
): (change: Change) => readonly Change[] {
  const made = new Map<string, string>();
  return (change) => {
    if ('delete' in change) return [change];
    const isPut = 'put' in change;
    const fields = links.entity(isPut ? change.put : change.patch)?.fields ?? {};
    const values = isPut ? change.value : change.set;
    const puts: Change[] = [];
    const settled: Record<string, Values[string]> = { ...values };
    for (const [field, value] of Object.entries(values)) {
      const description = fields[field];
      const name = typeof value === 'string' ? nameToCome(value) : null;
      const entity = description?.kind === 'ref' && links.entity(description.entity);
      if (name === null || !entity) continue;
      const key = `${entity.name} ${linkKey(name)}`;
      const id = made.get(key) ?? nextId();
      if (!made.has(key)) puts.push({ put: entity.name, id, value: { [entity.title]: name } });
      made.set(key, id);
      settled[field] = id;
    }
    return [...puts, isPut ? { ...change, value: settled } : { ...change, set: settled }];
  };
}
