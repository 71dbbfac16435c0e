import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Values } from '../../../shared/commits/index.ts';
import {
  type Disclosure,
  type DisclosurePublication,
  disclosurePublication,
  type Filing,
  NOVELTY_SOURCE,
  type Novelty,
  noveltyMatters,
  noveltyOf,
} from '../../../shared/features/disclosures/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import css from './disclosures.module.css';

const tones: Readonly<Record<Novelty['type'], Tone>> = {
  safe: 'good',
  undated: 'plain',
  graceUsed: 'notice',
  fileBefore: 'caution',
  cameOut: 'alarm',
  graceRuns: 'alarm',
  graceOver: 'alarm',
  lost: 'alarm',
};

const noveltyTone = ({ type }: Novelty): Tone => tones[type];

/** What a publication means, in words. */
function noveltyText(novelty: Novelty, { t }: Words): string {
  if (novelty.type === 'fileBefore' && novelty.days === 0) return t('novelty.today');
  return t(`novelty.${novelty.type}`, {
    on: 'on' in novelty ? novelty.on : '',
    until: 'until' in novelty ? novelty.until : '',
    count: 'days' in novelty ? novelty.days : 0,
  });
}

const BLANKS = {
  medium: null,
  where: null,
  plannedOn: null,
  publishedOn: null,
  graceCase: null,
} as const;

/** The panel for a publication; `one` is null for a new one. */
function PublicationPanel({
  disclosureId,
  one,
  opened,
  onClose,
}: {
  readonly disclosureId: string;
  readonly one: DisclosurePublication | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const write = async (values: Values): Promise<boolean> => {
    if (one === null) return (await save.create(disclosurePublication, values)) !== null;
    return save.changes({ key: 'editPublication', params: { title: String(values.what) } }, [
      { patch: disclosurePublication.name, id: one.id, set: { ...BLANKS, ...values } },
    ]);
  };
  const { what, medium, where, plannedOn, publishedOn, graceCase } = one ?? {};
  const known = { what, medium, where, plannedOn, publishedOn, graceCase };
  const initial = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return (
    <FormPanel
      key={one?.id ?? 'new'}
      opened={opened}
      title={t(one ? 'publications.edit' : 'publications.add')}
      entity={disclosurePublication}
      initial={{ disclosureId, ...initial }}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={write}
    />
  );
}

/** What is out or planned, and what each means for a patent, with the rule that says so. */
export function PublicationsCard({
  record,
  publications,
  filing,
}: {
  readonly record: Disclosure;
  readonly publications: readonly DisclosurePublication[];
  /** What was filed first, if anything was. */
  readonly filing: Filing | null;
}) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const rules = useRules();
  const [shown, setShown] = useState<DisclosurePublication | 'new' | null>(null);
  const dayOf = (one: DisclosurePublication) => one.publishedOn ?? one.plannedOn ?? '';
  const ordered = publications.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const matters = noveltyMatters(record);
  const found = ordered.map((one) => noveltyOf(one, filing?.on, today(), rules));
  const used = new Set(found.flatMap((one) => ('rule' in one ? [one.rule] : [])));
  return (
    <Card
      title={t('publications.title')}
      aside={
        <Changing>
          <Button size="xs" variant="default" onClick={() => setShown('new')}>
            {t('publications.add')}
          </Button>
        </Changing>
      }
    >
      {ordered.length === 0 ? (
        <p className={css.none}>
          <b>{t('publications.none')}</b> {t('publications.noneHint')}
        </p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th>{words.in(disclosurePublication.fields.what.label)}</th>
              <th>{t('publications.day')}</th>
              <th>{t('publications.effect')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {ordered.map((one, index) => {
              const novelty = found[index];
              return (
                <tr key={one.id}>
                  <td>
                    {one.what}
                    <small>
                      <FieldValue entity={disclosurePublication} name="medium" value={one.medium} />{' '}
                      {one.where}
                    </small>
                  </td>
                  <td className={css.day}>{dayOf(one)}</td>
                  <td>
                    {matters && novelty && (
                      <span className={css.effect} data-tone={noveltyTone(novelty)}>
                        {noveltyText(novelty, words)}
                      </span>
                    )}
                  </td>
                  <td>
                    <RowMenu
                      label={t('publications.actions', { what: one.what })}
                      onEdit={() => setShown(one)}
                      onDelete={() =>
                        void save.changes(
                          {
                            key: 'delete',
                            params: { entity: disclosurePublication.name, title: one.what },
                          },
                          [{ delete: disclosurePublication.name, id: one.id }],
                        )
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {matters && filing?.right && (
        <p className={css.fine}>
          {t('novelty.filedAs', { on: filing.on })}{' '}
          <Link href={pathOf('ipRight', filing.right.id)}>{filing.right.title}</Link>
        </p>
      )}
      <p className={css.fine}>
        {matters ? t('novelty.source', { source: NOVELTY_SOURCE }) : t('novelty.noMatter')}
        {matters &&
          [...used].map((row) => (
            <span key={row.key}>
              {' · '}
              <RuleSource row={row} />
            </span>
          ))}
      </p>
      <PublicationPanel
        disclosureId={record.id}
        one={shown === 'new' ? null : shown}
        opened={shown !== null}
        onClose={() => setShown(null)}
      />
    </Card>
  );
}

/** The worst that publications do, beside the title. */
export function NoveltyChip({ novelty }: { readonly novelty: Novelty | null }) {
  const words = useWords();
  if (novelty === null || novelty.type === 'safe' || novelty.type === 'undated') return null;
  return <Chip tone={noveltyTone(novelty)}>{noveltyText(novelty, words)}</Chip>;
}
