import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallFailure } from '../../../shared/contract/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDesk } from '../../data/session.ts';
import { setSecondPlace, useVault } from '../../data/vault.ts';
import { notify } from '../../ui/notify.ts';
import { Card, Chip } from '../../ui/page.tsx';
import css from './safety-page.module.css';

type Ask = Parameters<typeof setSecondPlace>[0];

/** Names the second place; says on the spot why a folder cannot be it. */
function useNaming() {
  const { t, tAny, has } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const say = ({ type, ...facts }: CallFailure<'setSecondPlace'> | { readonly type: string }) =>
    setProblem(
      has(`safety.second.${type}`)
        ? tAny(`safety.second.${type}`, facts as Record<string, string>)
        : t('write.failed', { reason: type }),
    );
  const name = async (ask: Ask): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const answer = await setSecondPlace(ask);
    setBusy(false);
    if (!answer.ok) {
      say(answer.error);
      return false;
    }
    const place = answer.value;
    if (place) notify.done(t('safety.second.set', { folder: place.folder }));
    return true;
  };
  return { problem, busy, name };
}

function TypedPath({
  problem,
  busy,
  onUse,
}: {
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onUse: (folder: string) => void;
}) {
  const { t } = useWords();
  const [folder, setFolder] = useState('');
  return (
    <form
      className={css.path}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (folder.trim() !== '') onUse(folder.trim());
      }}
    >
      <TextInput
        label={t('safety.second.path')}
        value={folder}
        maxLength={1000}
        spellCheck={false}
        error={problem}
        onChange={(event) => setFolder(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={folder.trim() === ''}>
        {t('safety.second.use')}
      </Button>
    </form>
  );
}

/** Where copies of the snapshots go: a USB stick, a network folder. */
export function SecondPlaceCard() {
  const { t } = useWords();
  const place = useVault((state) => state.secondPlace);
  const choosesFolders = useDesk((state) => state.capabilities?.choosesFolders ?? false);
  const { problem, busy, name } = useNaming();
  const [changing, setChanging] = useState(false);
  const use = async (ask: Ask): Promise<void> => {
    if (await name(ask)) setChanging(false);
  };
  return (
    <Card
      title={t('safety.second')}
      aside={
        place && (
          <Chip tone={place.state === 'ready' ? 'good' : 'caution'}>
            {t(`safety.second.state.${place.state}`)}
          </Chip>
        )
      }
    >
      <p className={css.hint}>{t('safety.second.hint')}</p>
      {place && <code className={css.folder}>{place.folder}</code>}
      {!choosesFolders && (place === null || changing) && (
        <TypedPath problem={problem} busy={busy} onUse={(folder) => void use({ folder })} />
      )}
      {choosesFolders && problem && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={css.actions}>
        {choosesFolders && (
          <Button variant="default" loading={busy} onClick={() => void use({ choose: true })}>
            {t(place ? 'safety.second.change' : 'safety.second.choose')}
          </Button>
        )}
        {!choosesFolders && place && !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('safety.second.change')}
          </Button>
        )}
        {place && (
          <Button variant="subtle" color="gray" onClick={() => void use({ folder: null })}>
            {t('safety.second.forget')}
          </Button>
        )}
      </div>
    </Card>
  );
}
