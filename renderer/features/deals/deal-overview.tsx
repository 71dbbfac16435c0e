import { ActionIcon } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Values } from '../../../shared/commits/index.ts';
import { fenToCapitals, formatYuan } from '../../../shared/core/money.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { achievement } from '../../../shared/features/achievements/index.ts';
import { type Deal, deal } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useRecord } from '../../data/read.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { useSave } from '../../ui/save.ts';
import css from './deal-page.module.css';

const { achievementId, enterpriseId, needId, contactId } = deal.fields;
const parties: AnyEntity = {
  ...deal,
  fields: { achievementId, enterpriseId, needId, contactId },
};

function PartiesPanel({
  record,
  onClose,
}: {
  readonly record: Deal;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const initial: Values = {
    achievementId: record.achievementId,
    enterpriseId: record.enterpriseId,
    ...(record.needId === undefined ? {} : { needId: record.needId }),
    ...(record.contactId === undefined ? {} : { contactId: record.contactId }),
  };
  return (
    <FormPanel
      opened
      title={t('deal.changeParties')}
      entity={parties}
      initial={initial}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={(values) => {
        // Contact and need are the enterprise's own, and do not follow to another one.
        const isSame = values.enterpriseId === record.enterpriseId;
        const kept = (name: 'contactId' | 'needId') =>
          isSame || values[name] !== record[name] ? (values[name] ?? null) : null;
        const set = { ...values, contactId: kept('contactId'), needId: kept('needId') };
        return save.changes({ key: 'changeParties', params: { title: record.title } }, [
          { patch: 'deal', id: record.id, set },
        ]);
      }}
    />
  );
}

/** What is brokered to whom, with the ways to both and to the person on the other side. */
function Parties({ record }: { readonly record: Deal }) {
  const words = useWords();
  const { t } = words;
  const [changing, setChanging] = useState(false);
  const subject = useRecord('achievement', record.achievementId);
  const buyer = useRecord('enterprise', record.enterpriseId);
  const person = useRecord('contact', record.contactId);
  const asked = useRecord('need', record.needId);
  const contact = [person?.name, person?.phone].filter(Boolean).join(' · ');
  const units = [subject?.units?.join('、'), subject?.leader].filter(Boolean).join(' · ');
  return (
    <Card
      title={t('deal.parties')}
      aside={
        <Changing>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('deal.changeParties')}
            title={t('deal.changeParties')}
            onClick={() => setChanging(true)}
          >
            <Icon name="more" />
          </ActionIcon>
        </Changing>
      }
    >
      <div className={css.parties}>
        <div className={css.party}>
          <small>{words.in(achievementId.label)}</small>
          <Link href={pathOf('achievement', record.achievementId)} title={subject?.title}>
            {subject === null ? t('deals.gone') : (subject?.title ?? '')}
          </Link>
          <span title={units}>
            {units}
            {subject?.price && (
              <>
                {` · ${words.in(achievement.fields.price.label)} `}
                <FieldValue entity={achievement} name="price" value={subject.price} />
              </>
            )}
          </span>
        </div>
        <span className={css.arrow} aria-hidden="true">
          →
        </span>
        <div className={css.party}>
          <small>{words.in(enterpriseId.label)}</small>
          <Link href={pathOf('enterprise', record.enterpriseId)} title={buyer?.name}>
            {buyer === null ? t('deals.gone') : (buyer?.name ?? '')}
          </Link>
          <span title={contact}>{contact || t('deal.noContact')}</span>
        </div>
      </div>
      {asked && (
        <div className={`${css.party} ${css.asked}`}>
          <small>{words.in(needId.label)}</small>
          <Link href={pathOf('need', asked.id)} title={asked.title}>
            {asked.title}
          </Link>
        </div>
      )}
      {changing && <PartiesPanel record={record} onClose={() => setChanging(false)} />}
    </Card>
  );
}

/** An amount with what it is in 万元 and, where a contract wants it, in capitals. */
function Amount({ fen, capitals }: { readonly fen: number; readonly capitals?: boolean }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      {formatYuan(fen)}
      <small className={css.aid}>
        {t('money.wanYuan', wanParams(fen))}
        {capitals && ` · ${fenToCapitals(fen)}`}
      </small>
    </>
  );
}

const wanParams = (fen: number) => ({
  amount: String(fen / 1_000_000),
  millions: String(fen / 100_000_000),
});

/** All facts of a deal, edited in place, under the two sides that it brings together. */
export function DealOverview({
  record,
  warnings,
}: {
  readonly record: Deal;
  readonly warnings: ReactNode;
}) {
  const words = useWords();
  const entity = useEntity('deal');
  return (
    <>
      {warnings}
      <Parties record={record} />
      <FactSheet
        entity={deal}
        record={record}
        title={words.in(deal.label)}
        only={['title', 'mode', 'leadBroker']}
      />
      <FactSheet
        entity={entity}
        record={record}
        only={Object.entries(entity.fields).flatMap(([name, { section }]) =>
          section !== undefined && section !== 'parties' ? [name] : [],
        )}
        show={{
          contractAmountFen: (fen) => typeof fen === 'number' && <Amount fen={fen} capitals />,
          technologyAmountFen: (fen) => typeof fen === 'number' && <Amount fen={fen} />,
        }}
      />
    </>
  );
}
