import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  type Check,
  type Choice,
  defaultPieces,
  findLeaks,
  guardedValues,
  type Layer,
  mayGoOut,
  nextNumber,
  onePager,
  publishGuard,
} from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useDesk } from '../../data/session.ts';
import { useSettings } from '../../data/settings.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { wordingIn } from '../../ui/document-words.ts';
import { PageHead, TopActions } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { Gone } from '../../ui/use-record-page.tsx';
import { GuardLines } from './guard-lines.tsx';
import { PiecesChoice } from './pieces-choice.tsx';
import { Preview } from './preview.tsx';
import css from './publishing.module.css';
import { RecipientFields, type Wanted } from './recipient-fields.tsx';
import { type Known, useKnown } from './use-known.ts';
import { useHandOut } from './use-writing.ts';

type Reasons = Readonly<Partial<Record<Check, string>>>;

/** The number that the next handout of today gets. */
function useNextNumber(on: string): string | undefined {
  const where = [{ field: 'sentOn', from: on, to: on }];
  const sent = useAnswer({ entity: 'handout', where, from: 0, to: 1_000 });
  return (
    sent &&
    nextNumber(
      on,
      sent.rows.map(({ number }) => String(number)),
    )
  );
}

/** What is chosen on the page, and what follows from it. */
function useChoices(known: Known, number: string) {
  const { language } = useWords();
  const printsPdf = useDesk((state) => state.capabilities?.printsPdf ?? false);
  const firmName = useSettings((state) => state.settings.firmName);
  const [isSigned, setSigned] = useState(true);
  const [reasons, setReasons] = useState<Reasons>({});
  const [pieces, setPieces] = useState<readonly string[]>(defaultPieces('L0'));
  const [wanted, setWanted] = useState<Wanted>({
    recipient: '',
    enterpriseId: null,
    contactId: null,
    layer: 'L0',
    language,
    format: printsPdf ? 'pdf' : 'docx',
    ndaNo: '',
    ndaOn: '',
  });
  const change = (set: Partial<Wanted>): void => {
    setWanted((before) => ({ ...before, ...set }));
    // Each layer tells other things; reasons were given for another document.
    if (set.layer !== undefined && set.layer !== wanted.layer) {
      setPieces(defaultPieces(set.layer));
      setReasons({});
    }
  };
  const { source, around } = known;
  const on = today();
  const { recipient, layer, ndaNo, ndaOn } = wanted;
  const choice: Choice = { recipient, layer, pieces, number, on, ndaNo, ndaOn: ndaOn };
  const wording = wordingIn(wanted.language, isSigned ? firmName : '');
  const made = onePager(source, choice, wording);
  const leaks = findLeaks(made.document, guardedValues(source, layer));
  const lines = publishGuard(source, around, choice, made, leaks);
  return {
    ...{ wanted, change, pieces, setPieces, reasons, setReasons },
    ...{ isSigned: isSigned && firmName !== '', setSigned, firmName, on, wording, made, lines },
  };
}

type Choices = ReturnType<typeof useChoices>;

/** Only what was asked for is kept: a warning that has gone needs no reason. */
const reasonsAsked = ({ lines, reasons }: Choices): Reasons =>
  Object.fromEntries(
    lines.flatMap(({ check, verdict }) => {
      const reason = reasons[check];
      return verdict === 'warn' && reason !== undefined ? [[check, reason]] : [];
    }),
  );

function Foot({
  choices,
  achievementId,
  number,
}: {
  readonly choices: Choices;
  readonly achievementId: string;
  readonly number: string;
}) {
  const { t } = useWords();
  const [, go] = useLocation();
  const isReadOnly = useReadOnly() !== null;
  const { isWriting, handOut } = useHandOut();
  const { lines, reasons, wanted, made, on, isSigned } = choices;
  const blocked = lines.filter(({ verdict }) => verdict === 'block').length;
  const unsaid = lines.filter(
    ({ verdict, check }) => verdict === 'warn' && (reasons[check] ?? '').trim() === '',
  ).length;
  const isNamed = wanted.recipient.trim() !== '';
  const why =
    blocked > 0
      ? t('publishing.stopped', { count: blocked })
      : unsaid > 0
        ? t('publishing.needReasons', { count: unsaid })
        : isNamed
          ? ''
          : t('publishing.needRecipient');
  const make = async (): Promise<void> => {
    const asked = reasonsAsked(choices);
    const ready = { achievementId, number, wanted, made, on, isSigned, reasons: asked };
    if (await handOut(ready)) go(pathOf('achievement', achievementId));
  };
  return (
    <div className={css.foot}>
      <span role="status">{why}</span>
      <Button
        disabled={isReadOnly || isWriting || !isNamed || !mayGoOut(lines, reasons)}
        onClick={() => void make()}
      >
        {t(isWriting ? 'publishing.writing' : 'publishing.write')}
      </Button>
    </div>
  );
}

function Maker({ known, number }: { readonly known: Known; readonly number: string }) {
  const { t } = useWords();
  const choices = useChoices(known, number);
  const { wanted, change, pieces, setPieces, reasons, setReasons, firmName, isSigned } = choices;
  const layer: Layer = wanted.layer;
  return (
    <div className={css.page}>
      <div className={css.form}>
        <h3>{t('publishing.for')}</h3>
        <RecipientFields wanted={wanted} onChange={change} />
        <section className={css.part}>
          <h3>{t('publishing.guard')}</h3>
          <GuardLines
            lines={choices.lines}
            layer={layer}
            known={known}
            reasons={{
              of: reasons,
              set: (check, reason) => setReasons((before) => ({ ...before, [check]: reason })),
            }}
          />
        </section>
        <section className={css.part}>
          <h3>{t('publishing.contents')}</h3>
          <PiecesChoice
            source={known.source}
            layer={layer}
            wording={choices.wording}
            chosen={pieces}
            onChange={setPieces}
          />
          <Checkbox
            mt={10}
            size="xs"
            label={
              firmName === '' ? t('publishing.noFirm') : t('publishing.signed', { firm: firmName })
            }
            disabled={firmName === ''}
            checked={isSigned}
            onChange={(event) => choices.setSigned(event.currentTarget.checked)}
          />
        </section>
        <Foot choices={choices} achievementId={known.source.record.id} number={number} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard */}
      <section className={css.paper} aria-label={t('publishing.preview')} tabIndex={0}>
        <Preview document={choices.made.document} />
      </section>
    </div>
  );
}

/** Makes what one recipient may read of an achievement (单页资料): chosen at the left, seen at the right. */
export function OnePagerPage({ id }: { readonly id: string }) {
  const { t } = useWords();
  const known = useKnown(id);
  const number = useNextNumber(today());
  if (known === null) return <Gone name="achievement" />;
  if (!known || number === undefined) return null;
  const path = pathOf('achievement', id);
  return (
    <>
      <TopActions>
        <Button component={Link} href={path} variant="default">
          {t('action.back')}
        </Button>
      </TopActions>
      <PageHead
        title={t('publishing.page')}
        subtitle={
          <Link className={css.link} href={path}>
            {known.source.record.title}
          </Link>
        }
      />
      <Maker known={known} number={number} />
    </>
  );
}
