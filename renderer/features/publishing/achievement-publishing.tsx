import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  defaultPieces,
  findLeaks,
  guardedValues,
  levelIn,
  offeredPieces,
  onePager,
  publishGuard,
} from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useParts } from '../../data/read.ts';
import { today } from '../../ui/dates.ts';
import { wordingIn } from '../../ui/document-words.ts';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { ConsentsPart } from './consents-part.tsx';
import { GuardLines } from './guard-lines.tsx';
import { HandoutsPart } from './handouts-part.tsx';
import { LevelsPanel } from './levels-panel.tsx';
import css from './publishing.module.css';
import { type Known, useKnown } from './use-known.ts';

/** What stands against a teaser to anyone, as it would be made without further choices. */
function teaserGuard({ source, around }: Known, language: 'zh' | 'en') {
  const choice = {
    recipient: '',
    layer: 'L0',
    pieces: defaultPieces('L0'),
    number: '',
    on: today(),
    ndaNo: '',
    ndaOn: '',
  } as const;
  const made = onePager(source, choice, wordingIn(language, ''));
  return publishGuard(
    source,
    around,
    choice,
    made,
    findLeaks(made.document, guardedValues(source, 'L0')),
  );
}

function Readiness({ known }: { readonly known: Known }) {
  const { t, language } = useWords();
  const open = teaserGuard(known, language).filter(({ verdict }) => verdict !== 'ok');
  return (
    <section className={css.part}>
      <h3>
        {t('publishing.readiness')}
        {open.length === 0 && <Chip tone="good">{t('publishing.ready')}</Chip>}
      </h3>
      <GuardLines lines={open} layer="L0" known={known} />
    </section>
  );
}

function LevelCounts({ known: { source } }: { readonly known: Known }) {
  const { t } = useWords();
  const levels = ['title', ...offeredPieces(source)].map((name) => levelIn(source, name));
  const count = (level: string) => levels.filter((one) => one === level).length;
  return (
    <p className={css.counts}>
      {t('publishing.counts', {
        total: levels.length,
        public: count('public'),
        internal: count('internal'),
        secret: count('tradeSecret'),
      })}
    </p>
  );
}

/** What may be told of an achievement, by whose consent, and who was told what (资料与保密). */
export function AchievementPublishing({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const known = useKnown(id);
  const handouts = useParts('handout', id);
  if (!known || !handouts) return null;
  return (
    <Card
      title={t('publishing.title')}
      aside={
        <>
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t('publishing.levels')}
          </Button>
          <Changing>
            <Button size="xs" onClick={() => go(`/achievements/${id}/one-pager`)}>
              {t('publishing.make')}
            </Button>
          </Changing>
        </>
      }
    >
      <LevelCounts known={known} />
      <Readiness known={known} />
      <ConsentsPart achievementId={id} consents={known.source.consents} />
      <HandoutsPart handouts={handouts} source={known.source} />
      <LevelsPanel known={known} opened={isOpen} onClose={() => setOpen(false)} />
    </Card>
  );
}
