import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { dateInChina } from '../../shared/core/dates.ts';
import { saveBackup } from '../data/vault.ts';
import { useFailureText } from '../features/safety/use-failure-text.ts';
import { useTellBackup } from '../features/safety/use-tell-backup.ts';
import { notify } from '../ui/notify.ts';
import { useWords } from './i18n.ts';
import css from './opening.module.css';

interface State {
  readonly error: unknown;
}

function Crashed({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  const tell = useTellBackup();
  const failureText = useFailureText();
  const save = async (): Promise<void> => {
    const name = `transfer-desk-${dateInChina(Date.now())}`;
    const answer = await saveBackup(name, { type: 'open' });
    if (answer.ok) tell(answer.value);
    else notify.problem(failureText(answer.error));
  };
  return (
    <main className={css.page}>
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.hint')}</p>
      <pre className={css.detail}>{error instanceof Error ? error.stack : String(error)}</pre>
      <div className={css.actions}>
        <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
        <Button variant="default" onClick={() => void save()}>
          {t('crash.backup')}
        </Button>
      </div>
    </main>
  );
}

/** The last handler of bugs in screens. React knows no other form of it than a class. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Crashed error={this.state.error} />;
  }
}
