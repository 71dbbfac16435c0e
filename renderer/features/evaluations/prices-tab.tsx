import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  removeValuation,
  rolesOf,
  shareRules,
  type Valuation,
  type ValuationMethod,
  type ValuationRow,
  valuation,
} from '../../../shared/features/evaluations/index.ts';
import { rowsInForce } from '../../../shared/rules/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { Card, Empty } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import { Choices } from './choices.tsx';
import css from './evaluations.module.css';
import { formOf } from './form-of.ts';
import { OwnDeals } from './own-deals.tsx';
import { PartPanel } from './part-panel.tsx';
import { rateText } from './price-words.ts';
import { ReckoningCard } from './reckoning-card.tsx';
import { RowsCard } from './rows-card.tsx';
import type { Evaluations } from './use-evaluations.ts';

const form = formOf(valuation, ['title', 'method', 'asOf']);

/** What a method asks for beside its lines. */
const inputs = {
  cost: ['returnBp', 'depreciationBp'],
  market: [],
  income: ['shareBp', 'shareSource', 'discountBp'],
  royalty: ['shareBp', 'shareSource', 'discountBp', 'entryFen'],
} as const satisfies Readonly<Record<ValuationMethod, readonly (keyof Valuation)[]>>;

const facts = (method: ValuationMethod) =>
  formOf(valuation, ['title', 'method', 'asOf', ...inputs[method], 'note']);

/** The usual shares of the profit, taken with a press; both figure and source can be changed after. */
function UsualShares({ one }: { readonly one: Valuation }) {
  const { t } = useWords();
  const save = useSave();
  const rows = rowsInForce(useRules().rowsOf(shareRules), { on: today() });
  return (
    <div className={css.usual}>
      {t('evaluation.price.usualShares')}
      {rows.map((row) => (
        <span key={row.shareBp}>
          <Changing>
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                void save.changes(
                  { key: 'takeShare', params: { title: one.title, rate: rateText(row.shareBp) } },
                  [
                    {
                      patch: valuation.name,
                      id: one.id,
                      set: { shareBp: row.shareBp, shareSource: row.source },
                    },
                  ],
                )
              }
            >
              {rateText(row.shareBp)}
            </Button>
          </Changing>
          <RuleSource row={row} />
        </span>
      ))}
    </div>
  );
}

/** One price aid: what it comes to, and all that it is reckoned from. */
function Shown({ one, rows }: { readonly one: Valuation; readonly rows: readonly ValuationRow[] }) {
  const { t } = useWords();
  const save = useSave();
  const remove = () =>
    save.changes(
      { key: 'delete', params: { entity: valuation.name, title: one.title } },
      removeValuation(one, rows),
    );
  return (
    <>
      <ReckoningCard one={one} rows={rows} />
      <FactSheet entity={facts(one.method)} record={one} title={t('evaluation.price.inputs')} />
      {one.method === 'income' && <UsualShares one={one} />}
      {rolesOf[one.method].map((role) => (
        <RowsCard
          key={role}
          one={one}
          role={role}
          rows={rows}
          {...(role === 'comparable' ? { actions: <OwnDeals one={one} rows={rows} /> } : {})}
        />
      ))}
      <Changing>
        <p className={css.foot}>
          <Button size="xs" variant="subtle" color="red" onClick={() => void remove()}>
            {t('evaluation.price.delete')}
          </Button>
        </p>
      </Changing>
    </>
  );
}

/** The price aids of an achievement, one at a time. */
export function PricesTab({
  record,
  all,
  chosen,
  onChoose,
}: {
  readonly record: Achievement;
  readonly all: Evaluations;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const [isNew, setNew] = useState(false);
  const one = all.valuations.find(({ id }) => id === chosen) ?? all.valuations[0];
  const add = (
    <Changing>
      <Button size="xs" variant={one ? 'default' : 'filled'} onClick={() => setNew(true)}>
        {t('evaluation.price.new')}
      </Button>
    </Changing>
  );
  return (
    <>
      {one ? (
        <>
          <Choices
            label={t('evaluation.tab.prices')}
            items={all.valuations.map(({ id, title, method }) => ({
              key: id,
              name: title,
              more: words.in(valuation.fields.method.options[method]),
            }))}
            value={one.id}
            onChange={onChoose}
            aside={add}
          />
          <Shown
            key={one.id}
            one={one}
            rows={all.rows.filter(({ valuationId }) => valuationId === one.id)}
          />
        </>
      ) : (
        <Card>
          <Empty title={t('evaluation.price.none')} hint={t('evaluation.price.noneHint')}>
            {add}
          </Empty>
        </Card>
      )}
      <PartPanel
        form={form}
        one={isNew ? 'new' : null}
        given={{ asOf: today() }}
        make={(id, values) => {
          onChoose(id);
          return [{ put: valuation.name, id, value: { ...values, achievementId: record.id } }];
        }}
        onClose={() => setNew(false)}
      />
    </>
  );
}
