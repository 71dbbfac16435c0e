import { type ReactNode, useState } from 'react';
import type { Change, Label, Values } from '../../../shared/commits/index.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import {
  asksForContract,
  type Deal,
  deal,
  moveDeal,
  type Signing,
  type Stage,
  signDeal,
  stageName,
} from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { getRecord } from '../../data/read.ts';
import { today } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { FormPanel } from '../../ui/record-form.tsx';
import { useSave } from '../../ui/save.ts';
import css from './deal-page.module.css';

/** Says why a command of the pipeline refused. */
export function useRefusal(): (failure: { readonly type: string }) => void {
  const { tAny } = useWords();
  return (failure) => notify.problem(tAny(`fail.${failure.type}`, { ...failure }));
}

const { signedOn, contractNo, contractAmountFen, technologyAmountFen } = deal.fields;
/** What is asked when a deal reaches its contract. */
const signing: AnyEntity = {
  ...deal,
  fields: {
    contractAmountFen,
    technologyAmountFen,
    signedOn: { ...signedOn, required: true },
    contractNo,
  },
};

function SignPanel({ record, onClose }: { readonly record: Deal; readonly onClose: () => void }) {
  const { t } = useWords();
  const save = useSave();
  const refuse = useRefusal();
  const initial: Values = {
    signedOn: today(),
    ...(record.contractNo === undefined ? {} : { contractNo: record.contractNo }),
    ...(record.contractAmountFen === undefined
      ? {}
      : { contractAmountFen: record.contractAmountFen }),
    ...(record.technologyAmountFen === undefined
      ? {}
      : { technologyAmountFen: record.technologyAmountFen }),
  };
  return (
    <FormPanel
      opened
      title={t('deal.signTitle')}
      entity={signing}
      initial={initial}
      submit={t('action.save')}
      cancel={t('deal.skip')}
      onClose={onClose}
      onSubmit={async (values) => {
        // The form has the fields of a signing, and asks for those that it must have.
        const signed = signDeal(record, values as Values & Signing, today());
        if (!signed.ok) refuse(signed.error);
        return (
          signed.ok &&
          (await save.changes({ key: 'signDeal', params: { title: record.title } }, signed.value))
        );
      }}
    >
      {() => <p className={css.formHint}>{t('deal.signHint')}</p>}
    </FormPanel>
  );
}

interface Moving {
  /** Moves a deal; true when it stands in the stage now. Asks for the contract where that is due. */
  readonly move: (id: string, stage: Stage) => Promise<boolean>;
  /** Opens the panel for the contract. */
  readonly sign: (record: Deal) => void;
  /** The panel; to be put into the page. */
  readonly panel: ReactNode;
}

/** Moving deals through the pipeline, from a board, a menu or the steps of a deal's page. */
export function useMoving(): Moving {
  const { language } = useWords();
  const save = useSave();
  const [asked, setAsked] = useState<Deal | null>(null);
  return {
    move: async (id, stage) => {
      const record = await getRecord('deal', id);
      if (!record) return false;
      const changes: readonly Change[] = moveDeal(record, stage, today());
      const label: Label = {
        key: 'moveDeal',
        params: { title: record.title, stage: stageName(stage, language) },
      };
      if (!(await save.changes(label, changes))) return false;
      if (changes.length > 0 && asksForContract(record, stage)) setAsked(record);
      return true;
    },
    sign: setAsked,
    panel: asked && <SignPanel key={asked.id} record={asked} onClose={() => setAsked(null)} />,
  };
}
