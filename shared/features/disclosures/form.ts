import type { Block, Printed } from '../../contract/printed.ts';
import type { CivilDate } from '../../core/dates.ts';
import type { Language } from '../../core/language.ts';
import type { Translate } from '../../core/messages.ts';
import type { Fields } from '../../entities/entity.ts';
import { formatField } from '../../entities/kinds.ts';
import {
  type Disclosure,
  type DisclosureInventor,
  type DisclosurePublication,
  disclosure,
  disclosureInventor,
  disclosurePublication,
} from './entity.ts';
import { inventorsInOrder } from './inventors.ts';

export interface DisclosureForm {
  readonly record: Disclosure;
  readonly inventors: readonly DisclosureInventor[];
  readonly publications: readonly DisclosurePublication[];
}

export interface FormWording {
  readonly language: Language;
  readonly t: Translate;
  /** In whose name it is filed; may be empty. */
  readonly firm: string;
  readonly today: CivilDate;
}

/** On paper, what nobody entered is told from what was left out. */
const DASH = '—';

/** Long texts stand on lines of their own, everything else in two columns. */
function factsOf(section: string, record: Disclosure, language: Language): readonly Block[] {
  const described: Fields = disclosure.fields;
  const values: Readonly<Record<string, unknown>> = record;
  const own = Object.entries(described).filter(
    ([name, field]) => field.section === section && name !== 'tags',
  );
  const block = (columns: 1 | 2, fields: typeof own): readonly Block[] =>
    fields.length === 0
      ? []
      : [
          {
            type: 'facts',
            columns,
            facts: fields.map(([name, field]) => ({
              name: field.label[language],
              value: formatField(field, values[name], language) || DASH,
            })),
          },
        ];
  return [
    ...block(
      2,
      own.filter(([, { kind }]) => kind !== 'note'),
    ),
    ...block(
      1,
      own.filter(([, { kind }]) => kind === 'note'),
    ),
  ];
}

function inventorTable(inventors: readonly DisclosureInventor[], wording: FormWording): Block {
  const { language, t } = wording;
  const { name, belongs, affiliation, shareBp } = disclosureInventor.fields;
  const total = inventors.reduce((sum, one) => sum + one.shareBp, 0);
  return {
    type: 'table',
    columns: [
      { title: t('disclosureForm.no'), align: 'end', share: 1 },
      { title: name.label[language], align: 'start', share: 3 },
      { title: belongs.label[language], align: 'start', share: 2 },
      { title: affiliation.label[language], align: 'start', share: 4 },
      { title: shareBp.label[language], align: 'end', share: 2 },
    ],
    rows: inventorsInOrder(inventors).map((one, index) => [
      String(index + 1),
      one.name,
      formatField(belongs, one.belongs, language),
      one.affiliation ?? '',
      formatField(shareBp, one.shareBp, language),
    ]),
    totals: [t('disclosureForm.total'), '', '', '', formatField(shareBp, total, language)],
  };
}

function publicationTable(
  publications: readonly DisclosurePublication[],
  { language }: FormWording,
): Block {
  const { what, medium, where, plannedOn, publishedOn } = disclosurePublication.fields;
  const dayOf = (one: DisclosurePublication) => one.publishedOn ?? one.plannedOn ?? '';
  return {
    type: 'table',
    columns: [
      { title: what.label[language], align: 'start', share: 4 },
      { title: medium.label[language], align: 'start', share: 2 },
      { title: where.label[language], align: 'start', share: 4 },
      { title: plannedOn.label[language], align: 'start', share: 2 },
      { title: publishedOn.label[language], align: 'start', share: 2 },
    ],
    rows: publications
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
      .map((one) => [
        one.what,
        formatField(medium, one.medium, language),
        one.where ?? '',
        one.plannedOn ?? '',
        one.publishedOn ?? '',
      ]),
    totals: null,
  };
}

/**
 * A disclosure as the form that inventors sign and their unit files (职务科技成果披露表): all sections
 * of the record in their order, inventors with their shares, what is or will be public, a declaration
 * and the lines to sign on. Blanks show as a dash.
 */
export function disclosureForm(
  { record, inventors, publications }: DisclosureForm,
  wording: FormWording,
): Printed {
  const { language, t, firm, today } = wording;
  const note = (key: string): Block => ({ type: 'paragraph', text: t(key), muted: true });
  const after: Readonly<Record<string, readonly Block[]>> = {
    basics: [
      inventors.length === 0
        ? note('disclosureForm.noInventors')
        : inventorTable(inventors, wording),
    ],
    origin: [
      publications.length === 0
        ? note('disclosureForm.noPublications')
        : publicationTable(publications, wording),
    ],
  };
  const signs = ['inventors', 'department', 'office', 'unit'];
  return {
    language,
    orientation: 'portrait',
    firm: firm || (record.unit ?? ''),
    title: t('disclosureForm.title'),
    subtitle: record.title,
    footer: t('disclosureForm.footer', { title: record.title, date: today }),
    watermark: '',
    contents: false,
    sections: [
      ...Object.entries(disclosure.sections).map(([section, label]) => ({
        heading: label[language],
        blocks: [...factsOf(section, record, language), ...(after[section] ?? [])],
        startsPage: false,
      })),
      {
        heading: t('disclosureForm.statement'),
        blocks: [
          { type: 'paragraph', text: t('disclosureForm.declared'), muted: false },
          { type: 'signatures', names: signs.map((who) => t(`disclosureForm.sign.${who}`)) },
        ],
        startsPage: false,
      },
    ],
  };
}
