import { Button, Menu } from '@mantine/core';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import {
  addBehind,
  type Valuation,
  type ValuationRow,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { freshId, useSave } from '../../ui/save.ts';
import css from './evaluations.module.css';

/** So many deals are offered, the newest first. */
const MOST = 30;

/** What a deal was closed at: for the technology, where that is told apart. */
const amountOf = ({ technologyAmountFen, contractAmountFen }: StoredRecord): number | null => {
  const amount = technologyAmountFen ?? contractAmountFen;
  return typeof amount === 'number' && amount > 0 ? amount : null;
};

/** Takes signed deals of this desk as comparables. */
export function OwnDeals({
  one,
  rows,
}: {
  readonly one: Valuation;
  readonly rows: readonly ValuationRow[];
}) {
  const { t } = useWords();
  const save = useSave();
  const answer = useAnswer({
    entity: 'deal',
    where: [{ field: 'signedOn', blank: false }],
    sort: { field: 'signedOn', descending: true },
    from: 0,
    to: MOST,
  });
  const deals = (answer?.rows ?? []).flatMap((deal) => {
    const amountFen = amountOf(deal);
    return amountFen === null
      ? []
      : [{ id: deal.id, title: String(deal.title), on: String(deal.signedOn), amountFen }];
  });
  const take = (deal: (typeof deals)[number]): void => {
    const { title: name, on, amountFen } = deal;
    void save.changes({ key: 'takeComparable', params: { title: one.title, name } }, [
      addBehind(
        'valuationRow',
        freshId(),
        {
          name,
          on,
          amountFen,
          role: 'comparable',
          achievementId: one.achievementId,
          valuationId: one.id,
        },
        rows,
      ),
    ]);
  };
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <Button size="xs" variant="default" disabled={deals.length === 0}>
          {t('evaluation.price.ownDeals')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={css.deals ?? ''}>
        {deals.map((deal) => (
          <Menu.Item key={deal.id} onClick={() => take(deal)}>
            {t('evaluation.price.deal', {
              title: deal.title,
              on: deal.on,
              amount: formatYuan(deal.amountFen),
            })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
