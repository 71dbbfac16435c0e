import { Combobox, Textarea, useCombobox } from '@mantine/core';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { titleOf } from '../../../shared/entities/entity.ts';
import {
  type Mention,
  mentionOf,
  type OpenMention,
  openMention,
  withMention,
} from '../../../shared/features/notes/index.ts';
import { type EntityName, entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useAnswers } from '../../index/use-answer.ts';
import css from './notes.module.css';

const mentioned = [
  'enterprise',
  'need',
  'achievement',
  'deal',
] as const satisfies readonly EntityName[];
const PER_KIND = 4;

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onMention: (mention: Mention) => void;
  readonly onSave: () => void;
  readonly onLeave?: () => void;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

function useSuggestions(open: OpenMention | null): readonly Mention[] | undefined {
  const answers = useAnswers(
    open === null
      ? []
      : mentioned.map((entity) => ({ entity, text: open.query, from: 0, to: PER_KIND })),
  );
  return answers?.flatMap(({ rows }, index) => {
    const kind = mentioned[index] ?? 'deal';
    return rows.map((row) => mentionOf(kind, row.id, titleOf(entities[kind], row)));
  });
}

/** A text of several lines in which `@` finds records to mention. */
export function MentionInput(props: Props): ReactNode {
  const { text, onChange, onMention, onSave, onLeave, autoFocus, placeholder } = props;
  const { t, in: say } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<OpenMention | null>(null);
  const suggestions = useSuggestions(open);
  const combobox = useCombobox({ opened: open !== null, onDropdownClose: () => setOpen(null) });
  const shown = open && suggestions?.map(({ id }) => id).join();
  // Enter takes the best one. Options can be selected only once they are on the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what is shown, not the store
  useEffect(() => {
    if (shown) combobox.selectFirstOption();
  }, [shown]);
  const caretToBe = useRef<number | null>(null);
  // Set as soon as the text is there: the next key would come before anything later.
  useLayoutEffect(() => {
    if (caretToBe.current === null) return;
    area.current?.setSelectionRange(caretToBe.current, caretToBe.current);
    caretToBe.current = null;
  });
  const choose = (id: string): void => {
    const mention = suggestions?.find((one) => one.id === id);
    if (!open || !mention) return;
    const next = withMention(text, open, mention);
    onMention(mention);
    onChange(next.text);
    setOpen(null);
    caretToBe.current = next.caret;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      onSave();
    } else if (event.key === 'Escape' && (open || onLeave)) {
      event.stopPropagation();
      if (open) setOpen(null);
      else onLeave?.();
    }
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" shadow="md">
      <Combobox.Target withKeyboardNavigation={open !== null} withAriaAttributes={open !== null}>
        <Textarea
          ref={area}
          className={css.input ?? ''}
          aria-label={t('note.text')}
          placeholder={placeholder}
          autosize
          minRows={1}
          maxRows={14}
          autoFocus={autoFocus ?? false}
          value={text}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            onChange(value);
            setOpen(openMention(value, selectionStart));
          }}
          onKeyDown={keys}
          onBlur={() => setOpen(null)}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('note.mention')}>
          {suggestions?.length === 0 && <Combobox.Empty>{t('note.noMention')}</Combobox.Empty>}
          {suggestions?.map(({ kind, id, title }) => (
            <Combobox.Option key={id} value={id}>
              <span className={css.option}>
                {title}
                <small>{say(entities[kind as EntityName].label)}</small>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
