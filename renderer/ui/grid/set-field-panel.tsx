import { Button, Drawer, Select } from '@mantine/core';
import { useState } from 'react';
import type { Change } from '../../../shared/commits/index.ts';
import { isCellField } from '../../../shared/entities/cells.ts';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { type Entry, FieldInput } from '../field-input.tsx';
import { notify } from '../notify.ts';
import css from './bulk.module.css';
import { stillThere, type useBulk } from './bulk.ts';

interface Props {
  readonly entity: AnyEntity;
  readonly name: EntityName;
  readonly ids: readonly string[];
  readonly run: ReturnType<typeof useBulk>['run'];
  readonly onClose: () => void;
}

const BLANK: Entry = { type: 'blank' };

/** Gives one field of many records the same value, or clears it. */
export function SetFieldPanel({ entity, name, ids, run, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<string | null>(null);
  const [entry, setEntry] = useState<Entry>(BLANK);
  const field = fieldOf(entity, chosen ?? '');
  const isReady = field && entry.type !== 'unread' && !(entry.type === 'blank' && field.required);
  const apply = async (): Promise<void> => {
    if (!isReady || chosen === null) return;
    const value = entry.type === 'value' ? entry.value : null;
    onClose();
    const there = await stillThere(name, ids);
    const changes = there.map((id): Change => ({ patch: name, id, set: { [chosen]: value } }));
    const label = { key: 'bulkSet', params: { entity: name, field: chosen, count: there.length } };
    if (await run(label, changes)) notify.done(t('grid.changed', { count: there.length }));
  };
  const count = ids.length.toLocaleString('en');
  return (
    <Drawer
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      title={t('grid.setTitle', { count, entity: words.inside(entity.label) })}
    >
      <div className={css.form}>
        <Select
          label={t('grid.field')}
          data={Object.entries(entity.fields).flatMap(([value, one]) =>
            isCellField(one) ? [{ value, label: words.in(one.label) }] : [],
          )}
          value={chosen}
          searchable
          data-autofocus
          placeholder={t('field.choose')}
          onChange={(next) => {
            setChosen(next);
            setEntry(BLANK);
          }}
        />
        {field && (
          <FieldInput key={chosen} field={field} entry={entry} autoFocus onChange={setEntry} />
        )}
        {field && (
          <p className={css.hint}>{t(field.required ? 'grid.requiredHint' : 'grid.setHint')}</p>
        )}
      </div>
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={!isReady} onClick={() => void apply()}>
          {t('grid.apply', { count })}
        </Button>
      </div>
    </Drawer>
  );
}
