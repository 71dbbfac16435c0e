import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { StoredRecord } from '../../shared/commits/index.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { Field } from '../../shared/entities/field.ts';
import { useWords } from '../app/i18n.ts';
import { pagePathOf } from '../app/paths.ts';
import { useNames } from '../index/use-answer.ts';
import { useDateWords } from './dates.ts';
import css from './fact-sheet.module.css';
import { type Entry, entryOf, FieldInput } from './field-input.tsx';
import { FieldValue } from './field-value.tsx';
import { Card } from './page.tsx';
import { useReadOnly } from './read-only.tsx';
import { fieldsBySection } from './record-form.tsx';
import { useSave } from './save.ts';

interface FactProps {
  readonly entity: AnyEntity;
  readonly record: StoredRecord;
  readonly name: string;
  readonly field: Field;
  readonly names: Readonly<Record<string, string>>;
  readonly show?: ((value: unknown) => ReactNode) | undefined;
}

/** What a fact says, and the way to change it where that is possible; null for a blank. */
function FactText({
  name,
  label,
  onEdit,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const text = children ?? <span className={css.blank}>{t('field.blank')}</span>;
  if (useReadOnly()) {
    return (
      <div className={css.text} data-field={name}>
        {text}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={css.value}
      title={t('field.editHint')}
      aria-label={label}
      data-field={name}
      onClick={onEdit}
    >
      {text}
    </button>
  );
}

/** Leads to the record that a fact names, where that has a page. */
function RefLink({ to, label }: { readonly to: string | null; readonly label: string }) {
  const { t } = useWords();
  return (
    to !== null && (
      <Link href={to} className={css.link} aria-label={`${t('field.open')} · ${label}`}>
        {t('field.open')}
      </Link>
    )
  );
}

/** One fact: read as text, edited where it stands. Leaving it saves; Escape leaves it as it was. */
function Fact({ entity, record, name, field, names, show }: FactProps) {
  const words = useWords();
  const dates = useDateWords();
  const save = useSave();
  const [entry, setEntry] = useState<Entry | null>(null);
  const value = record[name];
  const label = words.in(field.label);

  const finish = async (next: Entry): Promise<void> => {
    if (next.type === 'unread') return;
    const after = next.type === 'blank' ? null : next.value;
    if (after === null && field.required) return setEntry(null);
    const done = await save.field(entity, record, name, after);
    if (done) setEntry(null);
  };

  if (entry) {
    // Choosing from a list is complete at once: the entry of this render is not yet the chosen one.
    const choosing = field.kind === 'choice' || field.kind === 'ref' || field.kind === 'date';
    return (
      <div
        role="group"
        aria-label={label}
        className={`${css.fact} ${field.kind === 'note' || field.kind === 'tiers' ? css.wide : ''}`}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
            event.stopPropagation();
            setEntry(null);
          }
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && !choosing) void finish(entry);
        }}
      >
        <small>{label}</small>
        <FieldInput
          field={field}
          entry={entry}
          among={record}
          bare
          autoFocus
          onChange={(next) => {
            setEntry(next);
            if (choosing && next.type !== 'unread') void finish(next);
          }}
          onDone={() => void (choosing || finish(entry))}
        />
      </div>
    );
  }
  const shown = show ? (
    show(value)
  ) : field.kind === 'date' && typeof value === 'string' ? (
    dates.full(value)
  ) : (
    <FieldValue entity={entity} name={name} value={value} names={names} />
  );
  return (
    <div
      className={`${css.fact} ${field.kind === 'note' || field.kind === 'tiers' ? css.wide : ''}`}
    >
      <small>
        {label}
        {field.kind === 'ref' && typeof value === 'string' && (
          <RefLink to={pagePathOf(field.entity, value)} label={label} />
        )}
      </small>
      <FactText name={name} label={label} onEdit={() => setEntry(entryOf(value))}>
        {value === undefined ? null : shown}
      </FactText>
    </div>
  );
}

/** All facts of a record by section, each edited in place. */
export function FactSheet({
  entity,
  record,
  only,
  names: given = {},
  show = {},
  title,
}: {
  readonly entity: AnyEntity;
  readonly record: StoredRecord;
  readonly only?: readonly string[];
  /** Names of records that are called otherwise than by their title, by id. */
  readonly names?: Readonly<Record<string, string>>;
  /** Heads the first section in place of its own name. */
  readonly title?: string;
  /** Says a field's value in another way than its kind does. */
  readonly show?: Readonly<Record<string, (value: unknown) => ReactNode>>;
}) {
  const words = useWords();
  const sections = fieldsBySection(entity, only);
  const refs = sections.flatMap(({ fields }) =>
    fields.flatMap(([name, { kind }]) => {
      const id = record[name];
      return kind === 'ref' && typeof id === 'string' ? [id] : [];
    }),
  );
  const names = { ...useNames(refs), ...given };
  return (
    <>
      {sections.map((section, index) => (
        <Card
          key={section.key}
          title={(index === 0 ? title : undefined) ?? words.in(section.label)}
        >
          <div className={css.facts}>
            {section.fields.map(([name, field]) => (
              <Fact
                key={name}
                entity={entity}
                record={record}
                name={name}
                field={field}
                names={names}
                show={show[name]}
              />
            ))}
          </div>
        </Card>
      ))}
    </>
  );
}
