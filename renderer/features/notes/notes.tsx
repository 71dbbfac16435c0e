import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import {
  dayOfNote,
  excerptOf,
  type Note,
  newestFirst,
  note as noteEntity,
} from '../../../shared/features/notes/index.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useMakers } from '../../data/makers.ts';
import { useParts } from '../../data/read.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { notify } from '../../ui/notify.ts';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { MentionText } from './mention-text.tsx';
import { NoteEditor } from './note-editor.tsx';
import css from './notes.module.css';

/** A new record has no blank fields. */
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

function Tool({
  icon,
  label,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
}

function NoteRow({ note, actor }: { readonly note: Note; readonly actor: string | undefined }) {
  const { t } = useWords();
  const dates = useDateWords();
  const save = useSave();
  const readOnly = useReadOnly();
  const [editing, setEditing] = useState(false);
  const text = excerptOf(note.text);
  const isPinned = note.pinnedOn !== undefined;
  const edit = (field: string, set: Values): Promise<boolean> =>
    save.changes({ key: 'edit', params: { entity: noteEntity.name, field, title: text } }, [
      { patch: noteEntity.name, id: note.id, set },
    ]);
  const remove = async (): Promise<void> => {
    const label = { key: 'delete', params: { entity: noteEntity.name, title: text } };
    if (await save.changes(label, [{ delete: noteEntity.name, id: note.id }]))
      notify.done(t('note.removed'));
  };
  if (editing && !readOnly) {
    return (
      <li className={css.row}>
        <NoteEditor
          note={note}
          onLeave={() => setEditing(false)}
          onSave={async (values) => {
            const done = await edit('text', values);
            if (done) setEditing(false);
            return done;
          }}
        />
      </li>
    );
  }
  return (
    <li className={css.row} data-pinned={isPinned}>
      <div className={css.head}>
        {isPinned && <Chip tone="notice">{t('note.pinned')}</Chip>}
        <span title={dates.moment(note.createdAt)}>
          {[actor, dates.full(dayOfNote(note))].filter(Boolean).join(' · ')}
        </span>
        <Changing>
          <span className={css.tools}>
            <Tool
              icon="pin"
              label={t(isPinned ? 'note.unpin' : 'note.pin', { text })}
              onClick={() => void edit('pinnedOn', { pinnedOn: isPinned ? null : today() })}
            />
            <Tool icon="edit" label={t('note.edit', { text })} onClick={() => setEditing(true)} />
            <Tool icon="trash" label={t('note.delete', { text })} onClick={() => void remove()} />
          </span>
        </Changing>
      </div>
      <div className={css.text}>
        <MentionText {...note} />
      </div>
    </li>
  );
}

/** What was said and done about a record, newest first, and the place to write the next. */
export function RecordNotes({ kind, id }: { readonly kind: EntityName; readonly id: string }) {
  const { t } = useWords();
  const save = useSave();
  const readOnly = useReadOnly();
  const notes = useParts('note', id);
  const makers = useMakers((notes ?? []).map((one) => one.id));
  if (notes === undefined) return null;
  const add = (values: Values): Promise<boolean> => {
    const title = excerptOf(String(values.text));
    const owned = { ...filled(values), ownerKind: kind, ownerId: id };
    return save.changes({ key: 'create', params: { entity: noteEntity.name, title } }, [
      { put: noteEntity.name, id: freshId(), value: owned },
    ]);
  };
  return (
    <Card
      title={
        <>
          {t('note.title')} {notes.length > 0 && <span className={css.count}>{notes.length}</span>}
        </>
      }
    >
      <Changing>
        <NoteEditor onSave={add} />
      </Changing>
      {readOnly && notes.length === 0 && <p className={css.empty}>{t('note.empty')}</p>}
      {notes.length > 0 && (
        <ul className={css.list}>
          {newestFirst(notes).map((one) => (
            <NoteRow key={one.id} note={one} actor={makers?.get(one.id)} />
          ))}
        </ul>
      )}
    </Card>
  );
}
