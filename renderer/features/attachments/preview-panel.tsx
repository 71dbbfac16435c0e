import { ActionIcon, Button, Drawer } from '@mantine/core';
import { lazy, Suspense } from 'react';
import {
  type Attachment,
  type Preview,
  previewOf,
} from '../../../shared/features/attachments/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { sizeText } from '../../ui/size.ts';
import css from './preview.module.css';
import { NoPreview, Reading } from './preview-message.tsx';
import { ImagePreview, TextPreview } from './previews.tsx';
import { useContent } from './use-content.ts';
import type { FileActions } from './use-file-actions.ts';

// The reader of PDF files is large.
const PdfPreview = lazy(() =>
  import('./pdf-preview.tsx').then((module) => ({ default: module.PdfPreview })),
);

function Content({
  attachment,
  preview,
}: {
  readonly attachment: Attachment;
  readonly preview: Preview;
}) {
  const { hash, name } = attachment;
  const mediaType = preview.type === 'image' ? preview.mediaType : '';
  const content = useContent(hash, mediaType);
  if (content.at === 'loading') return <Reading />;
  if (content.at === 'failed') return <NoPreview why={content.why.type} />;
  const { blob } = content;
  switch (preview.type) {
    case 'image':
      return <ImagePreview blob={blob} name={name} />;
    case 'pdf':
      return (
        <Suspense fallback={<Reading />}>
          <PdfPreview blob={blob} name={name} />
        </Suspense>
      );
    case 'text':
      return <TextPreview blob={blob} name={name} />;
  }
}

/** One of a record's files, shown large; the others of it are a step away. */
export function PreviewPanel({
  attachments,
  shown,
  actions,
  onShow,
}: {
  /** Those that can be shown, in their order. */
  readonly attachments: readonly Attachment[];
  readonly shown: string;
  readonly actions: FileActions;
  /** Null closes the panel. */
  readonly onShow: (id: string | null) => void;
}) {
  const { t } = useWords();
  const index = attachments.findIndex(({ id }) => id === shown);
  const attachment = attachments[index];
  const preview = attachment && previewOf(attachment.name, attachment.size);
  if (!attachment || !preview) return null;
  const step = (by: number, name: 'back' | 'unfold', label: string) => {
    const next = attachments[index + by];
    return (
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        title={label}
        disabled={!next}
        onClick={() => next && onShow(next.id)}
      >
        <Icon name={name} size={14} />
      </ActionIcon>
    );
  };
  return (
    <Drawer
      opened
      onClose={() => onShow(null)}
      size="min(980px, 86vw)"
      title={
        <span className={css.title}>
          <span>{attachment.name}</span> <small>{sizeText(attachment.size)}</small>
        </span>
      }
      classNames={{
        body: css.body ?? '',
        content: css.content ?? '',
        title: css.titleBox ?? '',
        header: css.header ?? '',
      }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className={css.actions}>
        {attachments.length > 1 && (
          <>
            {step(-1, 'back', t('attachment.previous'))}
            {step(1, 'unfold', t('attachment.next'))}
          </>
        )}
        <span className={css.gap} />
        <Button variant="default" onClick={() => void actions.open(attachment)}>
          {t('attachment.openHere')}
        </Button>
        <Button variant="default" onClick={() => void actions.save(attachment)}>
          {t('attachment.save')}
        </Button>
      </div>
      <Content key={attachment.hash} attachment={attachment} preview={preview} />
    </Drawer>
  );
}
