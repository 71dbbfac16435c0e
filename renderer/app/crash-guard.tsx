import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { saveBackup } from '../data/vault.ts';
import { today } from '../ui/dates.ts';
import { useWords } from './i18n.ts';
import css from './opening.module.css';

interface State {
  readonly error: unknown;
}

function Crashed({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  const save = (): void => void saveBackup(`transfer-desk-${today()}`, { type: 'open' });
  return (
    <main className={css.page}>
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.hint')}</p>
      <pre className={css.detail}>{error instanceof Error ? error.stack : String(error)}</pre>
      <div className={css.actions}>
        <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
        <Button variant="default" onClick={save}>
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
