import { ActionIcon, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatYuan } from '../../../shared/core/money.ts';
import { formatPortion, type Portion, parsePortion } from '../../../shared/core/portion.ts';
import { type Share, share } from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import { isRealEnter } from '../../ui/field-input.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import css from './commission.module.css';

export type ShareValues = Pick<Share, 'beneficiary' | 'role' | 'portion'>;
type Role = Share['role'];

const { options: roles } = share.fields.role;
const isRole = (code: string | null): code is Role => code !== null && Object.hasOwn(roles, code);

/** A text in a cell: kept with Enter or when it is left, dropped with Escape, marked when it cannot be kept. */
function CellInput({
  label,
  value,
  className,
  max,
  problem,
  onKeep,
}: {
  readonly label: string;
  readonly value: string;
  readonly className: string;
  readonly max: number;
  /** Why the text cannot be kept, if so. */
  readonly problem: (text: string) => string | null;
  readonly onKeep: (text: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const found = text === null ? null : problem(text);
  const keep = (): void => {
    if (text === null || found !== null) return;
    setText(null);
    if (text.trim() !== value) onKeep(text.trim());
  };
  return (
    <TextInput
      className={className}
      aria-label={label}
      value={text ?? value}
      maxLength={max}
      title={found ?? text ?? value}
      error={found !== null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => (found === null ? keep() : setText(null))}
      onKeyDown={(event) => {
        if (isRealEnter(event)) keep();
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) setText(null);
      }}
    />
  );
}

function RoleSelect({
  value,
  className,
  onChange,
}: {
  readonly value: Role;
  readonly className: string;
  readonly onChange: (role: Role) => void;
}) {
  const words = useWords();
  return (
    <Select
      className={className}
      aria-label={words.t('shares.role')}
      allowDeselect={false}
      value={value}
      data={Object.entries(roles).map(([code, option]) => ({
        value: code,
        label: words.in(option),
      }))}
      onChange={(code) => isRole(code) && onChange(code)}
      rightSectionWidth={22}
    />
  );
}

const read = (text: string): Portion | null => {
  const parsed = parsePortion(text);
  return parsed.ok ? parsed.value : null;
};

interface RowProps {
  readonly one: Share;
  /** Null while the portions do not make a whole. */
  readonly fen: number | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: <K extends keyof ShareValues>(field: K, value: ShareValues[K]) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

const amountOf = (fen: number | null) =>
  fen === null ? <span className={css.blank}>–</span> : formatYuan(fen);

/** One share to be read. */
function FixedShareRow({ one, fen }: Pick<RowProps, 'one' | 'fen'>) {
  const words = useWords();
  return (
    <div className={css.row} role="row">
      <div role="cell">{one.beneficiary}</div>
      <div role="cell">{words.in(roles[one.role])}</div>
      <div role="cell" className={css.figure}>
        {formatPortion(one.portion)}
      </div>
      <div role="cell" className={css.figure}>
        {amountOf(fen)}
      </div>
      <div role="cell" />
    </div>
  );
}

/** One share, written in where it stands. */
export function ShareRow(props: RowProps) {
  return useReadOnly() ? <FixedShareRow {...props} /> : <OpenShareRow {...props} />;
}

function OpenShareRow({ one, fen, isFirst, isLast, onChange, onMove, onRemove }: RowProps) {
  const { t } = useWords();
  const name = one.beneficiary;
  const tool = (icon: IconName, text: string, disabled: boolean, onClick: () => void) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={26}
      disabled={disabled}
      aria-label={text}
      title={text}
      onClick={onClick}
    >
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
  return (
    <div
      className={css.row}
      role="row"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <div role="cell">
        <CellInput
          label={t('shares.beneficiary')}
          className={css.cell ?? ''}
          value={name}
          max={share.fields.beneficiary.max}
          problem={(text) => (text.trim() === '' ? t('shares.beneficiary') : null)}
          onKeep={(text) => onChange('beneficiary', text)}
        />
      </div>
      <div role="cell">
        <RoleSelect
          className={css.cell ?? ''}
          value={one.role}
          onChange={(role) => onChange('role', role)}
        />
      </div>
      <div role="cell">
        <CellInput
          label={`${t('shares.portion')} ${name}`}
          className={`${css.cell} ${css.portion}`}
          value={formatPortion(one.portion)}
          max={20}
          problem={(text) => (read(text) ? null : t('shares.badPortion'))}
          onKeep={(text) => {
            const portion = read(text);
            if (portion) onChange('portion', portion);
          }}
        />
      </div>
      <div role="cell" className={css.figure}>
        {amountOf(fen)}
      </div>
      <div role="cell" className={css.tools}>
        {tool('up', t('shares.up', { name }), isFirst, () => onMove(-1))}
        {tool('down', t('shares.down', { name }), isLast, () => onMove(1))}
        {tool('trash', t('shares.remove', { name }), false, onRemove)}
      </div>
    </div>
  );
}

/** The row at the end, for one more; Enter anywhere in it adds. */
export function NewShareRow({
  nextRole,
  rest,
  onAdd,
}: {
  readonly nextRole: Role;
  /** What is left to give; taken where no portion is written. */
  readonly rest: Portion | null;
  readonly onAdd: (values: ShareValues) => Promise<boolean>;
}) {
  const { t } = useWords();
  const [beneficiary, setBeneficiary] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [text, setText] = useState('');
  const portion = text.trim() === '' ? rest : read(text);
  const add = async (): Promise<void> => {
    if (beneficiary.trim() === '' || portion === null) return;
    const values = { beneficiary: beneficiary.trim(), role: role ?? nextRole, portion };
    if (!(await onAdd(values))) return;
    setBeneficiary('');
    setRole(null);
    setText('');
  };
  return (
    <div
      className={css.row}
      role="row"
      onKeyDown={(event) => {
        // Enter in the list of roles chooses from it.
        const listed =
          event.target instanceof HTMLElement &&
          event.target.getAttribute('aria-expanded') === 'true';
        if (isRealEnter(event) && !listed) void add();
      }}
    >
      <div role="cell">
        <TextInput
          className={css.new ?? ''}
          aria-label={t('shares.add')}
          placeholder={t('shares.add')}
          title={t('shares.addHint')}
          maxLength={share.fields.beneficiary.max}
          value={beneficiary}
          onChange={(event) => setBeneficiary(event.currentTarget.value)}
        />
      </div>
      <div role="cell">
        <RoleSelect className={css.new ?? ''} value={role ?? nextRole} onChange={setRole} />
      </div>
      <div role="cell">
        <TextInput
          className={`${css.new} ${css.portion}`}
          aria-label={t('shares.portion')}
          placeholder={rest ? formatPortion(rest) : '%'}
          title={t('shares.badPortion')}
          error={text.trim() !== '' && portion === null}
          maxLength={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div role="cell" />
      <div role="cell" className={css.tools}>
        <ActionIcon
          variant="default"
          size={26}
          aria-label={t('shares.add')}
          disabled={beneficiary.trim() === '' || portion === null}
          onClick={() => void add()}
        >
          <Icon name="plus" size={14} />
        </ActionIcon>
      </div>
    </div>
  );
}
