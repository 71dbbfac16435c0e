import { Button, Popover, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Snapshot } from '../../../shared/contract/index.ts';
import { entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { takeSnapshot, useVault } from '../../data/vault.ts';
import { useDateWords } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { Card, Chip, Empty, type Tone } from '../../ui/page.tsx';
import { sizeText } from '../../ui/size.ts';
import { kindsIn, recordsIn } from './counts.ts';
import { beginRestore } from './restore-store.ts';
import css from './snapshots-card.module.css';
import { useFailureText } from './use-failure-text.ts';

function StateChip({
  tone,
  hint,
  children,
}: {
  readonly tone?: Tone;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={hint}>
      <span>
        <Chip tone={tone}>{children}</Chip>
      </span>
    </Tooltip>
  );
}

function State({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useWords();
  const { moment } = useDateWords();
  const notProven = useVault((state) => state.notProven.includes(snapshot.name));
  if (snapshot.damaged) {
    return (
      <StateChip tone="alarm" hint={t('safety.state.damagedHint')}>
        {t('safety.state.damaged')}
      </StateChip>
    );
  }
  if (notProven) {
    return (
      <StateChip tone="alarm" hint={t('safety.state.notProvenHint')}>
        {t('safety.state.notProven')}
      </StateChip>
    );
  }
  if (snapshot.provenAt === null) return <Chip>{t('safety.state.unproven')}</Chip>;
  return (
    <StateChip tone="good" hint={t('safety.state.provenAt', { time: moment(snapshot.provenAt) })}>
      {t('saved.proven')}
    </StateChip>
  );
}

/** How many records of each kind a snapshot holds, for who wants to know. */
function Contents({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, in: say } = useWords();
  const { moment } = useDateWords();
  if (!snapshot.tally) return <span className={css.muted}>—</span>;
  return (
    <Popover position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={css.count}
          aria-label={t('safety.detailsOf', { time: moment(snapshot.takenAt) })}
        >
          {recordsIn(snapshot.tally).toLocaleString('en')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={css.kinds}>
          {kindsIn(snapshot.tally).map(({ name, count }) => (
            <div key={name}>
              <dt>{say(entities[name].plural)}</dt>
              <dd>{count.toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}

function SnapshotRow({
  snapshot,
  here,
}: {
  readonly snapshot: Snapshot;
  /** Whether it is of the current desk. */
  readonly here: boolean;
}) {
  const { t } = useWords();
  const { moment } = useDateWords();
  const when = moment(snapshot.takenAt);
  return (
    <tr>
      <td>{when}</td>
      <td>
        {t(`safety.why.${snapshot.why}`)}{' '}
        {!here && <StateChip hint={t('safety.otherDeskHint')}>{t('safety.otherDesk')}</StateChip>}
      </td>
      <td className="num">
        <Contents snapshot={snapshot} />
      </td>
      <td className="num">{sizeText(snapshot.size)}</td>
      <td>
        <State snapshot={snapshot} />
      </td>
      <td className={css.act}>
        <Button
          variant="default"
          size="compact-xs"
          disabled={snapshot.damaged}
          aria-label={t('restore.title.snapshot', { time: when })}
          onClick={() => void beginRestore({ type: 'snapshot', snapshot })}
        >
          {t('safety.restore')}
        </Button>
      </td>
    </tr>
  );
}

/** So many are shown at first: a day's work. */
const FIRST = 10;

/** The snapshots as a table, newest first; what is chosen there is restored. */
export function SnapshotTable({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const { t } = useWords();
  const current = useVault((state) => state.state?.deskId);
  const [all, setAll] = useState(false);
  const shown = all ? snapshots : snapshots.slice(0, FIRST);
  return (
    <>
      <div className={css.scroller}>
        <table className={css.table}>
          <thead>
            <tr>
              <th>{t('safety.when')}</th>
              <th>{t('safety.why')}</th>
              <th className="num">{t('safety.records')}</th>
              <th className="num">{t('safety.size')}</th>
              <th>{t('safety.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((snapshot) => (
              <SnapshotRow
                key={snapshot.name}
                snapshot={snapshot}
                here={snapshot.deskId === current}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < snapshots.length && (
        <Button variant="subtle" color="gray" onClick={() => setAll(true)}>
          {t('safety.showAll', { count: snapshots.length })}
        </Button>
      )}
    </>
  );
}

function useTake(): { readonly busy: boolean; readonly take: () => Promise<void> } {
  const { t } = useWords();
  const { moment } = useDateWords();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    take: async () => {
      setBusy(true);
      const answer = await takeSnapshot('asked');
      setBusy(false);
      if (!answer.ok) notify.problem(failureText(answer.error));
      else if (answer.value === null) notify.done(t('safety.takenSame'));
      else notify.done(t('safety.taken', { time: moment(answer.value.takenAt) }));
    },
  };
}

/** The snapshots of this computer. */
export function SnapshotsCard() {
  const { t } = useWords();
  const snapshots = useVault((state) => state.snapshots);
  const { busy, take } = useTake();
  return (
    <Card
      title={t('safety.snapshots')}
      aside={
        <Button variant="default" loading={busy} onClick={() => void take()}>
          {t('safety.take')}
        </Button>
      }
    >
      <p className={css.hint}>{t('safety.snapshotsHint')}</p>
      {snapshots.length === 0 ? (
        <Empty title={t('safety.none')} hint={t('safety.noneHint')} />
      ) : (
        <SnapshotTable snapshots={snapshots} />
      )}
    </Card>
  );
}
