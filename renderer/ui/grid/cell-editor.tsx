import {
  type KeyboardEvent,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type StoredRecord, sameValue } from '../../../shared/commits/index.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import type { Field } from '../../../shared/entities/field.ts';
import { useWords } from '../../app/i18n.ts';
import { type Entry, entryOf, FieldInput } from '../field-input.tsx';
import { useSave } from '../save.ts';
import css from './grid.module.css';

/**
 * `ready` holds the focus unseen, so that an input method can begin in the cell; `typing` has begun
 * with nothing, `editing` with what is there.
 */
export type Mode = 'ready' | 'typing' | 'editing';

/** Where to go from a cell that has been edited; away: the focus is elsewhere already. */
export type Leave = 'stay' | 'down' | 'right' | 'left' | 'away';

/** Whether a cell of this field can take the first letter that is typed over it. */
export const takesLetters = ({ kind }: Field): boolean =>
  kind !== 'choice' && kind !== 'choices' && kind !== 'date';

interface Props {
  readonly entity: AnyEntity;
  readonly record: StoredRecord;
  readonly name: string;
  readonly field: Field;
  readonly mode: Mode;
  readonly onTyping: () => void;
  readonly onLeave: (to: Leave) => void;
  /** Ends the editing from outside; answers false when what was typed cannot be read. */
  readonly ending: RefObject<(() => boolean) | null>;
}

/** The field's own input in the place of its cell. What cannot be read stays until it is mended. */
export function CellEditor({
  entity,
  record,
  name,
  field,
  mode,
  onTyping,
  onLeave,
  ending,
}: Props) {
  const words = useWords();
  const save = useSave();
  const [entry, setEntry] = useState<Entry>(
    mode === 'editing' ? entryOf(record[name]) : { type: 'blank' },
  );
  const [changed, setChanged] = useState(false);
  // Rows may move under what is being typed: it is saved to the record that it was begun on.
  const target = useRef(record);
  if (mode === 'ready') target.current = record;
  const ended = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  // Going to a cell has scrolled to it; on the way back to a list it stays as far as it was.
  useLayoutEffect(() => {
    if (mode !== 'ready') return;
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }, [mode]);

  const finish = (next: Entry, to: Leave, isChanged = changed): boolean => {
    if (ended.current) return true;
    if (next.type === 'unread') return false;
    ended.current = true;
    const after = next.type === 'blank' ? null : next.value;
    const isRefused = after === null && field.required === true;
    if (isChanged && !isRefused && !sameValue(target.current[name] ?? null, after)) {
      void save.field(entity, target.current, name, after);
    }
    onLeave(to);
    return true;
  };
  useImperativeHandle(ending, () => () => mode === 'ready' || finish(entry, 'away'));

  const leave = (to: Leave): void => {
    ended.current = true;
    onLeave(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (mode === 'ready' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') leave('stay');
    if (event.key !== 'Tab') return;
    event.preventDefault();
    finish(entry, event.shiftKey ? 'left' : 'right');
  };
  return (
    <div
      ref={box}
      role="group"
      aria-label={words.in(field.label)}
      className={mode === 'ready' ? css.ready : css.editor}
      onKeyDown={onKeyDown}
      onCompositionStart={onTyping}
      onMouseDown={(event) => event.stopPropagation()}
      onBlur={(event) => {
        const isLeft = !event.currentTarget.contains(event.relatedTarget);
        if (mode !== 'ready' && isLeft) finish(entry, 'away');
      }}
    >
      <FieldInput
        field={field}
        entry={entry}
        among={record}
        bare
        autoFocus={mode !== 'ready'}
        onChange={(next) => {
          onTyping();
          setChanged(true);
          setEntry(next);
          if (field.kind === 'choice') finish(next, 'stay', true);
        }}
        // Choosing has ended it already, with the value that this render does not have yet.
        onDone={() => field.kind === 'choice' || finish(entry, 'down')}
      />
    </div>
  );
}
