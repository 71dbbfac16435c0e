import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { achievementPackage, addItems } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { partsOfRecord } from '../../data/read.ts';
import { askNames } from '../../index/use-answer.ts';
import { isRealEnter } from '../../ui/field-input.tsx';
import { LinkChoice, type Titled } from '../../ui/link-choice.tsx';
import { notify } from '../../ui/notify.ts';
import { usePressOnce } from '../../ui/press-once.ts';
import { Changing } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './packages.module.css';

const titled = async (ids: readonly string[]): Promise<readonly Titled[]> => {
  const names = await askNames(ids);
  return ids.map((id) => ({ id, title: names[id] ?? '' }));
};

/** Writes achievements into a package, there or new, as one step to undo. */
function useAdding(ids: readonly string[]) {
  const { t } = useWords();
  const [, go] = useLocation();
  const save = useSave();
  return {
    into: async ({ id, title }: Titled): Promise<boolean> => {
      const items = await partsOfRecord('packageItem', id);
      const changes = addItems(id, items, await titled(ids), freshId);
      const count = changes.length;
      if (count === 0) {
        notify.done(t('package.nothingAdded', { title }));
        return true;
      }
      const isAdded = await save.changes(
        { key: 'addToPackage', params: { title, count } },
        changes,
      );
      if (isAdded) notify.done(t('package.addedTo', { title, count }));
      return isAdded;
    },
    create: async (title: string): Promise<boolean> => {
      const id = freshId();
      const items = addItems(id, [], await titled(ids), freshId);
      const label = { key: 'newPackage', params: { title, count: items.length } };
      const isMade = await save.changes(label, [
        { put: achievementPackage.name, id, value: { title, state: 'draft' } },
        ...items,
      ]);
      if (isMade) go(pathOf('achievementPackage', id));
      return isMade;
    },
  };
}

function Body({ ids, onDone }: { readonly ids: readonly string[]; readonly onDone: () => void }) {
  const { t } = useWords();
  const { into, create } = useAdding(ids);
  const [title, setTitle] = useState('');
  const make = usePressOnce(async () => title.trim() !== '' && create(title.trim()));
  return (
    <div className={css.addTo}>
      <LinkChoice
        name="achievementPackage"
        label={t('package.choose')}
        linked={[]}
        where={[{ not: { field: 'state', in: ['closed'] } }]}
        onLink={async (chosen) => {
          if (await into(chosen)) onDone();
        }}
      />
      <TextInput
        size="xs"
        data-autofocus
        label={t('package.orNew')}
        placeholder={t('package.newTitle')}
        aria-label={t('package.newTitle')}
        maxLength={achievementPackage.fields.title.max}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => isRealEnter(event) && void make()}
      />
      <Button size="xs" disabled={title.trim() === ''} onClick={() => void make()}>
        {t('package.createWith')}
      </Button>
    </div>
  );
}

/** Puts chosen achievements into a package that there is, or into a new one. */
export function AddToPackage({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <Changing>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="top"
        width={280}
        trapFocus
        withinPortal
      >
        <Popover.Target>
          <Button variant="default" onClick={() => setOpened(!opened)}>
            {t('package.addTo')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Body ids={ids} onDone={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
    </Changing>
  );
}
