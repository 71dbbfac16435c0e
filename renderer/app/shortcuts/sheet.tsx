import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useWords } from '../i18n.ts';
import type { Action } from '../palette/action.ts';
import { openDialog, useDialog } from '../palette/store.ts';
import { type Keys, keyCaps } from './keys.ts';
import { shortcutPlaces } from './places.ts';
import css from './sheet.module.css';

function Pressed({ keys }: { readonly keys: Keys }) {
  return (
    <span className={css.keys}>
      {keys.map((one) => (
        <span key={one} className={css.way}>
          {keyCaps(one).map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

function Place({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly keys: Keys }[];
}) {
  return (
    <section className={css.place}>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ text, keys }) => (
          <Fragment key={text}>
            <dt>{text}</dt>
            <dd>
              <Pressed keys={keys} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** All shortcuts by place: those of the actions, and those that belong to a place of their own. */
export function ShortcutSheet({ actions }: { readonly actions: readonly Action[] }) {
  const { t, in: say } = useWords();
  const isOpen = useDialog(({ open }) => open === 'sheet');
  const everywhere = actions.flatMap(({ label, keys }) =>
    keys ? [{ text: say(label), keys }] : [],
  );
  return (
    <Modal
      opened={isOpen}
      onClose={() => openDialog(null)}
      title={t('sheet.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      size={900}
      classNames={{ content: css.dialog ?? '', header: css.head ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      <div className={css.places}>
        <Place title={t('sheet.everywhere')} lines={everywhere} />
        {shortcutPlaces.map(({ place, shortcuts }) => (
          <Place
            key={place}
            title={t(place)}
            lines={shortcuts.map(({ keys, does }) => ({ text: t(does), keys }))}
          />
        ))}
      </div>
      <p className={css.hint}>{t('sheet.hint')}</p>
    </Modal>
  );
}
