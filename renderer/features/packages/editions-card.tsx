import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type AchievementPackage,
  changesSince,
  type EditionChanges,
  leftOutOf,
  newestFirst,
  type PackageEdition,
  type PackageRecipient,
  packageEdition,
  textsByPage,
} from '../../../shared/features/packages/index.ts';
import { checks } from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { partsOfRecord } from '../../data/read.ts';
import { useSettings } from '../../data/settings.ts';
import { useNames } from '../../index/use-answer.ts';
import { printsOf } from '../../ui/document-words.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { checkPackage, goingIn } from './making.ts';
import css from './packages.module.css';

/** What would stand there now otherwise than in an edition, in words. */
function Changes({ changes }: { readonly changes: EditionChanges }) {
  const { t, language } = useWords();
  const { added, removed, changed, isCoverChanged } = changes;
  const names = useNames([...added, ...removed, ...changed]);
  const titles = (ids: readonly string[]) =>
    ids.map((id) => names[id] ?? '—').join(language === 'zh' ? '、' : ', ');
  if (added.length + removed.length + changed.length === 0 && !isCoverChanged)
    return <small role="status">{t('package.same')}</small>;
  return (
    <div className={css.changes} role="status">
      {changed.length > 0 && <small>{t('package.changed', { titles: titles(changed) })}</small>}
      {added.length > 0 && <small>{t('package.added', { titles: titles(added) })}</small>}
      {removed.length > 0 && <small>{t('package.removed', { titles: titles(removed) })}</small>}
      {isCoverChanged && <small>{t('package.cover')}</small>}
    </div>
  );
}

/** Compares an edition with what its package would say now; on demand, for it reads all of it. */
function useComparing(record: AchievementPackage, edition: PackageEdition) {
  const firmName = useSettings((state) => state.settings.firmName);
  const [changes, setChanges] = useState<EditionChanges | 'comparing' | null>(null);
  const compare = async (): Promise<void> => {
    setChanges('comparing');
    const { layer, language, number, madeOn, signed } = edition;
    const leftOut = leftOutOf(edition, await partsOfRecord('packageItem', record.id));
    const now = await checkPackage(record.id, {
      ...{ layer, language, number, on: madeOn, leftOut },
      firm: signed === 'yes' ? firmName : '',
    });
    const texts = now && textsByPage(now.brochure, goingIn(now.sheets, leftOut));
    const prints = texts && (await printsOf(texts)).prints;
    setChanges(prints && changesSince(edition, prints));
  };
  return { changes, compare };
}

function EditionRow({
  record,
  edition,
  sent,
}: {
  readonly record: AchievementPackage;
  readonly edition: PackageEdition;
  readonly sent: number;
}) {
  const words = useWords();
  const { t } = words;
  const labelOf = (check: string): string => {
    const known = Object.entries(checks).find(([name]) => name === check);
    return known ? words.in(known[1]) : check;
  };
  const { changes, compare } = useComparing(record, edition);
  const { number, madeOn, layer, format, language, count, leftOut, name, overrides } = edition;
  return (
    <li data-edition={number}>
      <span className={css.what}>
        <b>{t('package.edition', { number })}</b>
        <small>
          {madeOn} · <FieldValue entity={packageEdition} name="layer" value={layer} /> ·{' '}
          <FieldValue entity={packageEdition} name="language" value={language} /> ·{' '}
          <FieldValue entity={packageEdition} name="format" value={format} /> ·{' '}
          {t('package.editionCount', { count })}
          {leftOut !== undefined && ` · ${t('package.editionLeftOut', { count: leftOut })}`}
        </small>
        <small>{name}</small>
        {overrides?.map((override) => {
          const [check = '', ...reason] = override.split('=');
          return (
            <small key={override}>
              {t('package.setAside', { what: labelOf(check), reason: reason.join('=') })}
            </small>
          );
        })}
        {changes === 'comparing' && <small role="status">{t('package.comparing')}</small>}
        {changes !== null && changes !== 'comparing' && <Changes changes={changes} />}
      </span>
      {sent > 0 && <Chip>{t('package.sentTo', { count: sent })}</Chip>}
      <Button
        size="compact-xs"
        variant="default"
        disabled={changes === 'comparing'}
        onClick={() => void compare()}
      >
        {t('package.compare')}
      </Button>
    </li>
  );
}

/** The brochures that were made, the newest first. */
export function EditionsCard({
  record,
  editions,
  recipients,
}: {
  readonly record: AchievementPackage;
  readonly editions: readonly PackageEdition[];
  readonly recipients: readonly PackageRecipient[];
}) {
  const { t } = useWords();
  return (
    <Card title={t('package.editions')}>
      {editions.length === 0 && <p className={css.none}>{t('package.noEditions')}</p>}
      <ul className={css.list}>
        {newestFirst(editions).map((edition) => (
          <EditionRow
            key={edition.id}
            record={record}
            edition={edition}
            sent={recipients.filter((one) => one.edition === edition.number).length}
          />
        ))}
      </ul>
    </Card>
  );
}
