import { Button, FileButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { type AnyEntity, titleOf } from '../../../shared/entities/entity.ts';
import {
  type Attachment,
  attachment as attachmentEntity,
  type Owner,
  previewOf,
  removeAttachment,
  renameAttachment,
} from '../../../shared/features/attachments/index.ts';
import { type EntityName, entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useMakers } from '../../data/makers.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { keepFile } from '../../data/upload.ts';
import { notify } from '../../ui/notify.ts';
import { Card } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { useSave } from '../../ui/save.ts';
import { useAdding } from './adding.ts';
import { AddingRows } from './adding-rows.tsx';
import { AttachmentRow, type RowChanges } from './attachment-row.tsx';
import css from './attachments.module.css';
import { useAddingFiles } from './use-adding-files.ts';
import { useFileActions } from './use-file-actions.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useProblems } from './use-problems.ts';

const PreviewPanel = lazy(() =>
  import('./preview-panel.tsx').then((module) => ({ default: module.PreviewPanel })),
);

const isPreviewed = ({ name, size }: Attachment): boolean => previewOf(name, size) !== null;

function useRowChanges(owner: Owner, check: () => Promise<void>): RowChanges {
  const { t } = useWords();
  const save = useSave();
  return {
    rename: (one, bare) => {
      const command = renameAttachment(one, bare);
      if (command) void save.changes(command.label, command.changes);
    },
    note: (one, note) => void save.field(attachmentEntity, one, 'note', note.trim() || null),
    remove: (one) => {
      const { label, changes } = removeAttachment(one, owner);
      void save.changes(label, changes).then((done) => {
        if (done) notify.done(t('attachment.removed', { name: one.name }));
      });
    },
    putBack: async (one, file) => {
      const { name } = one;
      // Of another size it cannot be the same: that need not cross first.
      const kept = file.size === one.size ? await keepFile(file) : null;
      if (kept && !kept.ok) notify.problem(t('attachment.fail.other', { reason: kept.error.type }));
      else if (kept?.value.hash === one.hash) notify.done(t('attachment.putBack', { name }));
      else notify.problem(t('attachment.notTheSame', { name: file.name }));
      await check();
    },
  };
}

/** Shown over the whole window while files are dragged over it. */
function DropTarget({ title }: { readonly title: string }) {
  const { t } = useWords();
  return createPortal(
    <div className={css.target}>
      <div>
        <b>{t('attachment.drop', { title })}</b>
        <span>{t('attachment.dropHint')}</span>
      </div>
    </div>,
    document.body,
  );
}

function Attachments({ owner }: { readonly owner: Owner }) {
  const { t } = useWords();
  const readOnly = useReadOnly();
  const [previewed, setPreviewed] = useState<string | null>(null);
  const unsorted = useParts('attachment', owner.id);
  const list = (unsorted ?? []).toSorted(
    (one, other) => one.createdAt - other.createdAt || one.name.localeCompare(other.name, 'zh-CN'),
  );
  const adding = useAdding(({ files }) => files);
  const here = adding.filter(({ ownerId }) => ownerId === owner.id);
  const makers = useMakers(list.map(({ id }) => id));
  const problems = useProblems(list.map(({ hash }) => hash));
  const actions = useFileActions(() => void problems.check());
  const changes = useRowChanges(owner, problems.check);
  const add = useAddingFiles(owner);
  const over = useFileDrop(readOnly ? null : (files, how) => void add(files, how));
  const empty = list.length === 0 && here.length === 0;
  if (unsorted === undefined) return null;
  return (
    <Card
      title={
        <>
          {t('attachment.title')}{' '}
          {list.length > 0 && <span className={css.count}>{list.length}</span>}
        </>
      }
      aside={
        !readOnly && (
          <FileButton multiple onChange={(files) => void add(files, 'chosen')}>
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {t('attachment.choose')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {empty ? (
        <p className={css.empty}>
          {t(readOnly ? 'attachment.emptyReadOnly' : 'attachment.empty')}
          {!readOnly && <span>{t('attachment.hint')}</span>}
        </p>
      ) : (
        <ul className={css.list}>
          {list.map((one) => (
            <AttachmentRow
              key={one.id}
              attachment={one}
              problem={problems.of(one.hash)}
              actor={makers?.get(one.id)}
              actions={actions}
              changes={readOnly ? null : changes}
              onPreview={isPreviewed(one) ? () => setPreviewed(one.id) : null}
            />
          ))}
          <AddingRows files={here} />
        </ul>
      )}
      {over && <DropTarget title={owner.title} />}
      {previewed !== null && (
        <Suspense fallback={null}>
          <PreviewPanel
            attachments={list.filter(isPreviewed)}
            shown={previewed}
            actions={actions}
            onShow={setPreviewed}
          />
        </Suspense>
      )}
    </Card>
  );
}

/** The files at a record of any kind: a card of its page, and the whole page takes what is dropped. */
export function RecordAttachments({
  kind,
  id,
}: {
  readonly kind: EntityName;
  readonly id: string;
}) {
  const record = useRecord(kind, id);
  if (!record) return null;
  const entity: AnyEntity = entities[kind];
  return <Attachments owner={{ kind, id, title: titleOf(entity, record) }} />;
}
