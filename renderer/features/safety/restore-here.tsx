import { useEffect } from 'react';
import { useWords } from '../../app/i18n.ts';
import { refreshVault, useVault } from '../../data/vault.ts';
import { Card } from '../../ui/page.tsx';
import { PickFile } from './pick-file.tsx';
import css from './restore-here.module.css';
import { RestoreSteps, useChoiceTitle } from './restore-steps.tsx';
import { beginRestore, useRestore } from './restore-store.ts';
import { SnapshotTable } from './snapshots-card.tsx';

/** The restore under way, in place of what it was chosen from; nothing when there is none. */
export function RestoreUnderWay() {
  const title = useChoiceTitle();
  const doing = useRestore((state) => state.doing);
  if (!doing) return null;
  return (
    <div className={css.box}>
      <Card title={title(doing.choice)}>
        <RestoreSteps />
      </Card>
    </div>
  );
}

/** Where the desk cannot be opened: the snapshots and files that it can be restored from. */
export function RestoreHere() {
  const { t } = useWords();
  const snapshots = useVault((state) => state.snapshots);
  const restoring = useRestore((state) => state.doing !== null);
  useEffect(() => void refreshVault(), []);
  if (restoring) return <RestoreUnderWay />;
  return (
    <div className={css.box}>
      <Card
        title={t('safety.snapshots')}
        aside={
          <PickFile
            label={t('safety.restoreFile')}
            onPick={(file) => void beginRestore({ type: 'file', file })}
          />
        }
      >
        {snapshots.length > 0 ? <SnapshotTable snapshots={snapshots} /> : <p>{t('safety.none')}</p>}
      </Card>
    </div>
  );
}
