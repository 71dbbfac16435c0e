import { FileInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { defineEntity } from '../../../shared/entities/entity.ts';
import { type Outcome, outcome, recordReceipt } from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { keepFile } from '../../data/upload.ts';
import { today } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { FormPanel } from '../../ui/record-form.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './outcomes.module.css';

/** What a receipt says, asked in the words of the project's own fields. */
const receiptForm = defineEntity({
  name: 'receiptOfDeposit',
  label: outcome.label,
  plural: outcome.plural,
  title: 'depositReceiptNo',
  sections: { all: outcome.label },
  fields: {
    depositReceiptNo: { ...outcome.fields.depositReceiptNo, section: 'all' },
    depositedOn: { ...outcome.fields.depositedOn, section: 'all', required: true },
  },
});

/** Projects drawn at first, and more each time they are asked for. */
const STEP = 40;

/** Enters a receipt at many projects, with the receipt's file: one step to undo. */
export function ReceiptPanel({
  opened,
  projects,
  onClose,
  onDone,
}: {
  readonly opened: boolean;
  readonly projects: readonly Outcome[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const [file, setFile] = useState<File | null>(null);
  const [count, setCount] = useState(STEP);
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (!opened) return;
    setFile(null);
    setOwn(new Map());
    setCount(STEP);
  }, [opened]);
  const rest = projects.length - count;
  return (
    <FormPanel
      key={String(opened)}
      opened={opened}
      title={t('deposit.receipt', { count: projects.length })}
      entity={receiptForm}
      initial={{ depositedOn: today() }}
      submit={t('action.save')}
      onClose={onClose}
      onSubmit={async (values) => {
        const kept = file && (await keepFile(file));
        if (kept && !kept.ok) {
          notify.problem(t('deposit.fileFailed', { name: file.name }));
          return false;
        }
        const filled = [...own].flatMap(([id, text]) =>
          text.trim() === '' ? [] : [[id, text.trim()] as const],
        );
        const receipt = {
          on: String(values.depositedOn),
          number: values.depositReceiptNo === undefined ? null : String(values.depositReceiptNo),
          ownNumbers: new Map(filled),
          file: kept && file ? { name: file.name, ...kept.value } : null,
        };
        const written = await save.changes(
          { key: 'recordReceipt', params: { count: projects.length } },
          recordReceipt(projects, receipt, freshId),
        );
        if (written) onDone();
        return written;
      }}
    >
      {() => (
        <>
          <FileInput
            label={t('deposit.file')}
            description={t('deposit.fileHint')}
            placeholder={t('deposit.chooseFile')}
            value={file}
            onChange={setFile}
            clearable
          />
          <fieldset className={css.own}>
            <legend>{t('deposit.ownNumbers')}</legend>
            {projects.slice(0, count).map(({ id, title }) => (
              <TextInput
                key={id}
                size="xs"
                label={title}
                maxLength={60}
                value={own.get(id) ?? ''}
                onChange={(event) => setOwn(new Map(own).set(id, event.currentTarget.value))}
              />
            ))}
            {rest > 0 && (
              <button type="button" className={css.more} onClick={() => setCount(count + STEP)}>
                {t('outcome.more', { count: Math.min(rest, STEP) })}
              </button>
            )}
          </fieldset>
        </>
      )}
    </FormPanel>
  );
}
