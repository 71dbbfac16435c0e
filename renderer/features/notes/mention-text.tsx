import { Link } from 'wouter';
import { type Note, piecesOf, textToMention } from '../../../shared/features/notes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pagePathOf } from '../../app/paths.ts';
import { useNames } from '../../index/use-answer.ts';
import css from './notes.module.css';

/** A note's text; a mentioned record is a link that says its present title, a vanished one its last. */
export function MentionText({ text, mentions = [] }: Pick<Note, 'text' | 'mentions'>) {
  const { t } = useWords();
  const known = mentions.flatMap((one) => textToMention(one) ?? []);
  const names = useNames(known.map(({ id }) => id));
  return piecesOf(text, known).map((piece, index) => {
    if (typeof piece === 'string') return piece;
    const { kind, id, title } = piece;
    const name = names[id];
    const path = pagePathOf(kind, id);
    return name === undefined || path === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are their places
      <span key={index} className={css.gone} title={t('note.gone')}>
        {`@${title}`}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are their places
      <Link key={index} href={path} className={css.mention}>
        {`@${name}`}
      </Link>
    );
  });
}
