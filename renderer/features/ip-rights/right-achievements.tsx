import { Link } from 'wouter';
import type { IpRight } from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useParts } from '../../data/read.ts';
import { useNames } from '../../index/use-answer.ts';
import { LinkChoice, Unlink } from '../../ui/link-choice.tsx';
import { Changing } from '../../ui/read-only.tsx';
import css from './ip-rights.module.css';
import { useLinking } from './use-linking.ts';

/** The achievements that a right stands behind. */
export function RightAchievements({ record }: { readonly record: IpRight }) {
  const { t } = useWords();
  const links = useParts('ipLink', record.id) ?? [];
  const names = useNames(links.map(({ achievementId }) => achievementId));
  const { link, unlink } = useLinking();
  // The link to a deleted achievement rests until that comes back.
  const shown = links.filter(({ achievementId }) => names[achievementId] !== undefined);
  return (
    <>
      {shown.length === 0 && <p className={css.none}>{t('ip.noAchievements')}</p>}
      <ul className={css.links}>
        {shown.map((one) => {
          const title = names[one.achievementId] ?? '';
          return (
            <li key={one.id}>
              <Link href={pathOf('achievement', one.achievementId)}>{title}</Link>
              <Changing>
                <Unlink
                  label={t('ip.unlink', { title })}
                  onClick={() => void unlink(one, record.title, title)}
                />
              </Changing>
            </li>
          );
        })}
      </ul>
      <Changing>
        <LinkChoice
          name="achievement"
          label={t('ip.chooseAchievement')}
          linked={shown.map(({ achievementId }) => achievementId)}
          onLink={(chosen) => void link(record, chosen)}
        />
      </Changing>
    </>
  );
}
