import { useLocation } from 'wouter';
import type { Values } from '../../../shared/commits/index.ts';
import { isCustomName } from '../../../shared/entities/custom.ts';
import type { AnyEntity, Fields } from '../../../shared/entities/entity.ts';
import {
  createDeal,
  deal,
  type NewDeal as NewDealValues,
  type Stage,
} from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { getRecord } from '../../data/read.ts';
import { useSettings } from '../../data/settings.ts';
import { today } from '../../ui/dates.ts';
import { FormPanel } from '../../ui/record-form.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { useRefusal } from './use-moving.tsx';

const { achievementId, enterpriseId, needId, contactId, mode, leadBroker } = deal.fields;
const { nextStep, nextOn, contractAmountFen, technologyAmountFen } = deal.fields;
/** What is asked for a new deal; the name is made of its two sides. */
const asked: Fields = {
  achievementId,
  enterpriseId,
  needId,
  contactId,
  mode,
  leadBroker,
  nextStep,
  nextOn,
  contractAmountFen,
  technologyAmountFen,
};

/** The same with the user's own fields. */
function useAsked(): AnyEntity {
  const entity = useEntity('deal');
  const own = Object.entries(entity.fields).filter(([name]) => isCustomName(name));
  return { ...entity, fields: { ...asked, ...Object.fromEntries(own) } };
}

/** The panel for a new deal; `given` is what the page that asked for it knows already. */
export function NewDeal({
  stages,
  given,
  onClose,
}: {
  readonly stages: readonly Stage[];
  readonly given: Partial<Pick<NewDealValues, 'achievementId' | 'enterpriseId' | 'needId'>>;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [, go] = useLocation();
  const save = useSave();
  const refuse = useRefusal();
  const brokerName = useSettings((state) => state.settings.brokerName);

  const create = async (values: Values): Promise<boolean> => {
    const [from, to] = await Promise.all([
      getRecord('achievement', String(values.achievementId)),
      getRecord('enterprise', String(values.enterpriseId)),
    ]);
    const title = t('deals.dealTitle', {
      achievement: from?.title ?? '',
      enterprise: to?.name ?? '',
    }).slice(0, deal.fields.title.max);
    // The form has the fields of a deal, and asks for those that it must have.
    const made = createDeal(stages, { ...values, title } as Values & NewDealValues, {
      today: today(),
      newId: freshId,
    });
    if (!made.ok) {
      refuse(made.error);
      return false;
    }
    const label = { key: 'create', params: { entity: 'deal', title } };
    if (!(await save.changes(label, made.value.changes))) return false;
    go(pathOf('deal', made.value.id));
    // The panel goes with the page: closing it would lead back to where it was opened.
    return false;
  };
  return (
    <FormPanel
      opened
      title={t('deals.new')}
      entity={useAsked()}
      initial={{ ...given, ...(brokerName === '' ? {} : { leadBroker: brokerName }) }}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={create}
    />
  );
}
