import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { dateInChina } from '../../../shared/core/dates.ts';
import { useWords } from '../../app/i18n.ts';
import { refreshVault, useVault } from '../../data/vault.ts';
import { useDateWords } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { Card, PageHead } from '../../ui/page.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { PickFile } from './pick-file.tsx';
import { PointPanel } from './point-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { beginRestore, switchBack } from './restore-store.ts';
import css from './safety-page.module.css';
import { SecondPlaceCard } from './second-place-card.tsx';
import { SnapshotsCard } from './snapshots-card.tsx';
import { Standing } from './standing.tsx';
import { useFailureText } from './use-failure-text.ts';

/** A panel that is opened here or by the address (`?do=…`). */
function useAsked(what: 'backup' | 'restore'): readonly [boolean, (opened: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState(false);
  const isAsked = params.get('do') === what;
  return [
    opened || isAsked,
    (next) => {
      setOpened(next);
      if (isAsked && !next) setParams({}, { replace: true });
    },
  ];
}

function BackupCard() {
  const { t } = useWords();
  const [opened, setOpened] = useAsked('backup');
  return (
    <Card title={t('safety.backup')}>
      <p className={css.hint}>{t('safety.backupHint')}</p>
      <div className={css.actions}>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('safety.backupButton')}
        </Button>
      </div>
      <BackupPanel opened={opened} onClose={() => setOpened(false)} />
    </Card>
  );
}

/** The ways to restore that do not begin with a snapshot of the list. */
function RestoreActions() {
  const { t } = useWords();
  const [pointing, setPointing] = useAsked('restore');
  return (
    <>
      <Button variant="default" onClick={() => setPointing(true)}>
        {t('safety.restorePoint')}
      </Button>
      <PickFile
        label={t('safety.restoreFile')}
        onPick={(file) => void beginRestore({ type: 'file', file })}
      />
      <PointPanel opened={pointing} onClose={() => setPointing(false)} />
    </>
  );
}

/** Desks that a restore has left, and the way back to them. */
function KeptCard() {
  const { t } = useWords();
  const { moment } = useDateWords();
  const failureText = useFailureText();
  const kept = useVault((store) => store.state?.kept) ?? [];
  const [busy, setBusy] = useState(false);
  const back = async (deskId: string): Promise<void> => {
    setBusy(true);
    const answer = await switchBack(deskId);
    setBusy(false);
    if (!answer.ok) notify.problem(failureText(answer.error));
  };
  if (kept.length === 0) return null;
  return (
    <Card title={t('safety.kept')}>
      {kept.map(({ deskId, leftAt, keptUntil }) => (
        <div key={deskId} className={css.kept}>
          <div>
            <b>{t('safety.keptOne', { date: moment(leftAt) })}</b>
            <small>{t('safety.keptUntil', { date: dateInChina(keptUntil) })}</small>
          </div>
          <Button variant="default" disabled={busy} onClick={() => void back(deskId)}>
            {t('restore.switchBack')}
          </Button>
        </div>
      ))}
    </Card>
  );
}

/** How safe the desk is, what it is kept in, and all ways to bring it back. */
export function SafetyPage() {
  const { t } = useWords();
  useEffect(() => void refreshVault(), []);
  return (
    <>
      <PageHead title={t('nav.safety')} subtitle={t('safety.lead')}>
        <span className={css.grow} />
        <RestoreActions />
      </PageHead>
      <div className={css.page}>
        <Standing />
        <SnapshotsCard />
        <KeptCard />
        <div className={css.pair}>
          <SecondPlaceCard />
          <BackupCard />
        </div>
      </div>
      <RestorePanel />
    </>
  );
}
