import { Link } from 'wouter';
import { ipRight, nearnessOf, nextFee } from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { LinkChoice, Unlink } from '../../ui/link-choice.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { useRightsOf } from '../../ui/use-rights-of.ts';
import css from './ip-rights.module.css';
import { nearTone } from './standing-card.tsx';
import { useLinking } from './use-linking.ts';

/** The IP rights behind an achievement, with their standing and next fees. */
export function AchievementRights({ id }: { readonly id: string }) {
  const { t } = useWords();
  const dates = useDateWords();
  const achievement = useRecord('achievement', id);
  const mine = useRightsOf(id);
  const rules = useRules();
  const { link, unlink } = useLinking();
  if (!achievement || !mine) return null;
  return (
    <Card
      title={t('ip.rights')}
      aside={
        mine.length > 0 && (
          <Link className={css.more} href={`/ip-portfolio?achievement=${id}`}>
            {t('ip.portfolio')}
          </Link>
        )
      }
    >
      {mine.length === 0 && <p className={css.none}>{t('ip.noRights')}</p>}
      <ul className={css.rights}>
        {mine.map(({ link: one, right }) => {
          const due = nextFee(right, today(), rules);
          return (
            <li key={one.id}>
              <Link href={pathOf('ipRight', right.id)}>{right.title}</Link>
              <span className={css.facts}>
                <span>
                  <FieldValue entity={ipRight} name="kind" value={right.kind} />
                </span>
                <span className={css.no}>{right.applicationNo}</span>
                <FieldValue entity={ipRight} name="status" value={right.status} />
                {due && (
                  <Chip tone={nearTone(nearnessOf(due.annuity.dueOn, today()))}>
                    {t('ip.nextFee')} {dates.near(due.annuity.dueOn)}
                  </Chip>
                )}
              </span>
              <Changing>
                <Unlink
                  label={t('ip.unlink', { title: right.title })}
                  onClick={() => void unlink(one, right.title, achievement.title)}
                />
              </Changing>
            </li>
          );
        })}
      </ul>
      <Changing>
        <LinkChoice
          name="ipRight"
          label={t('ip.chooseRight')}
          linked={mine.map(({ right }) => right.id)}
          onLink={(chosen) => void link(chosen, achievement)}
        />
      </Changing>
    </Card>
  );
}
