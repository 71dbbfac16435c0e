import type { AnyEntity } from '../../../shared/entities/entity.ts';
import type { ChoiceField } from '../../../shared/entities/field.ts';
import type { Words } from '../../app/i18n.ts';

/** A column of a board: the records whose field holds its key, '' for those that hold none. */
export interface BoardColumn {
  readonly key: string;
  readonly title: string;
  /** Nothing can be moved here: the field may not be blank, or the option is offered no more. */
  readonly isFixed?: true;
  /** Not there while nothing stands in it. */
  readonly onlyIfAny?: true;
  /** Stands out among the others. */
  readonly isMarked?: boolean;
}

/** The field as one by whose single choice records can stand on a board; else null. */
export function boardField(entity: AnyEntity, name: string): ChoiceField | null {
  const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
  // What stands in no section is set by commands alone.
  return field?.kind === 'choice' && field.section !== undefined ? field : null;
}

/** The names of all such fields; those that lists show stand first. */
export function boardFields(entity: AnyEntity): readonly string[] {
  const names = Object.keys(entity.fields).filter((name) => boardField(entity, name) !== null);
  const isListed = (name: string) => entity.fields[name]?.listed !== undefined;
  return [...names.filter(isListed), ...names.filter((name) => !isListed(name))];
}

/** One column for each option, in the order of the list, and one for those that have none. */
export function columnsOfChoice(field: ChoiceField, words: Words): readonly BoardColumn[] {
  return [
    ...Object.entries(field.options).map(([key, option]) => ({
      key,
      title: words.in(option),
      ...(option.retired ? ({ isFixed: true, onlyIfAny: true } as const) : {}),
    })),
    ...(field.required ? [] : [{ key: '', title: words.t('field.blank') }]),
  ];
}

/** The column beside another, on the way `by`, to which a card can be moved. */
export function columnBeside(
  columns: readonly BoardColumn[],
  key: string,
  by: 1 | -1,
): BoardColumn | undefined {
  const at = columns.findIndex((column) => column.key === key);
  if (at === -1) return undefined;
  const others = by === 1 ? columns.slice(at + 1) : columns.slice(0, at).reverse();
  return others.find((column) => !column.isFixed);
}
