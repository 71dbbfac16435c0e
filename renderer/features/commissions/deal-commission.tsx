import { ActionIcon, Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fenToCapitals, formatYuan } from '../../../shared/core/money.ts';
import {
  type Commission,
  type CommissionPlan,
  choosePlan,
  commission,
  computeCommission,
  type PlanState,
  planState,
  takeTerms,
  termFieldsOf,
} from '../../../shared/features/commissions/index.ts';
import { type Deal, deal as dealEntity } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useAllRecords, useParts, useRecord } from '../../data/read.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { Icon } from '../../ui/icon.tsx';
import { notify } from '../../ui/notify.ts';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { ChoosePlan } from './choose-plan.tsx';
import css from './commission.module.css';
import { ExplainLines } from './explain-lines.tsx';
import { SharesCard } from './shares-card.tsx';
import { TiersLines } from './tiers-lines.tsx';
import { useCommissionLimits } from './use-commission-limits.ts';

function Figure({
  label,
  fen,
  aid,
}: {
  readonly label: string;
  readonly fen: number | undefined;
  readonly aid: string;
}) {
  const { t } = useWords();
  return (
    <div>
      <small>{label}</small>
      <b data-blank={fen === undefined}>
        {fen === undefined ? t('commission.amountBlank') : formatYuan(fen)}
      </b>
      <small title={aid}>{aid}</small>
    </div>
  );
}

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)}%`;

/** The amounts a commission is made of, and what it comes to. */
function Figures({
  deal,
  terms,
  totalFen,
  receivedFen,
}: {
  readonly deal: Deal;
  readonly terms: Commission;
  readonly totalFen: number;
  readonly receivedFen: number;
}) {
  const words = useWords();
  const { t } = words;
  const { fields } = dealEntity;
  const { contractAmountFen: contract, technologyAmountFen: technology } = deal;
  const rest = (contract ?? 0) - (technology ?? 0);
  const due =
    terms.method !== 'fixed' && terms.base === 'receivedAmount'
      ? t('commission.dueByReceipt')
      : deal.signedOn === undefined
        ? t('commission.dueExpected')
        : t('commission.dueFinal');
  const received =
    receivedFen === 0
      ? t('commission.receivedNone')
      : contract
        ? t('commission.receivedOf', { percent: percent(receivedFen, contract) })
        : '';
  return (
    <Card>
      <div className={css.figures}>
        <Figure
          label={words.in(fields.contractAmountFen.label)}
          fen={contract}
          aid={contract === undefined ? '' : fenToCapitals(contract)}
        />
        <Figure
          label={words.in(fields.technologyAmountFen.label)}
          fen={technology}
          aid={
            contract === undefined || technology === undefined || rest < 0
              ? ''
              : rest === 0
                ? t('commission.allTechnology')
                : t('commission.equipment', { amount: formatYuan(rest).replace(/\.00$/, '') })
          }
        />
        <Figure label={t('commission.due')} fen={totalFen} aid={due} />
        <Figure label={t('commission.received')} fen={receivedFen} aid={received} />
      </div>
    </Card>
  );
}

const toneOf: Record<PlanState, Tone> = {
  same: 'good',
  planChanged: 'caution',
  adjusted: 'notice',
  planGone: 'plain',
};

/** Which plan the terms came from, whether they still are its own, and what can be done about it. */
function PlanAside({
  terms,
  plan,
  title,
  onOther,
}: {
  readonly terms: Commission;
  readonly plan: CommissionPlan | null;
  readonly title: string;
  readonly onOther: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const state = planState(terms, plan);
  const take = (): void => {
    if (!plan) return;
    const label = { key: 'takeTerms', params: { plan: plan.name } };
    void save.changes(label, takeTerms(terms, plan, today()));
  };
  const drop = async (): Promise<void> => {
    const label = { key: 'dropCommission', params: { plan: terms.planName, title } };
    if (await save.changes(label, [{ delete: 'commission', id: terms.id }])) {
      notify.done(t('commission.dropped'));
    }
  };
  return (
    <>
      {(state === 'planChanged' || state === 'adjusted') && (
        <Button variant="default" onClick={take}>
          {state === 'planChanged' ? t('commission.takeNew') : t('commission.takeBack')}
        </Button>
      )}
      <Menu position="bottom-end" width={160}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('action.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onOther}>{t('commission.other')}</Menu.Item>
          <Menu.Item color="red" onClick={() => void drop()}>
            {t('commission.drop')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function How({
  terms,
  plan,
  aside,
  children,
}: {
  readonly terms: Commission;
  readonly plan: CommissionPlan | null;
  readonly aside: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const state = planState(terms, plan);
  const title = (
    <>
      {t('commission.how')}
      <Chip>{terms.planName}</Chip>
      <Chip tone={toneOf[state]}>{t(`commission.${state}`)}</Chip>
    </>
  );
  return (
    <Card title={title} aside={aside}>
      {children}
    </Card>
  );
}

/** A deal's commission: its plan, the reckoning, the terms and the shares. */
export function DealCommission({ dealId }: { readonly dealId: string }) {
  const { t } = useWords();
  const save = useSave();
  const deal = useRecord('deal', dealId);
  const plans = useAllRecords('commissionPlan');
  const commissions = useParts('commission', dealId);
  const shares = useParts('share', dealId);
  const receipts = useParts('receipt', dealId);
  const limits = useCommissionLimits();
  const [choosing, setChoosing] = useState(false);
  if (!deal || !plans || !commissions || !shares || !receipts) return null;
  const terms = commissions[0];
  const choose = async (plan: CommissionPlan): Promise<void> => {
    const changes = terms
      ? takeTerms(terms, plan, today())
      : choosePlan(dealId, plan, { today: today(), newId: freshId });
    const label = { key: 'choosePlan', params: { title: deal.title, plan: plan.name } };
    if (await save.changes(label, changes)) setChoosing(false);
  };
  if (!terms) return <ChoosePlan plans={plans} onChoose={(plan) => void choose(plan)} />;
  const receivedFen = receipts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const reckoned = computeCommission(terms, { ...deal, receivedFen }, limits);
  const plan = plans.find(({ id }) => id === terms.planId) ?? null;
  return (
    <>
      <Figures deal={deal} terms={terms} totalFen={reckoned.totalFen} receivedFen={receivedFen} />
      {choosing && (
        <ChoosePlan
          plans={plans}
          onChoose={(one) => void choose(one)}
          onCancel={() => setChoosing(false)}
        />
      )}
      <How
        terms={terms}
        plan={plan}
        aside={
          <Changing>
            <PlanAside
              terms={terms}
              plan={plan}
              title={deal.title}
              onOther={() => setChoosing(true)}
            />
          </Changing>
        }
      >
        <ExplainLines reckoned={reckoned} deductionNote={terms.deductionNote} />
      </How>
      <SharesCard
        dealId={dealId}
        leadBroker={deal.leadBroker}
        shares={shares}
        totalFen={reckoned.totalFen}
      />
      <FactSheet
        entity={commission}
        record={terms}
        title={t('commission.terms')}
        only={[...termFieldsOf(terms), 'deductionFen', 'deductionNote']}
        show={{ tiers: () => terms.tiers && <TiersLines tiers={terms.tiers} /> }}
      />
    </>
  );
}
