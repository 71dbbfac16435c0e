import { Link } from 'wouter';
import {
  type Achievement,
  type Duplicate,
  type DuplicateFacts,
  duplicatesOf,
  type Likeness,
  titlePieces,
} from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import type { Filter } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { Card } from '../../ui/page.tsx';
import css from './achievements.module.css';

/** So many like ones are compared, of which so many are shown. */
const COMPARED = 200;
const SHOWN = 5;

type Facts = DuplicateFacts & { readonly id?: string };

/** The achievements that may be the same as the one that the facts are of. */
function useDuplicates(facts: Facts): readonly Duplicate<Achievement>[] {
  const { title = '', patents = [], registrationNo } = facts;
  const any: readonly Filter[] = [
    ...titlePieces(title).map((contains) => ({ field: 'title', contains })),
    ...(patents.length > 0 ? [{ field: 'patents', in: patents }] : []),
    ...(registrationNo === undefined ? [] : [{ field: 'registrationNo', in: [registrationNo] }]),
  ];
  const answer = useAnswer(
    any.length === 0 ? null : { entity: 'achievement', where: [{ any }], from: 0, to: COMPARED },
  );
  if (any.length === 0 || !answer) return [];
  // The index holds achievements as the database does; `commit` has checked their values.
  return duplicatesOf(facts, answer.rows as unknown as readonly Achievement[]).slice(0, SHOWN);
}

/** In what they agree, in words; the strongest first. */
function useLikenessText(): (likeness: Likeness) => string {
  const { t, language } = useWords();
  return ({ titleBp, units, leader, patents, registrationNo }) => {
    const named = (
      what: 'patents' | 'units' | 'leader' | 'registrationNo',
      texts: readonly string[],
    ) => (texts.length === 0 ? [] : [t(`achievement.alike.${what}`, { text: texts.join('、') })]);
    return [
      ...named('registrationNo', registrationNo === null ? [] : [registrationNo]),
      ...named('patents', patents),
      t('achievement.alike.title', { percent: Math.floor(titleBp / 100) }),
      ...named('units', units),
      ...named('leader', leader === null ? [] : [leader]),
    ].join(language === 'zh' ? '，' : ', ');
  };
}

function Duplicates({ found }: { readonly found: readonly Duplicate<Achievement>[] }) {
  const textOf = useLikenessText();
  return (
    <ul className={css.duplicates}>
      {found.map(({ record, likeness }) => (
        <li key={record.id}>
          <Link href={pathOf('achievement', record.id)}>{record.title}</Link>
          <small>{textOf(likeness)}</small>
        </li>
      ))}
    </ul>
  );
}

/** On an achievement's page: what may be the same; nothing where there is none. */
export function DuplicatesCard({ record }: { readonly record: Achievement }) {
  const { t } = useWords();
  const found = useDuplicates(record);
  if (found.length === 0) return null;
  const ids = [record.id, ...found.slice(0, 4).map(({ record: { id } }) => id)];
  return (
    <Card
      title={t('achievement.duplicates')}
      aside={<Link href={`/achievements/compare?ids=${ids}`}>{t('achievement.compare')}</Link>}
    >
      <Duplicates found={found} />
    </Card>
  );
}

/** Below the form of a new one, while it is being entered. */
export function DuplicatesOfNew({ facts }: { readonly facts: DuplicateFacts }) {
  const { t } = useWords();
  const found = useDuplicates(facts);
  return (
    <div role="status">
      {found.length > 0 && (
        <div className={css.warning}>
          <b>{t('achievement.duplicatesNew')}</b>
          <Duplicates found={found} />
        </div>
      )}
    </div>
  );
}
