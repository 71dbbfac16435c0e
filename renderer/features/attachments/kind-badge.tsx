import {
  type AttachmentKind,
  attachmentKind,
  endingOf,
} from '../../../shared/features/attachments/index.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './attachments.module.css';

const tones: Partial<Record<AttachmentKind, string>> = {
  pdf: 'danger',
  image: 'violet',
  document: 'info',
  sheet: 'accent',
  slides: 'warn',
};

/** A file's ending on the colour of its kind: what people look for in a list of files. */
export function KindBadge({ name }: { readonly name: string }) {
  const ending = endingOf(name);
  return (
    <span className={css.badge} data-tone={tones[attachmentKind(name)]} aria-hidden="true">
      {ending === '' || ending.length > 5 ? <Icon name="file" size={14} /> : ending}
    </span>
  );
}
