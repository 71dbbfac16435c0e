import type { ReactNode } from 'react';
import { useWords } from '../../app/i18n.ts';
import { useDesk } from '../../data/session.ts';
import { useVault } from '../../data/vault.ts';
import { useDateWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { sizeText } from '../../ui/size.ts';
import { recordsIn, useCountsText } from './counts.ts';
import css from './standing.module.css';
import { useFailureText } from './use-failure-text.ts';

/** `soon` is not yet so, and comes by itself; `alarm` wants somebody to do something. */
type Tone = 'good' | 'soon' | 'alarm';

interface Line {
  readonly key: 'journal' | 'latest' | 'proof' | 'second' | 'space';
  readonly tone: Tone;
  readonly text: string;
}

function useJournalLine(): Line {
  const { t } = useWords();
  const { moment } = useDateWords();
  const save = useDesk((state) => state.save);
  const key = 'journal';
  if (save.type === 'failed') return { key, tone: 'alarm', text: t('safety.journal.failed') };
  if (save.type === 'saving') return { key, tone: 'good', text: t('safety.journal.saving') };
  return {
    key,
    tone: 'good',
    text:
      save.at === null
        ? t('safety.journal.start')
        : t('safety.journal.saved', { time: moment(save.at) }),
  };
}

function useSnapshotLines(): readonly Line[] {
  const { t } = useWords();
  const { moment } = useDateWords();
  const countsText = useCountsText();
  const failureText = useFailureText();
  const { state, snapshots, working, trouble, notProven } = useVault();
  const mine = snapshots.filter(({ deskId, damaged }) => deskId === state?.deskId && !damaged);
  const newest = mine[0];
  const proven = mine.find(({ provenAt }) => provenAt !== null);
  const failed = newest && notProven.includes(newest.name) ? newest : undefined;
  const latest: Line = trouble
    ? {
        key: 'latest',
        tone: 'alarm',
        text: t('safety.latest.failed', { why: failureText(trouble) }),
      }
    : newest
      ? {
          key: 'latest',
          tone: 'good',
          text: t(newest.tally ? 'safety.latest.is' : 'safety.latest.isUncounted', {
            time: moment(newest.takenAt),
            count: recordsIn(newest.tally ?? {}).toLocaleString('en'),
            size: sizeText(newest.size),
          }),
        }
      : { key: 'latest', tone: 'soon', text: t('safety.latest.none') };
  const proof: Line = failed
    ? {
        key: 'proof',
        tone: 'alarm',
        text: t('safety.proof.failed', { time: moment(failed.takenAt) }),
      }
    : proven && proven.provenAt !== null
      ? {
          key: 'proof',
          tone: 'good',
          text: t('safety.proof.is', {
            time: moment(proven.provenAt),
            counts: proven.tally ? countsText(proven.tally) : '—',
          }),
        }
      : {
          key: 'proof',
          tone: 'soon',
          text: t(working?.what === 'proof' ? 'safety.proof.working' : 'safety.proof.none'),
        };
  return [latest, proof];
}

function useSecondLine(): Line {
  const { t } = useWords();
  const { moment } = useDateWords();
  const place = useVault((store) => store.secondPlace);
  const key = 'second';
  if (!place) return { key, tone: 'soon', text: t('safety.second.none') };
  const { folder, copies, copiedAt } = place;
  if (place.state === 'ready') {
    const text =
      copiedAt === null
        ? t('safety.second.readyNone', { folder })
        : t('safety.second.ready', { folder, count: copies, time: moment(copiedAt) });
    return { key, tone: 'good', text };
  }
  // A stick that is not plugged in is as it should be.
  const tone = place.state === 'absent' ? 'soon' : 'alarm';
  return { key, tone, text: t(`safety.second.${place.state}`, { folder }) };
}

function useSpaceLine(): Line | null {
  const { t } = useWords();
  const space = useVault((store) => store.state?.space);
  if (!space) return null;
  const [free, needed] = [sizeText(space.free), sizeText(space.needed)];
  return space.free < space.needed
    ? { key: 'space', tone: 'alarm', text: t('safety.space.low', { free, needed }) }
    : { key: 'space', tone: 'good', text: t('safety.space.is', { free }) };
}

function Headline({ tone, title, hint }: { tone: Tone; title: string; hint: ReactNode }) {
  return (
    <div className={css.headline} data-tone={tone}>
      <Icon name={tone === 'alarm' ? 'warning' : 'safety'} size={28} />
      <div>
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
    </div>
  );
}

/** How safe the desk is now, and what to do where it is not. */
export function Standing() {
  const { t } = useWords();
  const space = useSpaceLine();
  const snapshotLines = useSnapshotLines();
  const lines = [useJournalLine(), ...snapshotLines, useSecondLine(), ...(space ? [space] : [])];
  const alarms = lines.filter(({ tone }) => tone === 'alarm').length;
  const proven = snapshotLines.every(({ tone }) => tone === 'good');
  return (
    <section className={css.standing} aria-label={t('nav.safety')}>
      {alarms > 0 ? (
        <Headline
          tone="alarm"
          title={t('safety.bad', { count: alarms })}
          hint={t('safety.badHint')}
        />
      ) : proven ? (
        <Headline tone="good" title={t('safety.good')} hint={t('safety.goodHint')} />
      ) : (
        <Headline tone="soon" title={t('safety.soon')} hint={t('safety.soonHint')} />
      )}
      <dl>
        {lines.map(({ key, tone, text }) => (
          <div key={key} data-line={key} data-tone={tone}>
            <dt>{t(`safety.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
