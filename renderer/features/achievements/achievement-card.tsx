import type { StoredRecord } from '../../../shared/commits/index.ts';
import { type Achievement, achievement } from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { FieldValue, spokenPrice } from '../../ui/field-value.tsx';
import { Chip } from '../../ui/page.tsx';
import css from './achievement-card.module.css';

const { maturity, secrecy } = achievement.fields;

/** Below an achievement's title: whose it is, what it costs, how far it is, and what it is about. */
export function AchievementCard({ record }: { readonly record: StoredRecord }) {
  const words = useWords();
  // The index holds achievements as the database does; `commit` has checked their values.
  const shown = record as unknown as Achievement;
  const value = (name: 'units' | 'secrecy' | 'tags') => (
    <FieldValue entity={achievement} name={name} value={shown[name]} inList />
  );
  const isOpen = shown.secrecy === undefined || !('tone' in secrecy.options[shown.secrecy]);
  return (
    <>
      <div className={css.line}>
        <span className={css.units}>{value('units')}</span>
        {shown.price && <span className={css.price}>{spokenPrice(shown.price, words)}</span>}
      </div>
      <div className={css.line}>
        {shown.maturity && <Chip>{words.in(maturity.options[shown.maturity])}</Chip>}
        {!isOpen && value('secrecy')}
        {value('tags')}
      </div>
      <p className={css.summary}>{shown.summary}</p>
    </>
  );
}
