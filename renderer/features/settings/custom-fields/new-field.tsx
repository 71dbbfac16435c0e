import { Button, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import {
  addField,
  type CustomField,
  customField,
} from '../../../../shared/features/custom-fields/index.ts';
import { type EntityName, entities } from '../../../../shared/registry.ts';
import { useWords } from '../../../app/i18n.ts';
import { isRealEnter } from '../../../ui/field-input.tsx';
import { usePressOnce } from '../../../ui/press-once.ts';
import { TagsControl } from '../../../ui/tags.tsx';
import css from './custom-fields.module.css';
import { extensibleKinds } from './kinds.ts';
import { useDefine } from './use-define.ts';

type Type = CustomField['type'];

const { label, unit: unitField, target: targetField, type: typeField } = customField.fields;
const typeOf = (code: string | null): Type | undefined =>
  Object.keys(typeField.options).find((one): one is Type => one === code);

interface Draft {
  readonly label: string;
  readonly type: Type;
  readonly unit: string;
  readonly target: EntityName;
  readonly choices: readonly string[];
}

const blank: Draft = { label: '', type: 'text', unit: '', target: 'enterprise', choices: [] };

/** What a type asks for beside the name. */
function TypeDetails({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (patch: Partial<Draft>) => void;
}) {
  const words = useWords();
  const { t } = words;
  switch (draft.type) {
    case 'number':
      return (
        <TextInput
          aria-label={words.in(unitField.label)}
          placeholder={t('customFields.unitPlaceholder')}
          value={draft.unit}
          maxLength={unitField.max}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
      );
    case 'link':
      return (
        <Select
          aria-label={words.in(targetField.label)}
          allowDeselect={false}
          value={draft.target}
          data={extensibleKinds.map((kind) => ({
            value: kind,
            label: words.in(entities[kind].label),
          }))}
          onChange={(kind) => {
            const target = extensibleKinds.find((one) => one === kind);
            if (target) onChange({ target });
          }}
        />
      );
    case 'choice':
    case 'choices':
      return (
        <TagsControl
          aria-label={t('customFields.choices')}
          placeholder={draft.choices.length === 0 ? t('customFields.choicesPlaceholder') : ''}
          offered={[]}
          tags={draft.choices}
          onChange={(choices) => onChange({ choices })}
        />
      );
    default:
      return <span />;
  }
}

/** The line that adds a field to a kind of record. */
export function NewField({ kind }: { readonly kind: EntityName }) {
  const words = useWords();
  const { t } = words;
  const define = useDefine();
  const [draft, setDraft] = useState(blank);
  const name = useRef<HTMLInputElement>(null);
  const change = (patch: Partial<Draft>): void => setDraft((before) => ({ ...before, ...patch }));
  const isReady = draft.label.trim() !== '';
  const add = usePressOnce(async () => {
    if (!isReady) return false;
    const added = addField(entities[kind], draft, define.ctx());
    const decided = added.ok ? added.value.changes : added;
    if (await define.write('addCustomField', { label: draft.label.trim() }, decided)) {
      setDraft(blank);
      name.current?.focus();
    }
    return false;
  });
  return (
    <div className={css.add}>
      <span />
      <TextInput
        ref={name}
        aria-label={t('customFields.newName')}
        placeholder={t('customFields.newName')}
        value={draft.label}
        maxLength={label.max}
        onChange={(event) => change({ label: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (isRealEnter(event)) void add();
        }}
      />
      <Select
        aria-label={words.in(typeField.label)}
        allowDeselect={false}
        value={draft.type}
        data={Object.entries(typeField.options).map(([value, option]) => ({
          value,
          label: words.in(option),
        }))}
        onChange={(code) => {
          const type = typeOf(code);
          if (type) change({ type });
        }}
      />
      <TypeDetails draft={draft} onChange={change} />
      <Button variant="default" disabled={!isReady} onClick={() => void add()}>
        {t('customFields.add')}
      </Button>
    </div>
  );
}
