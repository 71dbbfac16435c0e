import { ActionIcon, Button, FileButton, Menu, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type Attachment, bareName } from '../../../shared/features/attachments/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useTextProblems } from '../../data/attachment-texts.ts';
import { useDateWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { sizeText } from '../../ui/size.ts';
import css from './attachments.module.css';
import { KindBadge } from './kind-badge.tsx';
import type { FileActions } from './use-file-actions.ts';
import type { FileProblem } from './use-problems.ts';

/** What changes an attachment; null while nothing can be changed. */
export interface RowChanges {
  readonly rename: (attachment: Attachment, bare: string) => void;
  readonly note: (attachment: Attachment, note: string) => void;
  readonly remove: (attachment: Attachment) => void;
  /** Has the original chosen again, for a content that is missing or altered. */
  readonly putBack: (attachment: Attachment, file: File) => void;
}

interface RowProps {
  readonly attachment: Attachment;
  readonly problem: FileProblem | undefined;
  readonly actor: string | undefined;
  readonly actions: FileActions;
  readonly changes: RowChanges | null;
  /** Shows it in the app; null when it cannot. */
  readonly onPreview: (() => void) | null;
}

/** A text edited where it stands: Enter and leaving it save, Escape does not. */
function InlineText({
  label,
  initial,
  many,
  onDone,
}: {
  readonly label: string;
  readonly initial: string;
  readonly many?: true;
  readonly onDone: (text: string | null) => void;
}) {
  const [text, setText] = useState(initial);
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) onDone(text);
    else if (event.key === 'Escape') onDone(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const props = {
    'aria-label': label,
    size: 'xs',
    value: text,
    autoFocus: true,
    onKeyDown: keys,
    onBlur: () => onDone(text),
  };
  return many ? (
    <Textarea
      {...props}
      autosize
      maxRows={6}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...props} onChange={(event) => setText(event.currentTarget.value)} />
  );
}

function RowMenu({
  attachment,
  actions,
  changes,
  onEdit,
}: Pick<RowProps, 'actions' | 'attachment' | 'changes'> & {
  readonly onEdit: (what: 'name' | 'note') => void;
}) {
  const { t } = useWords();
  const { name, note } = attachment;
  return (
    // The focus goes to the field that a choice opens, and not back to the button.
    <Menu position="bottom-end" width={190} returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('attachment.more', { name })}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void actions.open(attachment)}>
          {t('attachment.openHere')}
        </Menu.Item>
        <Menu.Item onClick={() => void actions.save(attachment)}>{t('attachment.save')}</Menu.Item>
        {changes && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onEdit('name')}>{t('attachment.rename')}</Menu.Item>
            <Menu.Item onClick={() => onEdit('note')}>
              {t(note === undefined ? 'attachment.addNote' : 'attachment.editNote')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Icon name="trash" size={14} />}
              onClick={() => changes.remove(attachment)}
            >
              {t('action.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Problem({ attachment, problem, changes }: RowProps & { readonly problem: FileProblem }) {
  const { t } = useWords();
  return (
    <div className={css.problem}>
      <Icon name="warning" size={14} />
      <span>
        <b>{t(`attachment.${problem}`)}</b> {t(`attachment.${problem}Hint`)}
      </span>
      {changes && (
        <FileButton onChange={(file) => file && changes.putBack(attachment, file)}>
          {(props) => (
            <Button {...props} size="compact-xs" variant="default">
              {t('attachment.chooseAgain')}
            </Button>
          )}
        </FileButton>
      )}
    </div>
  );
}

/** Said quietly where the search does not reach into a file that looks as if it did. */
function TextNote({ attachment: { hash } }: Pick<RowProps, 'attachment'>) {
  const { t } = useWords();
  const problem = useTextProblems((problems) => problems.get(hash));
  return problem && <span className={css.textNote}>{t(`attachment.text.${problem}`)}</span>;
}

/** One file at a record. */
export function AttachmentRow(row: RowProps) {
  const { attachment, problem, actor, actions, changes, onPreview } = row;
  const { t } = useWords();
  const dates = useDateWords();
  const [editing, setEditing] = useState<'name' | 'note' | null>(null);
  const { name, note, size, createdAt } = attachment;
  const date = dates.ofInstant(createdAt);
  const done = (text: string | null): void => {
    setEditing(null);
    if (text === null || !changes) return;
    if (editing === 'name') changes.rename(attachment, text);
    else changes.note(attachment, text);
  };
  const way = t(onPreview ? 'attachment.preview' : 'attachment.open', { name });
  return (
    <li className={css.row}>
      <KindBadge name={name} />
      <div className={css.main}>
        {editing === 'name' ? (
          <InlineText label={t('attachment.newName')} initial={bareName(name)} onDone={done} />
        ) : (
          <button
            type="button"
            className={css.name}
            aria-label={way}
            title={name}
            onClick={() => (onPreview && !problem ? onPreview() : void actions.open(attachment))}
            onKeyDown={(event) => {
              if (event.key === 'F2' && changes) setEditing('name');
            }}
          >
            {name}
          </button>
        )}
        {editing === 'note' ? (
          <InlineText label={t('attachment.note')} initial={note ?? ''} many onDone={done} />
        ) : (
          note !== undefined && <span className={css.note}>{note}</span>
        )}
        {!problem && <TextNote attachment={attachment} />}
        {problem && <Problem {...row} problem={problem} />}
      </div>
      <span className={css.size}>{sizeText(size)}</span>
      <span className={css.when} title={dates.moment(createdAt)}>
        {actor ? t('attachment.by', { actor, date }) : date}
      </span>
      <span className={css.tools}>
        <RowMenu
          attachment={attachment}
          actions={actions}
          changes={changes}
          onEdit={(what) => setEditing(what)}
        />
      </span>
    </li>
  );
}
