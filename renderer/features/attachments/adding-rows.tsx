import { ActionIcon, Progress } from '@mantine/core';
import { useWords, type Words } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { sizeText } from '../../ui/size.ts';
import { type AddFailure, type Adding, giveUp } from './adding.ts';
import css from './attachments.module.css';
import { KindBadge } from './kind-badge.tsx';

function failureText({ type }: AddFailure, { t, tAny, has }: Words): string {
  const key = `attachment.fail.${type}`;
  return has(key) ? tAny(key) : t('attachment.fail.other', { reason: type });
}

/** Files on their way to the record, and those that did not get there. */
export function AddingRows({ files }: { readonly files: readonly Adding[] }) {
  const words = useWords();
  const { t } = words;
  return files.map(({ key, name, size, done, failed }) => {
    const percent = size === 0 ? 0 : Math.floor((100 * done) / size);
    const way = t(failed ? 'attachment.dismiss' : 'attachment.cancel', { name });
    return (
      <li key={key} className={css.row} data-failed={failed !== null}>
        <KindBadge name={name} />
        <div className={css.main}>
          <span className={css.plainName}>{name}</span>
          {failed ? (
            <span className={css.problem} role="alert">
              {failureText(failed, words)}
            </span>
          ) : (
            <Progress value={percent} size={4} aria-label={name} />
          )}
        </div>
        <span className={css.size}>{sizeText(size)}</span>
        <span className={css.when}>
          {failed
            ? ''
            : done === 0
              ? t('attachment.waiting')
              : t('attachment.sending', { percent })}
        </span>
        <span className={css.tools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={way}
            title={way}
            onClick={() => giveUp(key)}
          >
            <Icon name="close" size={14} />
          </ActionIcon>
        </span>
      </li>
    );
  });
}
