import { Link, useLocation } from 'wouter';
import { useNames } from '../index/use-answer.ts';
import { Icon } from '../ui/icon.tsx';
import { useStars } from '../ui/stars/stars.ts';
import { useWords } from './i18n.ts';
import { kindIcon } from './palette/items.tsx';
import { pagePathOf } from './paths.ts';
import css from './shell.module.css';

/** More would push the rest of the sidebar out of sight; the palette has them all. */
const MOST = 12;

/** The starred records in the sidebar; nothing where there are none. */
export function Starred() {
  const { t } = useWords();
  const [here] = useLocation();
  const stars = useStars();
  const names = useNames(stars.map(({ ownerId }) => ownerId));
  const shown = stars.flatMap(({ ownerKind, ownerId }) => {
    const name = names[ownerId];
    const path = pagePathOf(ownerKind, ownerId);
    return name === undefined || path === null ? [] : [{ name, path, icon: kindIcon(ownerKind) }];
  });
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('star.group')}>
      <div className={css.group}>{t('star.group')}</div>
      {shown.slice(0, MOST).map(({ name, path, icon }) => (
        <Link
          key={path}
          href={path}
          className={`${css.link} ${css.view} ${here === path ? css.on : ''}`}
          aria-current={here === path ? 'page' : undefined}
          aria-label={name}
          title={name}
        >
          <Icon name={icon} />
          <span>{name}</span>
        </Link>
      ))}
    </div>
  );
}
