import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Change, Label } from '../../../shared/commits/index.ts';
import type { Result } from '../../../shared/core/result.ts';
import {
  addStage,
  changeStage,
  inOrder,
  removeStage,
  reorderStage,
  type Stage,
  type StageFailure,
  type StageMeaning,
  stage,
  stageName,
} from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useAllRecords } from '../../data/read.ts';
import { askIndex } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { isRealEnter } from '../../ui/field-input.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { KeptInput } from '../../ui/kept-input.tsx';
import { Card } from '../../ui/page.tsx';
import { useReadOnly, useReadOnlyText } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './stage-editor.module.css';
import { useRefusal } from './use-moving.tsx';

const meanings: readonly StageMeaning[] = ['open', 'signed', 'archived'];
const isMeaning = (code: string | null): code is StageMeaning =>
  meanings.some((meaning) => meaning === code);

type Decide = (label: Label, decided: Result<readonly Change[], StageFailure>) => Promise<void>;

function useDecide(): Decide {
  const save = useSave();
  const refuse = useRefusal();
  return async (label, decided) => {
    if (decided.ok) await save.changes(label, decided.value);
    else refuse(decided.error);
  };
}

function MeaningSelect({
  value,
  onChange,
}: {
  readonly value: StageMeaning;
  readonly onChange: (meaning: StageMeaning) => void;
}) {
  const words = useWords();
  const { options, label } = stage.fields.meaning;
  return (
    <Select
      aria-label={words.in(label)}
      allowDeselect={false}
      value={value}
      data={meanings.map((code) => ({ value: code, label: words.in(options[code]) }))}
      onChange={(code) => isMeaning(code) && onChange(code)}
    />
  );
}

function StageRow({
  one,
  index,
  stages,
  decide,
}: {
  readonly one: Stage;
  readonly index: number;
  readonly stages: readonly Stage[];
  readonly decide: Decide;
}) {
  const words = useWords();
  const { t, language } = words;
  const title = stageName(one, language);
  const label = (key: string): Label => ({ key, params: { title } });
  const tool = (icon: IconName, text: string, disabled: boolean, onClick: () => void) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      disabled={disabled}
      aria-label={text}
      title={text}
      onClick={onClick}
    >
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
  const move = (to: number) => void decide(label('moveStage'), reorderStage(stages, one.id, to));
  const remove = async (): Promise<void> => {
    const used = await askIndex({
      entity: 'deal',
      where: [{ field: 'stageId', in: [one.id] }],
      from: 0,
      to: 0,
    });
    await decide(label('removeStage'), removeStage(stages, one.id, used.total));
  };
  return (
    <li>
      <span className={css.place}>{index + 1}</span>
      <KeptInput
        value={one.name}
        label={words.in(stage.fields.name.label)}
        max={stage.fields.name.max}
        onKeep={(name) => {
          if (name !== '') void decide(label('changeStage'), changeStage(stages, one.id, { name }));
        }}
      />
      <KeptInput
        value={one.nameEn ?? ''}
        label={words.in(stage.fields.nameEn.label)}
        max={stage.fields.nameEn.max}
        onKeep={(name) =>
          void decide(
            label('changeStage'),
            changeStage(stages, one.id, { nameEn: name === '' ? null : name }),
          )
        }
      />
      <MeaningSelect
        value={one.meaning}
        onChange={(meaning) =>
          void decide(label('changeStage'), changeStage(stages, one.id, { meaning }))
        }
      />
      <span className={css.tools}>
        {tool('up', t('stages.up', { stage: title }), index === 0, () => move(index - 1))}
        {tool('down', t('stages.down', { stage: title }), index === stages.length - 1, () =>
          move(index + 1),
        )}
        {tool('trash', t('stages.remove', { stage: title }), false, () => void remove())}
      </span>
    </li>
  );
}

/** A stage to be read. */
function FixedStageRow({ one, index }: { readonly one: Stage; readonly index: number }) {
  const words = useWords();
  return (
    <li>
      <span className={css.place}>{index + 1}</span>
      <span>{one.name}</span>
      <span>{one.nameEn}</span>
      <span>{words.in(stage.fields.meaning.options[one.meaning])}</span>
    </li>
  );
}

function NewStage({ stages }: { readonly stages: readonly Stage[] }) {
  const { t } = useWords();
  const save = useSave();
  const refuse = useRefusal();
  const [name, setName] = useState('');
  const [meaning, setMeaning] = useState<StageMeaning>('open');
  const add = async (): Promise<void> => {
    const title = name.trim();
    if (title === '') return;
    const added = addStage(stages, { name: title, meaning }, { today: today(), newId: freshId });
    if (!added.ok) return refuse(added.error);
    if (await save.changes({ key: 'addStage', params: { title } }, added.value.changes))
      setName('');
  };
  return (
    <div className={css.add}>
      <span />
      <TextInput
        aria-label={t('stages.newName')}
        placeholder={t('stages.newName')}
        value={name}
        maxLength={stage.fields.name.max}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isRealEnter(event)) void add();
        }}
      />
      <span />
      <MeaningSelect value={meaning} onChange={setMeaning} />
      <Button variant="default" disabled={name.trim() === ''} onClick={() => void add()}>
        {t('stages.add')}
      </Button>
    </div>
  );
}

/** The pipeline's stages: named, ordered, added and removed. */
export function StageEditor() {
  const words = useWords();
  const { t } = words;
  const decide = useDecide();
  const readOnly = useReadOnly();
  const readOnlyText = useReadOnlyText();
  const all = useAllRecords('stage');
  if (!all) return null;
  const stages = inOrder(all);
  return (
    <Card title={t('settings.stages')}>
      <p className={css.hint}>{readOnly ? readOnlyText(readOnly) : t('settings.stagesHint')}</p>
      <div className={css.head} aria-hidden="true">
        <span />
        <span>{words.in(stage.fields.name.label)}</span>
        <span>{words.in(stage.fields.nameEn.label)}</span>
        <span>{words.in(stage.fields.meaning.label)}</span>
      </div>
      <ol className={css.stages}>
        {stages.map((one, index) =>
          readOnly ? (
            <FixedStageRow key={one.id} one={one} index={index} />
          ) : (
            <StageRow key={one.id} one={one} index={index} stages={stages} decide={decide} />
          ),
        )}
      </ol>
      {!readOnly && <NewStage stages={stages} />}
    </Card>
  );
}
