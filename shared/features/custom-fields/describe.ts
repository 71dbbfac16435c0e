import type { Bilingual } from '../../core/language.ts';
import { customName } from '../../entities/custom.ts';
import type { AnyEntity, Fields } from '../../entities/entity.ts';
import type { Field, Options } from '../../entities/field.ts';
import type { CustomChoice, CustomField } from './entity.ts';

/** The definitions on a desk. */
export interface Definitions {
  readonly fields: readonly CustomField[];
  readonly choices: readonly CustomChoice[];
}

/** Records in the order that the user gave them. */
export const inPosition = <R extends Pick<CustomChoice, 'id' | 'position'>>(
  records: readonly R[],
): readonly R[] => records.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** Texts up to this length are grouped by and found by pinyin; longer ones are long texts. */
const TEXT_MAX = 80;
/** Pixels in a list. */
const WIDTH = 120;

const SECTION = 'custom';
const section: Bilingual = { zh: '自定义字段', en: 'Custom fields' };

const yesNo: Options = {
  yes: { zh: '是', en: 'Yes', aliases: ['有', '对', '√', '✓', 'Y', 'true', '1'] },
  no: { zh: '否', en: 'No', aliases: ['无', '没有', '不是', '×', '✗', 'N', 'false', '0'] },
};

const both = (text: string): Bilingual => ({ zh: text, en: text });

function optionsOf(id: string, choices: readonly CustomChoice[]): Options {
  const own = inPosition(choices.filter(({ fieldId }) => fieldId === id));
  return Object.fromEntries(
    own.map((choice) => [
      choice.id,
      { ...both(choice.label), ...(choice.archivedOn === undefined ? {} : { retired: true }) },
    ]),
  );
}

/** What the type says of the field; `searched` where words can be found in it. */
function typed(definition: CustomField, label: Bilingual, choices: readonly CustomChoice[]): Field {
  const searched = true;
  switch (definition.type) {
    case 'text':
      return { kind: 'text', label, searched, max: TEXT_MAX };
    case 'note':
      return { kind: 'note', label, searched };
    case 'number':
      return { kind: 'number', label };
    case 'amount':
      return { kind: 'money', label };
    case 'date':
      return { kind: 'date', label };
    case 'choice':
      return { kind: 'choice', label, searched, options: optionsOf(definition.id, choices) };
    case 'choices':
      return { kind: 'choices', label, searched, options: optionsOf(definition.id, choices) };
    case 'yesNo':
      return { kind: 'choice', label, options: yesNo };
    case 'link':
      // Sheets name the record: with headers, even none beside the label, a column fills it.
      return { kind: 'ref', label, searched, headers: [], entity: definition.target ?? '' };
  }
}

/** The label with its unit: headers of spreadsheets mean the field with and without what is in brackets. */
function labelOf({ label, unit, archivedOn }: CustomField): Bilingual {
  const inBrackets = (zh: string, en: string): Bilingual => ({
    zh: `${label}（${zh}）`,
    en: `${label} (${en})`,
  });
  if (archivedOn !== undefined) return inBrackets('已停用', 'archived');
  return unit === undefined ? both(label) : inBrackets(unit, unit);
}

/** An archived field stands in no form and is not searched: what records hold in it is still read. */
function fieldOfDefinition(definition: CustomField, choices: readonly CustomChoice[]): Field {
  const field = typed(definition, labelOf(definition), choices);
  if (definition.archivedOn !== undefined) {
    const { searched: _searched, ...rest } = field;
    return rest;
  }
  return { ...field, section: SECTION, ...(definition.inList === 'yes' ? { listed: WIDTH } : {}) };
}

/**
 * The description of a kind of record with the fields that users gave it: every reader of the
 * description then treats them as its own. The same object where there are none.
 */
export function withCustomFields(entity: AnyEntity, { fields, choices }: Definitions): AnyEntity {
  const own = inPosition(fields.filter(({ recordKind }) => recordKind === entity.name));
  if (own.length === 0) return entity;
  const described: Fields = Object.fromEntries(
    own.map((definition) => [customName(definition.id), fieldOfDefinition(definition, choices)]),
  );
  return {
    ...entity,
    sections: { ...entity.sections, [SECTION]: section },
    fields: { ...entity.fields, ...described },
  };
}
