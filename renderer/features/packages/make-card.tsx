import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../../shared/core/language.ts';
import type { Options } from '../../../shared/entities/field.ts';
import {
  type AchievementPackage,
  type BrochureFormat,
  type ItemCheck,
  nextEdition,
  type PackageEdition,
  packageEdition,
  warningsIn,
} from '../../../shared/features/packages/index.ts';
import type { Check, Layer } from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useDesk } from '../../data/session.ts';
import { useSettings } from '../../data/settings.ts';
import { today } from '../../ui/dates.ts';
import { Card, Chip } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { CheckList } from './check-list.tsx';
import type { Checked, Wanted } from './making.ts';
import css from './packages.module.css';
import { useChecked } from './use-checked.ts';
import { type Reasons, useMaking } from './use-making.ts';

const { fields } = packageEdition;

/** A choice of few, all in sight. */
function Few<K extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: Options;
  readonly value: K;
  readonly onChange: (value: K) => void;
}) {
  const words = useWords();
  return (
    <div className={css.few}>
      <span>{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        data={Object.entries(options).map(([code, option]) => ({
          value: code,
          label: words.in(option),
        }))}
        // It offers the codes of the options.
        onChange={(code) => onChange(code as K)}
      />
    </div>
  );
}

function useChoices(editions: readonly PackageEdition[]) {
  const { language: own } = useWords();
  const printsPdf = useDesk((state) => state.capabilities?.printsPdf ?? false);
  const firmName = useSettings((state) => state.settings.firmName);
  const [layer, setLayer] = useState<Layer>('L0');
  const [language, setLanguage] = useState<Language>(own);
  const [format, setFormat] = useState<BrochureFormat>(printsPdf ? 'pdf' : 'docx');
  const [isSigned, setSigned] = useState(true);
  const [reasons, setReasons] = useState<Reasons>({});
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const firm = isSigned ? firmName : '';
  const number = nextEdition(editions);
  const wanted: Wanted = { layer, language, firm, leftOut, number, on: today() };
  const changeLayer = (next: Layer): void => {
    setLayer(next);
    // Each layer tells other things: reasons and decisions were made about another brochure.
    setReasons({});
    setLeftOut([]);
  };
  return {
    ...{ wanted, format, setFormat, changeLayer, setLanguage, printsPdf, firmName },
    ...{ isSigned: isSigned && firmName !== '', setSigned, reasons, setReasons, setLeftOut },
  };
}
type Choices = ReturnType<typeof useChoices>;

function ChoiceFields({ choices }: { readonly choices: Choices }) {
  const words = useWords();
  const { t } = words;
  const { wanted, format, firmName, printsPdf } = choices;
  return (
    <div className={css.choices}>
      <Few
        label={t('package.layer')}
        options={fields.layer.options}
        value={wanted.layer}
        onChange={choices.changeLayer}
      />
      <Few
        label={t('package.language')}
        options={fields.language.options}
        value={wanted.language}
        onChange={choices.setLanguage}
      />
      <Select
        size="xs"
        label={t('package.format')}
        allowDeselect={false}
        value={format}
        data={Object.entries(fields.format.options).map(([value, option]) => ({
          value,
          label: words.in(option),
          disabled: value === 'pdf' && !printsPdf,
        }))}
        description={printsPdf ? undefined : t('package.noPdf')}
        // It offers the field's own codes.
        onChange={(value) => choices.setFormat((value ?? format) as BrochureFormat)}
      />
      <Checkbox
        size="xs"
        label={firmName === '' ? t('package.noFirm') : t('package.signed', { firm: firmName })}
        disabled={firmName === ''}
        checked={choices.isSigned}
        onChange={(event) => choices.setSigned(event.currentTarget.checked)}
      />
    </div>
  );
}

/** Only what was asked for is kept: a warning that has gone needs no reason. */
const reasonsAsked = (
  warnings: ReadonlyMap<Check, readonly ItemCheck[]>,
  reasons: Reasons,
): Reasons =>
  Object.fromEntries(
    [...warnings.keys()].flatMap((check) => {
      const reason = reasons[check];
      return reason === undefined ? [] : [[check, reason]];
    }),
  );

function Foot({
  choices,
  checked,
  isNew,
}: {
  readonly choices: Choices;
  readonly checked: Checked;
  readonly isNew: boolean;
}) {
  const { t } = useWords();
  const { isMaking, make } = useMaking();
  const isReadOnly = useReadOnly() !== null;
  const { checks, common } = checked;
  const warnings = warningsIn(checks);
  const blocked = checks.filter(({ isBlocked }) => isBlocked).length;
  const unsaid = [...warnings.keys()].filter(
    (check) => (choices.reasons[check] ?? '').trim() === '',
  ).length;
  const why =
    checks.length === 0
      ? t('package.nothingIn')
      : common.length > 0
        ? t('package.stoppedCommon')
        : blocked > 0
          ? t('package.stopped', { count: blocked })
          : unsaid > 0
            ? t('package.needReasons', { count: unsaid })
            : null;
  const run = async (): Promise<void> => {
    const { wanted, format } = choices;
    const reasons = reasonsAsked(warnings, choices.reasons);
    if (await make({ checked, wanted, format, reasons })) choices.setReasons({});
  };
  return (
    <div className={css.foot}>
      <span role="status">
        {isNew ? (why ?? t('package.ready', { count: checks.length })) : t('package.checking')}
      </span>
      <Button
        disabled={isReadOnly || isMaking || !isNew || why !== null}
        onClick={() => void run()}
      >
        {t(isMaking ? 'package.writing' : 'package.write')}
      </Button>
    </div>
  );
}

/** The titles of what was left out, by item, of what is still in the package. */
const leftOutTitles = ({ sheets }: Checked, leftOut: readonly string[]) =>
  new Map(
    sheets.flatMap(({ item, source }) =>
      leftOut.includes(item.id) ? [[item.id, source.record.title] as const] : [],
    ),
  );

/** Chooses what a brochure shows, says what stands against it, and makes it. */
export function MakeCard({
  record,
  editions,
}: {
  readonly record: AchievementPackage;
  readonly editions: readonly PackageEdition[];
}) {
  const { t } = useWords();
  const choices = useChoices(editions);
  const { wanted, setReasons, setLeftOut } = choices;
  const { checked, isNew } = useChecked(record.id, wanted);
  const isClean =
    checked &&
    checked.common.length === 0 &&
    checked.checks.every(({ lines }) => lines.length === 0);
  return (
    <Card
      title={
        <>
          {t('package.make')}
          <Chip>{t('package.edition', { number: wanted.number })}</Chip>
          {isNew && isClean && checked.checks.length > 0 && (
            <Chip tone="good">{t('package.clean')}</Chip>
          )}
        </>
      }
    >
      <p className={css.fine}>
        {t('package.makeHint')} {wanted.layer !== 'L0' && t('package.ndaLater')}
      </p>
      <ChoiceFields choices={choices} />
      {checked && (
        <>
          <CheckList
            items={checked.checks}
            common={checked.common}
            warnings={warningsIn(checked.checks)}
            leftOut={leftOutTitles(checked, wanted.leftOut)}
            reasons={choices.reasons}
            onReason={(check, reason) => setReasons((before) => ({ ...before, [check]: reason }))}
            onLeaveOut={(ids) => setLeftOut((before) => [...new Set([...before, ...ids])])}
            onTakeBack={(id) => setLeftOut((before) => before.filter((one) => one !== id))}
          />
          <Foot choices={choices} checked={checked} isNew={isNew} />
        </>
      )}
    </Card>
  );
}
