import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import {
  type Mention,
  mentionsIn,
  mentionToText,
  type Note,
  note as noteEntity,
  textToMention,
} from '../../../shared/features/notes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { type Entry, entryOf, FieldInput } from '../../ui/field-input.tsx';
import { MentionInput } from './mention-input.tsx';
import css from './notes.module.css';

interface Props {
  /** The note to be changed; a new one when not given. */
  readonly note?: Note;
  /** Null for what is blank. True when it was written. */
  readonly onSave: (values: Values) => Promise<boolean>;
  readonly onLeave?: () => void;
}

/** Where a note is written or changed. What is not saved yet stays while the page does. */
export function NoteEditor({ note, onSave, onLeave }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(note?.text ?? '');
  const [known, setKnown] = useState<readonly Mention[]>(
    () => note?.mentions?.flatMap((one) => textToMention(one) ?? []) ?? [],
  );
  const [day, setDay] = useState<Entry>(() => entryOf(note?.happenedOn));
  const isSaving = useRef(false);
  const latest = useRef(text);
  latest.current = text;
  const isBlank = text.trim() === '';
  const save = async (): Promise<void> => {
    if (isBlank || day.type === 'unread' || isSaving.current) return;
    const mentions = mentionsIn(text, known).map(mentionToText);
    isSaving.current = true;
    const done = await onSave({
      text: text.trim(),
      happenedOn: day.type === 'value' ? day.value : null,
      mentions: mentions.length > 0 ? mentions : null,
    });
    isSaving.current = false;
    // What was typed meanwhile stays.
    if (!done || note || latest.current !== text) return;
    setText('');
    setKnown([]);
    setDay({ type: 'blank' });
  };
  return (
    <div className={css.editor}>
      <MentionInput
        text={text}
        onChange={setText}
        onMention={(mention) => setKnown((before) => [...before, mention])}
        onSave={() => void save()}
        {...(onLeave ? { onLeave } : {})}
        autoFocus={note !== undefined}
        placeholder={t('note.placeholder')}
      />
      {(note || !isBlank) && (
        <div className={css.foot}>
          <span className={css.hint}>{t('note.hint')}</span>
          <span className={css.day}>
            <FieldInput field={noteEntity.fields.happenedOn} entry={day} onChange={setDay} bare />
          </span>
          {onLeave && (
            <Button variant="default" onClick={onLeave}>
              {t('action.cancel')}
            </Button>
          )}
          <Button onClick={() => void save()} disabled={isBlank} title="Ctrl Enter">
            {t('action.save')}
          </Button>
        </div>
      )}
    </div>
  );
}
