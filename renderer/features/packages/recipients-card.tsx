import { Button, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Values } from '../../../shared/commits/index.ts';
import {
  type AchievementPackage,
  newestFirst,
  type PackageEdition,
  type PackageRecipient,
  packageRecipient,
  sendingProblem,
} from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { askNames, useNames } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import type { Draft } from '../../ui/draft.ts';
import { entryOf, FieldInput } from '../../ui/field-input.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { notify } from '../../ui/notify.ts';
import { Card } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { useSave } from '../../ui/save.ts';
import css from './packages.module.css';
import { Results } from './results.tsx';

const { fields } = packageRecipient;
const names = Object.keys(fields);
/** What a form asks for by a field of its own: the edition is chosen from those that there are. */
const asked = names.filter((name) => name !== 'edition');

const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

/** The edition, from those that there are; and the name of an enterprise that was chosen. */
function EditionChoice({
  draft,
  editions,
}: {
  readonly draft: Draft;
  readonly editions: readonly PackageEdition[];
}) {
  const words = useWords();
  const { t } = words;
  const { enterpriseId, contactId, recipient, edition } = draft.values;
  const set = draft.set;
  // Who is known need not be written again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what is chosen, not what is typed
  useEffect(() => {
    const ids = [enterpriseId, contactId].filter((id) => typeof id === 'string');
    if (ids.length === 0 || recipient !== undefined) return;
    void askNames(ids).then((known) => {
      const name = ids
        .map((id) => known[id] ?? '')
        .join(' ')
        .trim();
      if (name !== '') set('recipient', entryOf(name));
    });
  }, [enterpriseId, contactId]);
  const chosen = editions.find(({ number }) => number === edition);
  return (
    <Select
      label={words.in(fields.edition.label)}
      allowDeselect={false}
      data={newestFirst(editions).map(({ number, madeOn }) => ({
        value: String(number),
        label: `${t('package.edition', { number })} · ${madeOn}`,
      }))}
      description={chosen && chosen.layer !== 'L0' ? t('package.underNda') : undefined}
      value={typeof edition === 'number' ? String(edition) : null}
      onChange={(value) => set('edition', entryOf(value === null ? null : Number(value)))}
    />
  );
}

function RecipientPanel({
  record,
  editions,
  one,
  onClose,
}: {
  readonly record: AchievementPackage;
  readonly editions: readonly PackageEdition[];
  /** Null for a new one; undefined while the panel is closed. */
  readonly one: PackageRecipient | null | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const write = async (values: Values): Promise<boolean> => {
    const edition = editions.find(({ number }) => number === values.edition);
    const problem =
      edition &&
      sendingProblem(edition, {
        ndaNo: textOf(values, 'ndaNo'),
        ndaOn: textOf(values, 'ndaOn'),
        sentOn: textOf(values, 'sentOn'),
      });
    if (problem) {
      notify.problem(t(`package.${problem}`));
      return false;
    }
    if (!one) return (await save.create(packageRecipient, values)) !== null;
    const blank = Object.entries(fields).flatMap(([name, field]) =>
      'required' in field ? [] : [[name, null]],
    );
    const recipient = textOf(values, 'recipient');
    return save.changes({ key: 'editRecipient', params: { recipient } }, [
      {
        patch: packageRecipient.name,
        id: one.id,
        set: { ...Object.fromEntries(blank), ...values },
      },
    ]);
  };
  const known: Readonly<Record<string, unknown>> = one ?? {
    packageId: record.id,
    edition: newestFirst(editions)[0]?.number,
    sentOn: today(),
    outcome: 'none',
  };
  const initial = Object.fromEntries(
    names.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
  ) as Values; // of its own fields
  return (
    <FormPanel
      key={one?.id ?? 'new'}
      opened={one !== undefined}
      title={t(one ? 'package.editRecipient' : 'package.addRecipient')}
      entity={packageRecipient}
      only={asked}
      initial={initial}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={write}
    >
      {(draft) => <EditionChoice draft={draft} editions={editions} />}
    </FormPanel>
  );
}

function RecipientRow({
  one,
  deal,
  onEdit,
}: {
  readonly one: PackageRecipient;
  readonly deal: string | undefined;
  readonly onEdit: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const isFixed = useReadOnly() !== null;
  const { recipient, edition, sentOn, ndaNo, ndaOn = '', outcome, dealId, note } = one;
  return (
    <li data-recipient={recipient}>
      <span className={css.what}>
        <span>{recipient}</span>
        <small>
          {sentOn} · {t('package.edition', { number: edition })}
          {ndaNo !== undefined && ` · ${t('package.nda', { no: ndaNo, on: ndaOn })}`}
          {note !== undefined && ` · ${note}`}
        </small>
      </span>
      {dealId !== undefined && <Link href={pathOf('deal', dealId)}>{deal ?? '—'}</Link>}
      {isFixed ? (
        <FieldValue entity={packageRecipient} name="outcome" value={outcome} />
      ) : (
        <span className={css.outcome}>
          <FieldInput
            bare
            field={{ ...fields.outcome, required: true }}
            entry={entryOf(outcome)}
            onChange={(entry) => {
              if (entry.type !== 'value' || entry.value === outcome) return;
              void save.changes({ key: 'editRecipient', params: { recipient } }, [
                { patch: packageRecipient.name, id: one.id, set: { outcome: entry.value } },
              ]);
            }}
          />
        </span>
      )}
      <RowMenu
        label={t('package.actions', { title: recipient })}
        onEdit={onEdit}
        onDelete={() =>
          void save.changes(
            { key: 'delete', params: { entity: packageRecipient.name, title: recipient } },
            [{ delete: packageRecipient.name, id: one.id }],
          )
        }
      />
    </li>
  );
}

/** Who got which edition, and what came of it. */
export function RecipientsCard({
  record,
  editions,
  recipients,
}: {
  readonly record: AchievementPackage;
  readonly editions: readonly PackageEdition[];
  readonly recipients: readonly PackageRecipient[];
}) {
  const { t } = useWords();
  const [editing, setEditing] = useState<PackageRecipient | null>();
  const deals = useNames(recipients.map(({ dealId }) => dealId));
  const isEarly = editions.length === 0;
  return (
    <Card
      title={
        <>
          {t('package.recipients')}
          <Results recipients={recipients} />
        </>
      }
      aside={
        <Changing>
          <Button
            size="xs"
            variant="default"
            disabled={isEarly}
            title={isEarly ? t('package.editionFirst') : undefined}
            onClick={() => setEditing(null)}
          >
            {t('package.addRecipient')}
          </Button>
        </Changing>
      }
    >
      {recipients.length === 0 && <p className={css.none}>{t('package.noRecipients')}</p>}
      <ul className={css.list}>
        {recipients
          .toSorted((a, b) => (a.sentOn > b.sentOn ? -1 : a.sentOn < b.sentOn ? 1 : 0))
          .map((one) => (
            <RecipientRow
              key={one.id}
              one={one}
              deal={one.dealId === undefined ? undefined : deals[one.dealId]}
              onEdit={() => setEditing(one)}
            />
          ))}
      </ul>
      <RecipientPanel
        record={record}
        editions={editions}
        one={editing}
        onClose={() => setEditing(undefined)}
      />
    </Card>
  );
}
