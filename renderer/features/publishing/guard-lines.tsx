import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  type Check,
  checks,
  type GuardLine,
  type Layer,
  type Leak,
  type Source,
} from '../../../shared/features/publishing/index.ts';
import { type SecrecyLevel, secrecyLevels } from '../../../shared/lists/secrecy.ts';
import { useWords } from '../../app/i18n.ts';
import { Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { findingText, verdictTone } from './finding-text.ts';
import css from './publishing.module.css';
import type { Known } from './use-known.ts';
import { useSetLevel } from './use-set-level.ts';

/** The level that a layer shows just so. */
const levelOfLayer: Readonly<Record<Layer, SecrecyLevel>> = {
  L0: 'public',
  L1: 'internal',
  L2: 'tradeSecret',
};

/** Where a guarded value stands, and the way to show its field after all. */
function Leaks({
  leaks,
  layer,
  known,
}: {
  readonly leaks: readonly Leak[];
  readonly layer: Layer;
  readonly known: Known;
}) {
  const words = useWords();
  const { t } = words;
  const setLevel = useSetLevel(known);
  const canOpen = ({ guarded }: Leak, { entity }: Source): boolean =>
    guarded.entity === entity.name && !entity.fields[guarded.name]?.personal;
  return (
    <ul className={css.leaks}>
      {leaks.map((leak) => {
        const field = words.in(leak.guarded.label);
        return (
          <li key={`${leak.guarded.entity} ${leak.guarded.name}`}>
            {t('publishing.leakIn', { field, passage: leak.passage })}
            {canOpen(leak, known.source) && (
              <Changing>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => void setLevel(leak.guarded.name, levelOfLayer[layer])}
                >
                  {t('publishing.openField', {
                    field,
                    level: words.in(secrecyLevels[levelOfLayer[layer]]),
                  })}
                </Button>
              </Changing>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The lines of the publish guard: what was found, the way out, the rule; and a reason to go on, where it is asked for. */
export function GuardLines({
  lines,
  layer,
  known,
  reasons,
}: {
  readonly lines: readonly GuardLine[];
  readonly layer: Layer;
  readonly known: Known;
  /** What was written for each warning, and how it is changed; nothing is asked where it is not given. */
  readonly reasons?: {
    readonly of: Readonly<Partial<Record<Check, string>>>;
    readonly set: (check: Check, reason: string) => void;
  };
}): ReactNode {
  const words = useWords();
  const { t } = words;
  return (
    <ul className={css.guard}>
      {lines.map(({ check, verdict, finding, row }) => {
        const what = words.in(checks[check]);
        return (
          <li key={check} data-check={check} data-verdict={verdict}>
            <b>{what}</b>
            <span>{findingText(finding, words)}</span>
            <Chip tone={verdictTone[verdict]}>{t(`guard.verdict.${verdict}`)}</Chip>
            {finding.type === 'leaks' && (
              <Leaks leaks={finding.leaks} layer={layer} known={known} />
            )}
            <small>
              {verdict !== 'ok' && `${t(`guard.way.${check}`)} `}
              {row ? <RuleSource row={row} /> : t('publishing.ownRule')}
            </small>
            {reasons && verdict === 'warn' && (
              <TextInput
                size="xs"
                aria-label={t('publishing.reasonFor', { what })}
                placeholder={t('publishing.reason')}
                value={reasons.of[check] ?? ''}
                maxLength={300}
                onChange={(event) => reasons.set(check, event.currentTarget.value)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
