import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import { type Consent, consent, holdsOn } from '../../../shared/features/publishing/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { useParts } from '../../data/read.ts';
import { today } from '../../ui/dates.ts';
import type { Draft } from '../../ui/draft.ts';
import { entryOf } from '../../ui/field-input.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { useSave } from '../../ui/save.ts';
import css from './publishing.module.css';

const BLANKS = { untilOn: null, withdrawnOn: null, proof: null, proofId: null } as const;

function valuesOf(one: Consent | null): Values {
  const { giver, purposes, givenOn, untilOn, withdrawnOn, proof, proofId } = one ?? {
    givenOn: today(),
  };
  const known = { giver, purposes, givenOn, untilOn, withdrawnOn, proof, proofId };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The proof among the attachments of the achievement. */
function ProofChoice({
  achievementId,
  draft,
}: {
  readonly achievementId: string;
  readonly draft: Draft;
}) {
  const { t } = useWords();
  const files = useParts('attachment', achievementId) ?? [];
  const chosen = draft.entryOf('proofId');
  if (files.length === 0) return null;
  return (
    <Select
      label={t('publishing.proofFile')}
      clearable
      placeholder={t('field.choose')}
      data={files.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.type === 'value' ? String(chosen.value) : null}
      onChange={(id) => draft.set('proofId', entryOf(id))}
    />
  );
}

function ConsentPanel({
  achievementId,
  one,
  opened,
  onClose,
}: {
  readonly achievementId: string;
  /** Null for a new one. */
  readonly one: Consent | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const write = async (values: Values): Promise<boolean> => {
    if (one === null) return (await save.create(consent, values)) !== null;
    return save.changes({ key: 'editConsent', params: { giver: String(values.giver) } }, [
      { patch: consent.name, id: one.id, set: { ...BLANKS, ...values } },
    ]);
  };
  return (
    <FormPanel
      key={one?.id ?? 'new'}
      opened={opened}
      title={t(one ? 'publishing.editConsent' : 'publishing.addConsent')}
      entity={consent}
      initial={{ achievementId, ...valuesOf(one) }}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={write}
    >
      {(draft) => <ProofChoice achievementId={achievementId} draft={draft} />}
    </FormPanel>
  );
}

/** From when until when, and whether it holds still. */
function Holds({ one, words: { t } }: { readonly one: Consent; readonly words: Words }) {
  const { givenOn, untilOn, withdrawnOn } = one;
  return (
    <>
      {givenOn} {untilOn !== undefined && t('publishing.until', { date: untilOn })}{' '}
      {withdrawnOn !== undefined ? (
        <Chip tone="caution">{t('publishing.withdrawn', { date: withdrawnOn })}</Chip>
      ) : (
        givenOn <= today() &&
        !holdsOn(one, today()) && <Chip tone="caution">{t('publishing.over')}</Chip>
      )}
    </>
  );
}

/** Who agreed to what, as a ledger: nothing is written over by a withdrawal. */
export function ConsentsPart({
  achievementId,
  consents,
}: {
  readonly achievementId: string;
  readonly consents: readonly Consent[];
}) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const [shown, setShown] = useState<Consent | 'new' | null>(null);
  return (
    <section className={css.part}>
      <h3>
        {t('publishing.consents')}
        <Changing>
          <Button size="compact-xs" variant="default" onClick={() => setShown('new')}>
            {t('publishing.addConsent')}
          </Button>
        </Changing>
      </h3>
      {consents.length === 0 && <p className={css.none}>{t('publishing.noConsents')}</p>}
      <ul className={css.rows}>
        {consents
          .toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : 1))
          .map((one) => (
            <li key={one.id}>
              <span>
                {one.giver}
                <small>
                  <FieldValue entity={consent} name="purposes" value={one.purposes} />
                  {one.proof !== undefined && ` · ${one.proof}`}
                </small>
              </span>
              <span className={css.facts}>
                <Holds one={one} words={words} />
              </span>
              <RowMenu
                label={t('publishing.actions', { what: one.giver })}
                onEdit={() => setShown(one)}
                onDelete={() =>
                  void save.changes(
                    { key: 'delete', params: { entity: consent.name, title: one.giver } },
                    [{ delete: consent.name, id: one.id }],
                  )
                }
              />
            </li>
          ))}
      </ul>
      <ConsentPanel
        achievementId={achievementId}
        one={shown === 'new' ? null : shown}
        opened={shown !== null}
        onClose={() => setShown(null)}
      />
    </section>
  );
}
