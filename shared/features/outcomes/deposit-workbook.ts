import type { Table, Workbook } from '../../contract/spreadsheet.ts';
import type { Fen } from '../../core/money.ts';
import type { AnyEntity } from '../../entities/entity.ts';
import type { Field } from '../../entities/field.ts';
import { formatField } from '../../entities/kinds.ts';
import {
  type Achievement,
  type AchievementPerson,
  type AchievementUnit,
  achievement,
  achievementPerson,
  achievementUnit,
  inPartOrder,
} from '../achievements/index.ts';
import { type IpRight, ipRight } from '../ip-rights/index.ts';
import { type Outcome, outcome } from './entity.ts';
import { formWords } from './messages.ts';

/** An achievement with all that its registration form tells. */
export interface FormParts {
  readonly achievement: Achievement;
  readonly units: readonly AchievementUnit[];
  readonly people: readonly AchievementPerson[];
  readonly rights: readonly IpRight[];
  readonly projects: readonly Outcome[];
}

/** The offices’ forms are Chinese. */
const LANGUAGE = 'zh';

/** The registration form's fields in its order (科技成果登记表，国科发计字〔2000〕542号). */
const FORM_FIELDS = [
  'registrationNo',
  'title',
  'keywords',
  'startedOn',
  'endedOn',
  'secrecy',
  'region',
  'category',
  'attribute',
  'forms',
  'maturity',
  'trl',
  'level',
  'evaluationMethod',
  'evaluator',
  'evaluatedOn',
  'evaluationNo',
  'applicationState',
  'unusedReasons',
  'modes',
  'transferScope',
  'industry',
  'highTechField',
  'discipline',
  'ipc',
  'fundingSource',
  'projectName',
  'projectNo',
  'nationalFundsFen',
  'departmentFundsFen',
  'localFundsFen',
  'ownFundsFen',
  'ownIncomeFen',
  'transferIncomeFen',
  'profitFen',
  'taxFen',
  'exportIncomeFen',
  'savedFen',
  'contactName',
  'contactPhone',
  'contactEmail',
  'recommendedBy',
  'registeredOn',
  'summary',
] as const satisfies readonly (keyof Achievement)[];

const UNIT_FIELDS = ['name', 'uscc', 'nature', 'region', 'address', 'postCode'] as const;
const PERSON_FIELDS = [
  'name',
  'gender',
  'bornOn',
  'jobTitle',
  'education',
  'degree',
  'returned',
  'unit',
  'contribution',
] as const;
const RIGHT_FIELDS = [
  'kind',
  'title',
  'applicationNo',
  'grantNo',
  'status',
  'filedOn',
  'grantedOn',
] as const;
const PROJECT_FIELDS = [
  'title',
  'number',
  'program',
  'startedOn',
  'endedOn',
  'acceptedOn',
  'budgetFen',
] as const;

type Cell = Table['rows'][number][number];
interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'integer';
  readonly width: number;
  readonly value: (row: R) => Cell;
}

/** The form speaks 万元; at six decimals a fen is not lost. */
const wan = (fen: Fen): number => fen / 1_000_000;

const widthOf = ({ kind }: Field): number =>
  kind === 'note' ? 60 : kind === 'choice' || kind === 'date' || kind === 'integer' ? 16 : 24;

/** A field as a column; a blank stays blank, and nothing is put in its place. */
function fieldColumn<R>(
  entity: AnyEntity,
  name: string,
  recordOf: (row: R) => Readonly<Record<string, unknown>>,
): readonly Column<R>[] {
  const field = entity.fields[name];
  if (!field) return [];
  const title = field.label[LANGUAGE];
  const key = `${entity.name}.${name}`;
  if (field.kind === 'money') {
    const value = (row: R): Cell => {
      const fen = recordOf(row)[name];
      return typeof fen === 'number' ? wan(fen) : null;
    };
    return [{ key, title: formWords.inWan(title), kind: 'number', width: 16, value }];
  }
  const value = (row: R): Cell => formatField(field, recordOf(row)[name], LANGUAGE) || null;
  return [{ key, title, kind: 'text', width: widthOf(field), value }];
}

function tableOf<R>(name: string, columns: readonly Column<R>[], rows: readonly R[]): Table {
  return {
    name,
    heading: [],
    columns: columns.map(({ key, title, kind, width }) => ({ key, title, kind, width })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    totals: null,
  };
}

interface OwnRow<T> {
  readonly of: FormParts;
  /** Place in the order of the form, from 1. */
  readonly place: number;
  readonly one: T;
}

const rowsOf = <T>(forms: readonly FormParts[], list: (form: FormParts) => readonly T[]) =>
  forms.flatMap((of) => list(of).map((one, index): OwnRow<T> => ({ of, place: index + 1, one })));

function ownTable<T extends object>(
  name: string,
  entity: AnyEntity,
  fields: readonly string[],
  rows: readonly OwnRow<T>[],
): Table {
  const columns: readonly Column<OwnRow<T>>[] = [
    {
      key: 'achievement',
      title: formWords.achievement,
      kind: 'text',
      width: 36,
      value: ({ of }) => of.achievement.title,
    },
    {
      key: 'place',
      title: formWords.place,
      kind: 'integer',
      width: 8,
      value: ({ place }) => place,
    },
    ...fields.flatMap((field) =>
      fieldColumn<OwnRow<T>>(entity, field, ({ one }) => one as Readonly<Record<string, unknown>>),
    ),
  ];
  return tableOf(name, columns, rows);
}

/**
 * The registration layout (科技成果登记) of achievements: the form itself, and its lists in their order,
 * one sheet each. Amounts in 万元. What is not on the desk stays blank.
 */
export function depositWorkbook(forms: readonly FormParts[]): Workbook {
  const form = FORM_FIELDS.flatMap((name) =>
    fieldColumn<FormParts>(achievement, name, (row) => row.achievement),
  );
  return {
    title: formWords.title,
    language: LANGUAGE,
    tables: [
      tableOf(formWords.form, form, forms),
      ownTable(
        formWords.units,
        achievementUnit,
        UNIT_FIELDS,
        rowsOf(forms, ({ units }) => inPartOrder(units)),
      ),
      ownTable(
        formWords.people,
        achievementPerson,
        PERSON_FIELDS,
        rowsOf(forms, ({ people }) => inPartOrder(people)),
      ),
      ownTable(
        formWords.rights,
        ipRight,
        RIGHT_FIELDS,
        rowsOf(forms, ({ rights }) => rights),
      ),
      ownTable(
        formWords.projects,
        outcome,
        PROJECT_FIELDS,
        rowsOf(forms, ({ projects }) => projects),
      ),
    ],
  };
}
