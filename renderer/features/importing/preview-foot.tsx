import { Button } from '@mantine/core';
import { type Choices, unfilledFields, unitsToConfirm } from '../../../shared/importing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { chooseWhatToDo, type Work } from './import-store.ts';
import { LabelledPick } from './pick.tsx';
import css from './preview.module.css';
import { writeImport } from './write-import.ts';

const REPEATED: readonly Choices['repeated'][] = ['skip', 'add'];
const KNOWN: readonly Choices['known'][] = ['skip', 'fillBlanks', 'overwrite'];

/** What to do with rows that are not simply new. */
function WhatToDo({ work }: { readonly work: Work }) {
  const { t } = useWords();
  const { reading, choices } = work;
  return (
    <>
      {(reading?.count('repeated') ?? 0) > 0 && (
        <LabelledPick
          label={t('importing.repeated')}
          value={choices.repeated}
          onChange={(value) =>
            chooseWhatToDo({ repeated: REPEATED.find((one) => one === value) ?? 'skip' })
          }
        >
          {REPEATED.map((value) => (
            <option key={value} value={value}>
              {t(`importing.repeated.${value}`)}
            </option>
          ))}
        </LabelledPick>
      )}
      {(reading?.count('known') ?? 0) > 0 && (
        <span title={t('importing.knownHint')}>
          <LabelledPick
            label={t('importing.known')}
            value={choices.known}
            onChange={(value) =>
              chooseWhatToDo({ known: KNOWN.find((one) => one === value) ?? 'skip' })
            }
          >
            {KNOWN.map((value) => (
              <option key={value} value={value}>
                {t(`importing.known.${value}`)}
              </option>
            ))}
          </LabelledPick>
        </span>
      )}
    </>
  );
}

/** What will happen, in words, and the button that makes it happen. */
export function PreviewFoot({ work }: { readonly work: Work }) {
  const words = useWords();
  const { t } = words;
  const { reading, choices, subject, columns, isRead } = work;
  const counted = (['ready', 'problem', 'repeated', 'known'] as const).map(
    (state) => reading?.count(state) ?? 0,
  );
  const [ready = 0, problem = 0, repeated = 0, known = 0] = counted;
  const added = ready + (choices.repeated === 'add' ? repeated : 0);
  const updated = choices.known === 'skip' ? 0 : known;
  const out = ready + problem + repeated + known - added - updated;
  const isSettled =
    unfilledFields(columns, subject).length === 0 && unitsToConfirm(columns, subject).length === 0;
  const canWrite = isRead && isSettled && added + updated > 0;
  const { label, plural } = subject.entity;
  const [key, written] =
    added === 0 && updated > 0
      ? (['importing.update', updated] as const)
      : (['importing.write', added] as const);
  const verb = t(key, {
    count: written.toLocaleString('en'),
    entity: words.inside(written === 1 ? label : plural),
  });
  const parts = [
    ...(added > 0 ? [t('importing.plan', { added: added.toLocaleString('en') })] : []),
    ...(updated > 0 ? [t('importing.planUpdate', { count: updated })] : []),
    ...(out > 0 ? [t('importing.planOut', { count: out })] : []),
    t('importing.planUndo'),
  ];
  return (
    <footer className={css.foot}>
      <WhatToDo work={work} />
      <span className={css.grow} />
      <span className={css.plan}>
        {added + updated > 0 ? parts.join(' · ') : isRead && t('importing.nothing')}
      </span>
      <Button disabled={!canWrite} onClick={() => void writeImport(work)}>
        {verb}
      </Button>
    </footer>
  );
}
