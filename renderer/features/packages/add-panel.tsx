import { Button, Checkbox, Drawer, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { titleOf } from '../../../shared/entities/entity.ts';
import type { Options } from '../../../shared/entities/field.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import {
  type AchievementPackage,
  MOST_ITEMS,
  type PackageItem,
} from '../../../shared/features/packages/index.ts';
import { regions } from '../../../shared/lists/regions.ts';
import { policyFields } from '../../../shared/lists/technology-fields.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { askNames, useAnswer } from '../../index/use-answer.ts';
import { usePressOnce } from '../../ui/press-once.ts';
import css from './packages.module.css';

/** So many are shown; a word more finds the others. */
const SHOWN = 60;

const optionsIn = (options: Options, words: Words) =>
  Object.entries(options).map(([value, option]) => ({ value, label: words.in(option) }));

interface Props {
  readonly record: AchievementPackage;
  readonly items: readonly PackageItem[];
  readonly onAdd: (
    achievements: readonly { readonly id: string; readonly title: string }[],
  ) => Promise<boolean>;
  readonly onClose: () => void;
}

function useSearch({ record, items }: Props) {
  const [text, setText] = useState('');
  // What the package is for is what is looked for first.
  const [field, setField] = useState<string | null>(record.field ?? null);
  const [region, setRegion] = useState<string | null>(null);
  const chosenBy = (name: string, value: string | null) =>
    value === null ? [] : [{ field: name, in: [value] }];
  const found = useAnswer({
    entity: 'achievement',
    text,
    where: [...chosenBy('field', field), ...chosenBy('region', region)],
    from: 0,
    to: SHOWN,
    ids: true,
  });
  const inside = new Set(items.map(({ achievementId }) => achievementId));
  return { text, setText, field, setField, region, setRegion, found, inside };
}

function Body(props: Props) {
  const { items, onAdd, onClose } = props;
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { text, setText, field, setField, region, setRegion, found, inside } = useSearch(props);
  const free = Math.max(0, MOST_ITEMS - items.length);
  const open = (found?.ids ?? []).filter((id) => !inside.has(id)).slice(0, free);
  const add = usePressOnce(async () => {
    const names = await askNames(chosen);
    const isAdded = await onAdd(chosen.map((id) => ({ id, title: names[id] ?? '' })));
    if (isAdded) onClose();
    return isAdded;
  });
  return (
    <div className={css.adding}>
      <p className={css.fine}>{t('package.addHint')}</p>
      <div className={css.search}>
        <TextInput
          aria-label={t('package.find')}
          placeholder={t('package.find')}
          value={text}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label={words.in(achievement.fields.field.label)}
          placeholder={t('package.anyField')}
          clearable
          searchable
          data={optionsIn(policyFields, words)}
          value={field}
          onChange={setField}
        />
        <Select
          aria-label={words.in(achievement.fields.region.label)}
          placeholder={t('package.anyRegion')}
          clearable
          searchable
          data={optionsIn(regions, words)}
          value={region}
          onChange={setRegion}
        />
      </div>
      <div className={css.foundHead}>
        <span className={css.fine}>{found && t('package.found', { count: found.total })}</span>
        {open.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setChosen(open)}>
            {t('package.addFound', { count: open.length })}
          </Button>
        )}
      </div>
      <ul className={css.found}>
        {found?.rows.map((row) => {
          const title = titleOf(achievement, row);
          const isInside = inside.has(row.id);
          return (
            <li key={row.id}>
              <Checkbox
                size="xs"
                label={
                  <>
                    {title}
                    <small>{isInside ? t('package.inside') : [row.units].flat().join('、')}</small>
                  </>
                }
                aria-label={t('package.chooseOne', { title })}
                disabled={isInside || (!chosen.includes(row.id) && chosen.length >= free)}
                checked={isInside || chosen.includes(row.id)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                }
              />
            </li>
          );
        })}
      </ul>
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => void add()}>
          {t('package.addChosen', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}

/** Finds achievements by words, pinyin, field or region, and adds as many as are ticked. */
export function AddPanel({ opened, ...props }: Props & { readonly opened: boolean }) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={props.onClose}
      title={t('package.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Body {...props} />
    </Drawer>
  );
}
