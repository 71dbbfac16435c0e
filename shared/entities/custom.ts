import type { AnyEntity } from './entity.ts';

/**
 * The user's own fields (自定义字段): a record holds the value of one under its name, which is made of
 * the id of its definition. No field of a description has such a name.
 */
const PREFIX = 'x_';

export const customName = (definitionId: string): string => `${PREFIX}${definitionId}`;

/** Whether a field is the user's own, also one whose definition is not on the desk any more. */
export const isCustomName = (name: string): boolean => name.startsWith(PREFIX);

/** The user's own fields of a kind of record that are in use. */
export const customNamesOf = ({ fields }: AnyEntity): readonly string[] =>
  Object.keys(fields).filter((name) => isCustomName(name) && fields[name]?.section !== undefined);
