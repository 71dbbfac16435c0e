import { Drawer } from '@mantine/core';
import type { Values } from '../../../../shared/commits/index.ts';
import {
  fieldsOfChange,
  formOfTable,
  formValues,
  type RuleState,
  ruleRow,
} from '../../../../shared/features/rules/index.ts';
import type { AnyRuleTable } from '../../../../shared/rules/index.ts';
import { useWords } from '../../../app/i18n.ts';
import { HistoryList } from '../../../ui/history-list.tsx';
import { FormPanel } from '../../../ui/record-form.tsx';
import css from './rules.module.css';
import type { RuleDeeds } from './use-rule-deeds.ts';

/** What is open at the right: a form on a row, one for a new row, or what happened to a row. */
export type Opened =
  | { readonly what: 'correct' | 'changeFrom'; readonly state: RuleState }
  | { readonly what: 'history'; readonly state: RuleState }
  | { readonly what: 'add' };

/** A change leaves case and region as they are; a correction may concern the region. */
const fieldsOfForm = (table: AnyRuleTable, what: 'correct' | 'changeFrom'): readonly string[] =>
  what === 'correct' ? [...fieldsOfChange(table), 'region'] : fieldsOfChange(table);

/** What a form begins with: of a change, all but the day from which it holds. */
function initialOf(
  table: AnyRuleTable,
  form: Exclude<Opened, { readonly what: 'history' }> | null,
): Values {
  if (form === null || form.what === 'add') return { region: 'CN', confidence: 'check' };
  const { validFrom, note, ...values } = formValues(table, form.state.row, form.state.record);
  if (form.what === 'changeFrom') return { ...values, confidence: 'check' };
  return {
    ...values,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The form for a row, in plain words about what saving it does; or the row's history. */
export function RowPanel({
  table,
  opened,
  deeds,
  onClose,
}: {
  readonly table: AnyRuleTable;
  readonly opened: Opened | null;
  readonly deeds: RuleDeeds;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const form = opened?.what === 'history' ? null : opened;
  const record = opened?.what === 'history' ? opened.state.record : null;
  const what = form?.what ?? 'add';
  return (
    <>
      <FormPanel
        key={`${table.name} ${what} ${form && 'state' in form ? form.state.row.key : ''}`}
        opened={form !== null}
        title={t(`rules.${what}`)}
        entity={formOfTable(table)}
        initial={initialOf(table, form)}
        {...(form === null || form.what === 'add' ? {} : { only: fieldsOfForm(table, form.what) })}
        submit={t('action.save')}
        onClose={onClose}
        onSubmit={(values) => {
          if (form === null) return Promise.resolve(false);
          return form.what === 'add' ? deeds.add(values) : deeds[form.what](form.state, values);
        }}
      >
        {() => <p className={css.hint}>{t(`rules.${what}Hint`)}</p>}
      </FormPanel>
      <Drawer
        opened={record !== null}
        onClose={onClose}
        title={t('rules.history')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {record && <HistoryList name={ruleRow.name} id={record.id} />}
      </Drawer>
    </>
  );
}
