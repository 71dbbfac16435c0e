import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { expect } from 'vitest';
import { readSpreadsheet } from '../../../electron/host/reading/read-spreadsheet.ts';
import type { StoredRecord, Values } from '../../../shared/commits/index.ts';
import type { Language } from '../../../shared/core/language.ts';
import type { Translate } from '../../../shared/core/messages.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { entityMessages } from '../../../shared/entities/messages.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import { contact, enterprise } from '../../../shared/features/enterprises/index.ts';
import { encumbrance, ipLink, ipRight } from '../../../shared/features/ip-rights/index.ts';
import { need, needIndicator } from '../../../shared/features/needs/index.ts';
import { catalogueItem, outcome, outcomeLink } from '../../../shared/features/outcomes/index.ts';
import {
  type Cells,
  createIdentityIndex,
  createReading,
  HEAD_ROWS,
  headerAt,
  type ImportColumn,
  identityKeys,
  importMessages,
  type Links,
  linkKey,
  linkKeysOf,
  planReading,
  proposeColumns,
  proposePlace,
  type Reading,
  type RowView,
  type Subject,
  unitAbove,
} from '../../../shared/importing/index.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Cells[];
}

const fixtures = join(import.meta.dirname, '../../fixtures');

export const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));

export async function sheetsOf(file: string): Promise<readonly Sheet[]> {
  const read = await readSpreadsheet(new Uint8Array(readFileSync(join(fixtures, file))));
  expect(read).toMatchObject({ ok: true });
  return read.ok ? read.value.sheets : [];
}

export const subjects: readonly Subject[] = [
  { entity: achievement, parts: [] },
  { entity: enterprise, parts: [contact] },
  { entity: need, parts: [needIndicator] },
  { entity: ipRight, parts: [ipLink, encumbrance] },
  { entity: outcome, parts: [outcomeLink] },
  { entity: catalogueItem, parts: [] },
];

export function subjectNamed(name: string): Subject {
  const subject = subjects.find(({ entity }) => entity.name === name);
  // The tests name kinds of record that the registry has.
  if (!subject) throw new Error(name);
  return subject;
}

export interface Import {
  readonly subject: Subject;
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: readonly ImportColumn[];
  readonly reading: Reading;
  readonly views: readonly RowView[];
}

/** What the desk would hold after records of a kind were written, as the import looks them up. */
export function deskOf(entity: AnyEntity, records: readonly StoredRecord[]) {
  const index = createIdentityIndex<string>();
  for (const record of records) index.add(record.id, identityKeys(entity, record));
  return index;
}

/** What the cells of a sheet about needs can name. */
export const linksTo = (enterprises: readonly StoredRecord[]): Links => ({
  entity: (name) => subjects.find(({ entity }) => entity.name === name)?.entity,
  find: (entity, name) =>
    enterprises
      .filter((one) => linkKeysOf(enterprise, one).includes(linkKey(name)))
      .flatMap(({ id }) => (entity === enterprise.name ? [id] : [])),
});

/** Takes every proposal as it comes and reads the whole sheet. */
export function importAsProposed(
  sheets: readonly Sheet[],
  records: readonly StoredRecord[] = [],
  links: Links = linksTo([]),
): Import {
  const place = proposePlace(
    sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, HEAD_ROWS) })),
    subjects,
  );
  if (!place) throw new Error('no sheet');
  const sheet = sheets[place.sheet] ?? { name: '', hidden: false, rows: [] };
  const subject = subjectNamed(place.entity);
  const headerRow = place.headerRow ?? -1;
  const header = place.headerRow === null ? [] : headerAt(sheet.rows, headerRow);
  const data = sheet.rows.slice(headerRow + 1);
  const unit = unitAbove(sheet.rows, place.headerRow);
  const columns = proposeColumns(header, data.slice(0, HEAD_ROWS), subject, unit);
  const plan = planReading(subject, columns, links);
  const reading = createReading(plan, header, headerRow + 1, deskOf(subject.entity, records));
  // In slices, as it comes from the computer.
  for (let from = 0; from < data.length; from += 100) reading.add(data.slice(from, from + 100));
  const views = reading
    .rowsIn(['ready', 'problem', 'repeated', 'known', 'skipped'])
    .map((row) => reading.view(row));
  return { subject, sheet, headerRow, columns, reading, views };
}

let made = 0;
export const stored = (values: Values, id = `record-${++made}`): StoredRecord =>
  ({ ...values, id, rev: 'rev-1', createdAt: 0, updatedAt: 0 }) as StoredRecord; // test data: fields are plain values

/** What each header's column was proposed to fill: `entity.field`, or why it is left out. */
export const usesOf = (columns: readonly ImportColumn[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.map(({ title, use }) => [
      title,
      use.kind === 'field' ? `${use.target.entity}.${use.target.field}` : use.why,
    ]),
  );

const words = i18next.createInstance();
void words.init({
  resources: {
    zh: { translation: { ...entityMessages.zh, ...importMessages.zh } },
    en: { translation: { ...entityMessages.en, ...importMessages.en } },
  },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

export const wordsIn = (language: Language): Translate => {
  const say = words.getFixedT(language);
  return (key, params = {}) => say(key, params);
};
