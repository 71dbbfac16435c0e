import { ActionIcon, Popover } from '@mantine/core';
import {
  type EvaluationScore,
  evaluationScore,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeptInput } from '../../ui/kept-input.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { useSave } from '../../ui/save.ts';
import css from './evaluations.module.css';

const { note } = evaluationScore.fields;

/** The reason given for a score: behind a mark beside it, which is coloured when there is one. */
export function ScoreNote({ score, of }: { readonly score: EvaluationScore; readonly of: string }) {
  const words = useWords();
  const save = useSave();
  const isReadOnly = useReadOnly() !== null;
  const label = words.in(note.label);
  const value = score.note ?? '';
  return (
    <Popover position="bottom-end" width={280} trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          className={css.note ?? ''}
          variant="subtle"
          {...(value ? {} : { color: 'gray' })}
          size={20}
          title={value || label}
          aria-label={`${label} · ${of}`}
        >
          <Icon name="edit" size={12} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        {isReadOnly ? (
          value || words.t('field.blank')
        ) : (
          <KeptInput
            value={value}
            label={label}
            placeholder={label}
            max={note.max}
            onKeep={(text) => void save.field(evaluationScore, score, 'note', text || null)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
