import { SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Field } from '../../../shared/entities/field.ts';
import {
  type HandoutFormat,
  handout,
  type Layer,
} from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDesk } from '../../data/session.ts';
import { askNames } from '../../index/use-answer.ts';
import { type Entry, entryOf, FieldInput } from '../../ui/field-input.tsx';
import css from './publishing.module.css';

/** What is chosen of a handout before it is made. */
export interface Wanted {
  readonly recipient: string;
  readonly enterpriseId: string | null;
  readonly contactId: string | null;
  readonly layer: Layer;
  readonly language: 'zh' | 'en';
  readonly format: HandoutFormat;
  readonly ndaNo: string;
  readonly ndaOn: string;
}

const textOf = (entry: Entry): string => (entry.type === 'value' ? String(entry.value) : '');
const idOf = (entry: Entry): string | null => textOf(entry) || null;

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={css.choice}>
      <span>{label}</span>
      {children}
    </div>
  );
}

/** A choice of few, all in sight. */
function Few<K extends string>({
  field,
  value,
  onChange,
}: {
  readonly field: Extract<Field, { readonly kind: 'choice' }>;
  readonly value: K;
  readonly onChange: (value: K) => void;
}) {
  const words = useWords();
  const label = words.in(field.label);
  return (
    <Choice label={label}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={label}
        value={value}
        data={Object.entries(field.options).map(([code, option]) => ({
          value: code,
          label: words.in(option),
        }))}
        // It offers the field's own codes.
        onChange={(code) => onChange(code as K)}
      />
    </Choice>
  );
}

/** For whom it is: an enterprise with its contact, or anybody by name; which layer, language and format. */
export function RecipientFields({
  wanted,
  onChange,
}: {
  readonly wanted: Wanted;
  readonly onChange: (set: Partial<Wanted>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const printsPdf = useDesk((state) => state.capabilities?.printsPdf ?? false);
  const { enterpriseId, contactId, recipient, layer, format } = wanted;
  const { fields } = handout;
  const named = async (ids: readonly (string | null)[]): Promise<string> => {
    const known = ids.flatMap((id) => id ?? []);
    const names = await askNames(known);
    return known
      .map((id) => names[id] ?? '')
      .join(' ')
      .trim();
  };
  const choose = async (enterprise: string | null, contact: string | null): Promise<void> =>
    onChange({
      enterpriseId: enterprise,
      contactId: contact,
      recipient: await named([enterprise, contact]),
    });
  return (
    <div className={css.pair}>
      <FieldInput
        field={fields.enterpriseId}
        entry={entryOf(enterpriseId)}
        onChange={(entry) => void choose(idOf(entry), null)}
      />
      <FieldInput
        field={fields.contactId}
        entry={entryOf(contactId)}
        among={{ enterpriseId }}
        onChange={(entry) => void choose(enterpriseId, idOf(entry))}
      />
      <div className={css.wide}>
        <FieldInput
          field={fields.recipient}
          entry={entryOf(recipient || null)}
          onChange={(entry) => onChange({ recipient: textOf(entry) })}
        />
      </div>
      <div className={css.wide}>
        <Few field={fields.layer} value={layer} onChange={(next) => onChange({ layer: next })} />
        <small className={css.fine}>{t(`publishing.layerHint.${layer}`)}</small>
      </div>
      <Few
        field={fields.language}
        value={wanted.language}
        onChange={(language) => onChange({ language })}
      />
      <Select
        label={words.in(fields.format.label)}
        allowDeselect={false}
        value={format}
        data={Object.entries(fields.format.options).map(([value, option]) => ({
          value,
          label: words.in(option),
          disabled: value === 'pdf' && !printsPdf,
        }))}
        description={printsPdf ? undefined : t('publishing.noPdf')}
        // It offers the field's own codes.
        onChange={(value) => onChange({ format: (value ?? format) as HandoutFormat })}
      />
      {layer !== 'L0' && (
        <>
          <FieldInput
            field={{ ...fields.ndaNo, required: true }}
            entry={entryOf(wanted.ndaNo || null)}
            onChange={(entry) => onChange({ ndaNo: textOf(entry) })}
          />
          <FieldInput
            field={{ ...fields.ndaOn, required: true }}
            entry={entryOf(wanted.ndaOn || null)}
            onChange={(entry) => onChange({ ndaOn: textOf(entry) })}
          />
        </>
      )}
    </div>
  );
}
