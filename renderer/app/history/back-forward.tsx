import { ActionIcon, Tooltip } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { type ListView, putView, viewNow } from '../../ui/list-view.ts';
import { useWords } from '../i18n.ts';
import { kindAt } from '../paths.ts';
import { keysText } from '../shortcuts/keys.ts';
import css from './back-forward.module.css';
import { entryNow, keep, kept } from './entries.ts';

export const BACK_KEYS = ['alt+ArrowLeft', 'mod+['] as const;
export const FORWARD_KEYS = ['alt+ArrowRight', 'mod+]'] as const;

export const goBack = (): void => {
  if (navigation.canGoBack) history.back();
};
export const goForward = (): void => {
  if (navigation.canGoForward) history.forward();
};

const VIEW = 'view';
const pathIn = (url: string | null): string => new URL(url ?? location.href).hash.slice(1);

/** Keeps how a list is looked at where it is left, and looks at it so again on the way back. */
function followViews({ from, navigationType }: NavigationCurrentEntryChangeEvent): void {
  const left = kindAt(pathIn(from.url));
  if (left !== null) keep(from.key, VIEW, viewNow(left));
  const here = kindAt(pathIn(location.href));
  const view = here !== null && kept<ListView>(entryNow(), VIEW);
  if (navigationType === 'traverse' && here !== null && view) putView(here, view);
}

/** The thumb's buttons of a mouse. */
const byButton: Readonly<Record<number, () => void>> = { 3: goBack, 4: goForward };

function onMouseUp(event: MouseEvent): void {
  const go = byButton[event.button];
  if (!go) return;
  // The browser would go as well, where it knows these buttons.
  event.preventDefault();
  go();
}

function subscribe(listener: () => void): () => void {
  navigation.addEventListener('currententrychange', listener);
  return () => navigation.removeEventListener('currententrychange', listener);
}

/** The ways through the window's history. */
export function BackForward() {
  const { t } = useWords();
  const canGoBack = useSyncExternalStore(subscribe, () => navigation.canGoBack);
  const canGoForward = useSyncExternalStore(subscribe, () => navigation.canGoForward);
  useEffect(() => {
    navigation.addEventListener('currententrychange', followViews);
    addEventListener('mouseup', onMouseUp);
    return () => {
      navigation.removeEventListener('currententrychange', followViews);
      removeEventListener('mouseup', onMouseUp);
    };
  }, []);
  return (
    <ActionIcon.Group>
      <Tooltip label={`${t('history.back')}  ${keysText(BACK_KEYS)}`}>
        <ActionIcon
          className={css.way ?? ''}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('history.back')}
          disabled={!canGoBack}
          onClick={goBack}
        >
          <Icon name="fold" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('history.forward')}  ${keysText(FORWARD_KEYS)}`}>
        <ActionIcon
          className={css.way ?? ''}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('history.forward')}
          disabled={!canGoForward}
          onClick={goForward}
        >
          <Icon name="unfold" />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
