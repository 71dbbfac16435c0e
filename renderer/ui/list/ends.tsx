import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import type { Answer } from '../../index/query.ts';
import { spokenAmount } from '../field-value.tsx';
import type { ListView } from '../list-view.ts';
import { Empty } from '../page.tsx';
import css from './ends.module.css';

/** The amounts that the foot of a list adds up: those that its columns show. */
export function summedFields(entity: AnyEntity): readonly string[] {
  return Object.entries(entity.fields)
    .filter(([, field]) => field.listed !== undefined && ['money', 'price'].includes(field.kind))
    .map(([field]) => field);
}

/** At the foot of a list: what it comes to over the whole result. */
export function Foot({ entity, answer }: { readonly entity: AnyEntity; readonly answer: Answer }) {
  const words = useWords();
  const { t, language } = words;
  return (
    <div className={css.foot}>
      {Object.entries(answer.sums).map(([name, { fen, of }]) => {
        const field = fieldOf(entity, name);
        return (
          field && (
            <span key={name}>
              {t('list.sum', { field: words.in(field.label) })}
              {language === 'zh' ? ' ' : ': '}
              <b className="num">{spokenAmount(fen, words)}</b>
              {of < answer.total && (
                <span className={css.muted}> {t('list.sumOf', { count: of })}</span>
              )}
            </span>
          )
        );
      })}
      <span className={css.grow} />
      <span className={css.muted}>
        {t('list.took', {
          total: answer.total.toLocaleString('en'),
          ms: Math.max(1, Math.round(answer.took)),
        })}
      </span>
    </div>
  );
}

/** In place of a list without records: the filters leave none, or there are none at all. */
export function Nothing({
  view,
  onChange,
  whenEmpty,
}: {
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
  readonly whenEmpty: ReactNode;
}) {
  const { t } = useWords();
  const isNarrowed = view.text !== '' || view.where.length > 0;
  return (
    <div className={css.nothing}>
      {isNarrowed ? (
        <Empty title={t('list.none')} hint={t('list.noneHint')}>
          <Button variant="default" onClick={() => onChange({ text: '', where: [] })}>
            {t('list.clear')}
          </Button>
        </Empty>
      ) : (
        whenEmpty
      )}
    </div>
  );
}
