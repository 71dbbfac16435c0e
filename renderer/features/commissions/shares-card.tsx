import { Button, Menu } from '@mantine/core';
import type { Change } from '../../../shared/commits/index.ts';
import { formatYuan } from '../../../shared/core/money.ts';
import { compareToWhole, formatPortion } from '../../../shared/core/portion.ts';
import {
  addShare,
  moveShare,
  remainder,
  type Share,
  share,
  sharePresets,
  sharesInOrder,
  splitCommission,
  splitEqually,
  takeSharePreset,
} from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useSettings } from '../../data/settings.ts';
import { notify } from '../../ui/notify.ts';
import { Card, Chip, Empty } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './commission.module.css';
import { NewShareRow, ShareRow } from './share-rows.tsx';

function SumChip({
  shares,
  totalFen,
}: {
  readonly shares: readonly Share[];
  readonly totalFen: number;
}) {
  const { t } = useWords();
  const whole = compareToWhole(shares.map(({ portion }) => portion));
  switch (whole.kind) {
    case 'whole':
      return <Chip tone="good">{t('shares.sumAmount', { amount: formatYuan(totalFen) })}</Chip>;
    case 'under':
      return <Chip tone="alarm">{t('shares.under', { part: formatPortion(whole.missing) })}</Chip>;
    case 'over':
      return <Chip tone="alarm">{t('shares.over', { part: formatPortion(whole.excess) })}</Chip>;
  }
}

/** What changes all shares at once. */
function SharesAside({
  several,
  onEqual,
  presets,
}: {
  readonly several: boolean;
  readonly onEqual: () => void;
  readonly presets: readonly (readonly [name: string, take: () => void])[];
}) {
  const { t } = useWords();
  return (
    <>
      {several && (
        <Button variant="default" onClick={onEqual}>
          {t('shares.equal')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('shares.preset')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {presets.map(([name, take]) => (
            <Menu.Item key={name} onClick={take}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function SharesHead() {
  const { t } = useWords();
  return (
    <div className={css.head} role="row">
      <span role="columnheader">{t('shares.beneficiary')}</span>
      <span role="columnheader">{t('shares.role')}</span>
      <span role="columnheader" className={`${css.figure} ${css.portion}`}>
        {t('shares.portion')}
      </span>
      <span role="columnheader" className={css.figure}>
        {t('shares.amount')}
      </span>
      <span role="cell" />
    </div>
  );
}

function SharesFoot({ whole }: { readonly whole: boolean }) {
  const { t } = useWords();
  return <p className={css.foot}>{whole ? t('shares.exact') : t('shares.noAmounts')}</p>;
}

const freeRole = (shares: readonly Share[]): Share['role'] =>
  shares.some(({ role }) => role === 'leadBroker') ? 'coBroker' : 'leadBroker';

/** Who gets what of a deal's commission, each part exact and all of them the whole. */
export function SharesCard({
  dealId,
  leadBroker,
  shares: unsorted,
  totalFen,
}: {
  readonly dealId: string;
  readonly leadBroker: string | undefined;
  readonly shares: readonly Share[];
  readonly totalFen: number;
}) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const { brokerName, firmName } = useSettings((state) => state.settings);
  const shares = sharesInOrder(unsorted);
  const split = splitCommission(totalFen, shares);
  const nameOf = (role: Share['role']): string => {
    const known =
      role === 'leadBroker' ? leadBroker || brokerName : role === 'institution' ? firmName : '';
    return known || words.in(share.fields.role.options[role]);
  };
  const presets = sharePresets.map((preset) => {
    const name = t(`shares.preset.${preset.id}`);
    const take = (): void =>
      void save.changes(
        { key: 'sharePreset', params: { preset: name } },
        takeSharePreset(dealId, shares, preset, nameOf, freshId),
      );
    return [name, take] as const;
  });
  const change = (key: string, title: string, changes: readonly Change[]) =>
    save.changes({ key, params: { title } }, changes);
  const remove = async ({ id, beneficiary: name }: Share): Promise<void> => {
    if (await change('removeShare', name, [{ delete: 'share', id }])) {
      notify.done(t('shares.removed', { name }));
    }
  };

  const title = (
    <>
      {t('shares.title')}
      {shares.length > 0 && <SumChip shares={shares} totalFen={totalFen} />}
    </>
  );
  return (
    <Card
      title={title}
      aside={
        shares.length > 0 && (
          <Changing>
            <SharesAside
              several={shares.length > 1}
              onEqual={() => void save.changes({ key: 'splitEqually' }, splitEqually(shares))}
              presets={presets}
            />
          </Changing>
        )
      }
    >
      {shares.length === 0 && (
        <div className={css.inCard}>
          <Empty title={t('shares.none')} hint={t('shares.noneHint')}>
            <Changing>
              <div className={css.presets}>
                {presets.map(([name, take]) => (
                  <Button key={name} variant="default" onClick={take}>
                    {name}
                  </Button>
                ))}
              </div>
            </Changing>
          </Empty>
        </div>
      )}
      <div className={css.shares} role="table" aria-label={t('shares.title')}>
        <SharesHead />
        {shares.map((one, index) => (
          <ShareRow
            key={one.id}
            one={one}
            fen={split.ok ? (split.value[index] ?? null) : null}
            isFirst={index === 0}
            isLast={index === shares.length - 1}
            onChange={(field, value) =>
              void save.field(share, one, field, typeof value === 'object' ? { ...value } : value)
            }
            onMove={(by) =>
              void change('moveShare', one.beneficiary, moveShare(shares, one.id, by))
            }
            onRemove={() => void remove(one)}
          />
        ))}
        <Changing>
          <NewShareRow
            nextRole={freeRole(shares)}
            rest={remainder(shares)}
            onAdd={(values) =>
              change('addShare', values.beneficiary, addShare(dealId, shares, values, freshId))
            }
          />
        </Changing>
      </div>
      {shares.length > 0 && <SharesFoot whole={split.ok} />}
    </Card>
  );
}
