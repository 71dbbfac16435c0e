import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import { Card } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import css from './evaluations.module.css';
import { valuesIn } from './form-of.ts';
import { LineEditor } from './line-editor.tsx';

interface Line {
  readonly id: string;
  readonly name: string;
}

/** Which line is being written, by its id, or 'new'; the button takes the focus back from a new one. */
export function useEditing() {
  const [editing, setEditing] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setEditing(null);
    if (editing === 'new') addButton.current?.focus();
  };
  return { editing, setEditing, addButton, close };
}

/** Lines as a table with a column for each field of their form, each written where it stands. */
export function LinesCard<L extends Line>({
  title,
  hint,
  form,
  lines,
  addText,
  actions,
  isFigure = () => false,
  cell,
  onAdd,
  onChange,
  onMove,
  onDelete,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly form: AnyEntity;
  readonly lines: readonly L[];
  readonly addText: string;
  /** Other ways to add lines. */
  readonly actions?: ReactNode;
  readonly isFigure?: (field: string) => boolean;
  readonly cell: (line: L, field: string) => ReactNode;
  readonly onAdd: (values: Values) => Promise<boolean>;
  readonly onChange: (line: L, values: Values) => Promise<boolean>;
  readonly onMove?: (line: L, by: -1 | 1) => void;
  readonly onDelete: (line: L) => void;
}) {
  const words = useWords();
  const { editing, setEditing, addButton, close } = useEditing();
  const columns = Object.entries(form.fields);
  const classOf = (field: string) => (isFigure(field) ? 'num' : undefined);
  const editor = (initial: Values, onSave: (values: Values) => Promise<boolean>) => (
    <LineEditor form={form} initial={initial} onClose={close} onSave={onSave} />
  );
  return (
    <Card
      title={title}
      aside={
        <Changing>
          {actions}
          <Button ref={addButton} size="xs" variant="default" onClick={() => setEditing('new')}>
            {addText}
          </Button>
        </Changing>
      }
    >
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      {lines.length > 0 && (
        <table className={css.table} data-menu>
          <thead>
            <tr>
              {columns.map(([name, { label }]) => (
                <th key={name} className={classOf(name)}>
                  {words.in(label)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) =>
              editing === line.id ? (
                <tr key={line.id}>
                  <td colSpan={columns.length + 1}>
                    {editor(valuesIn(form, { ...line }), (values) => onChange(line, values))}
                  </td>
                </tr>
              ) : (
                <tr key={line.id}>
                  {columns.map(([name]) => (
                    <td key={name} className={classOf(name)}>
                      {cell(line, name)}
                    </td>
                  ))}
                  <td>
                    <RowMenu
                      label={words.t('evaluation.actions', { name: line.name })}
                      onEdit={() => setEditing(line.id)}
                      onDelete={() => onDelete(line)}
                      {...(onMove ? { onMove: (by: -1 | 1) => onMove(line, by) } : {})}
                    />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {editing === 'new' && editor({}, onAdd)}
    </Card>
  );
}
