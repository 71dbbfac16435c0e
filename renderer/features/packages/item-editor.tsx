import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import { type PackageItem, packageItem } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDraft } from '../../ui/draft.ts';
import { entryOf, FieldInput } from '../../ui/field-input.tsx';
import { LineForm } from '../../ui/line-form.tsx';
import css from './packages.module.css';
import { PictureChoice } from './picture-choice.tsx';

const { fields } = packageItem;

/** What a package says of one achievement, written where it stands. */
export function ItemEditor({
  item,
  chapters,
  onSave,
  onClose,
}: {
  readonly item: PackageItem;
  /** Names of the chapters that there are. */
  readonly chapters: readonly string[];
  readonly onSave: (set: Values) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [pictures, setPictures] = useState(item.pictures ?? []);
  const { chapter, words: market } = item;
  const draft = useDraft(packageItem, {
    packageId: item.packageId,
    achievementId: item.achievementId,
    position: item.position,
    ...(chapter === undefined ? {} : { chapter }),
    ...(market === undefined ? {} : { words: market }),
  });
  const take = async (): Promise<boolean> => {
    const values = draft.take();
    if (!values) return false;
    return onSave({
      chapter: values.chapter ?? null,
      words: values.words ?? null,
      pictures: pictures.length === 0 ? null : pictures,
    });
  };
  const entry = draft.entryOf('chapter');
  return (
    <LineForm onTake={take} onClose={onClose} className={css.editor}>
      <FieldInput
        field={fields.words}
        entry={draft.entryOf('words')}
        problem={draft.problemOf('words')}
        onChange={(next) => draft.set('words', next)}
        autoFocus
      />
      <Autocomplete
        size="xs"
        label={words.in(fields.chapter.label)}
        description={words.in(fields.chapter.help)}
        data={[...chapters]}
        maxLength={fields.chapter.max}
        value={entry.type === 'value' ? String(entry.value) : ''}
        onChange={(text) => draft.set('chapter', entryOf(text.trim() === '' ? null : text))}
      />
      <PictureChoice achievementId={item.achievementId} chosen={pictures} onChange={setPictures} />
    </LineForm>
  );
}
