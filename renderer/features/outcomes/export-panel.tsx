import { Button, Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { checkRegistration } from '../../../shared/features/achievements/index.ts';
import {
  type Deposit,
  depositWorkbook,
  type FormParts,
} from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { host } from '../../data/host.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { usePressOnce } from '../../ui/press-once.ts';
import { useGapText } from '../../ui/registration-gaps.ts';
import { useTellSaved } from '../../ui/saved-file.tsx';
import css from './outcomes.module.css';
import { type FormsRead, readForms } from './read-deposits.ts';

/** Rows drawn at first, and more each time they are asked for. */
const STEP = 20;

function FormRow({ form }: { readonly form: FormParts }) {
  const { t } = useWords();
  const gapText = useGapText();
  const { achievement, units, people } = form;
  const rules = useRules();
  const gaps = checkRegistration(achievement, units, people, today(), rules).form;
  return (
    <li>
      <Link href={pathOf('achievement', achievement.id)}>{achievement.title}</Link>
      <span data-whole={gaps.length === 0}>
        {gaps.length === 0
          ? t('deposit.complete')
          : t('deposit.lacks', { count: gaps.length, what: gaps.map(gapText).join('、') })}
      </span>
    </li>
  );
}

function Panel({
  deposits,
  onClose,
}: {
  readonly deposits: readonly Deposit[];
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const tell = useTellSaved();
  const [read, setRead] = useState<FormsRead>();
  const [count, setCount] = useState(STEP);
  const key = deposits.map(({ project }) => project.rev).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which they are, as they are
  useEffect(() => {
    let isOver = false;
    void readForms(deposits).then((forms) => !isOver && setRead(forms));
    return () => {
      isOver = true;
    };
  }, [key]);
  const write = usePressOnce(async () => {
    if (!read) return false;
    const workbook = depositWorkbook(read.forms);
    const answer = await host.writeSpreadsheet({
      name: `${workbook.title} ${today()}`,
      format: 'xlsx',
      workbook,
    });
    tell(answer);
    if (answer.ok && answer.value.place === 'file') onClose();
    return false;
  });
  if (!read) return null;
  const { forms, without } = read;
  const rest = forms.length - count;
  return (
    <div className={css.panel}>
      <p className={css.fact}>{t('deposit.exportHint')}</p>
      {without.length > 0 && (
        <p className={css.alarm} role="alert">
          {t('deposit.without', {
            count: without.length,
            titles: without
              .slice(0, 5)
              .map(({ title }) => title)
              .join('；'),
          })}
        </p>
      )}
      <ul className={css.forms}>
        {forms.slice(0, count).map((form) => (
          <FormRow key={form.achievement.id} form={form} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setCount(count + STEP)}>
          {t('outcome.more', { count: Math.min(rest, STEP) })}
        </button>
      )}
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={forms.length === 0} onClick={() => void write()}>
          {t('deposit.write', { count: forms.length })}
        </Button>
      </div>
    </div>
  );
}

/** Shows what each form lacks, then writes them all in the registration layout. */
export function ExportPanel({
  opened,
  deposits,
  onClose,
}: {
  readonly opened: boolean;
  readonly deposits: readonly Deposit[];
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('deposit.exportTitle')}
      size={520}
      classNames={{ title: css.panelTitle ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && <Panel deposits={deposits} onClose={onClose} />}
    </Drawer>
  );
}
