import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Achievement, achievement } from '../../../shared/features/achievements/index.ts';
import {
  type LevelStanding,
  type TrlDisagreement,
  type TrlEvidence,
  type TrlStanding,
  trlDisagreements,
  trlEvidence,
  trlWords,
} from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import css from './evaluations.module.css';
import { formOf } from './form-of.ts';
import { PartPanel } from './part-panel.tsx';

const form = formOf(trlEvidence);

const unsaid = { zh: '', en: '' };
/** What a level means and asks for. */
const wordsOf = ({ row }: LevelStanding) =>
  trlWords[row.level - 1] ?? { tag: unsaid, meaning: unsaid, asks: unsaid };

/** What does not agree, in words. */
export function useDisagreementText(): (one: TrlDisagreement) => string {
  const words = useWords();
  return (one) => {
    if (one.type !== 'stageDiffers') return words.t(`evaluation.trl.${one.type}`, { ...one });
    const { maturity, from, to } = one.row;
    const stage = words.in(achievement.fields.maturity.options[maturity]);
    return words.t('evaluation.trl.stageDiffers', { level: one.level, stage, from, to });
  };
}

function Evidence({
  one,
  isToCome,
  onEdit,
}: {
  readonly one: TrlEvidence;
  /** Dated after today: not counted yet. */
  readonly isToCome: boolean;
  readonly onEdit: () => void;
}) {
  const { t } = useWords();
  const save = useSave();
  const remove = () =>
    save.changes({ key: 'delete', params: { entity: trlEvidence.name, title: one.title } }, [
      { delete: trlEvidence.name, id: one.id },
    ]);
  const facts = [one.issuedBy, one.issuedOn, one.source].filter(Boolean).join(' · ');
  return (
    <li>
      <div>
        {one.title}
        <small>
          <FieldValue entity={trlEvidence} name="kind" value={one.kind} />
          {facts && ` · ${facts}`}
          {isToCome && ` · ${t('evaluation.trl.toCome')}`}
        </small>
      </div>
      <RowMenu
        label={t('evaluation.actions', { name: one.title })}
        onEdit={onEdit}
        onDelete={() => void remove()}
      />
    </li>
  );
}

function StateOf({ level }: { readonly level: LevelStanding }) {
  const { t } = useWords();
  if (level.own.length > 0) return <Chip tone="good">{t('evaluation.trl.shown')}</Chip>;
  if (level.carriedBy !== null)
    return <Chip>{t('evaluation.trl.carried', { level: level.carriedBy })}</Chip>;
  return <Chip tone="caution">{t('evaluation.trl.lacking')}</Chip>;
}

/** The nine levels: what each means and asks for, and what shows that it was reached. */
export function TrlTab({
  record,
  standing,
  evidence,
}: {
  readonly record: Achievement;
  readonly standing: TrlStanding;
  readonly evidence: readonly TrlEvidence[];
}) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  const sayDisagreement = useDisagreementText();
  const [shown, setShown] = useState<TrlEvidence | 'new' | null>(null);
  const [level, setLevel] = useState(1);
  const { proven, next, beyondGap } = standing;
  const disagreements = trlDisagreements(record, proven, today(), useRules());
  const add = (to: number): void => {
    setLevel(to);
    setShown('new');
  };
  const take = () =>
    save.changes({ key: 'setTrl', params: { title: record.title, level: proven } }, [
      { patch: achievement.name, id: record.id, set: { trl: proven } },
    ]);
  return (
    <Card
      title={
        <>
          {t('evaluation.trl.title')}
          <Chip tone={proven > 0 ? 'good' : 'plain'}>
            {proven > 0
              ? t('evaluation.trl.proven', { level: proven })
              : t('evaluation.trl.nothingProven')}
          </Chip>
        </>
      }
      aside={
        <Changing>
          {proven > 0 && record.trl !== proven && (
            <Button size="xs" variant="default" onClick={() => void take()}>
              {t('evaluation.trl.take', { level: proven })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => add(next?.row.level ?? 9)}>
            {t('evaluation.trl.add')}
          </Button>
        </Changing>
      }
    >
      {next && (
        <p className={css.hint}>
          {t('evaluation.trl.next', { level: next.row.level, asks: words.in(wordsOf(next).asks) })}
          {beyondGap.length > 0 &&
            t('evaluation.trl.beyondGap', { levels: beyondGap.join(t('evaluation.comma')) })}
        </p>
      )}
      {disagreements.map((one) => (
        <p key={one.type} className={css.warning}>
          {sayDisagreement(one)} {one.type === 'stageDiffers' && <RuleSource row={one.row} />}
        </p>
      ))}
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('evaluation.trl.level')}</th>
            <th>{t('evaluation.trl.meaning')}</th>
            <th>{t('evaluation.trl.asks')}</th>
            <th>{t('evaluation.trl.evidence')}</th>
            <th>{t('evaluation.trl.state')}</th>
          </tr>
        </thead>
        <tbody>
          {standing.levels.map((one) => (
            <tr key={one.row.level} data-met={one.row.level <= proven}>
              <td className={css.level}>{one.row.level}</td>
              <td>
                <b>{words.in(wordsOf(one).tag)}</b>
                <small>{words.in(wordsOf(one).meaning)}</small>
              </td>
              <td>{words.in(wordsOf(one).asks)}</td>
              <td>
                <ul className={css.evidence}>
                  {evidence
                    .filter((piece) => piece.level === one.row.level)
                    .map((piece) => (
                      <Evidence
                        key={piece.id}
                        one={piece}
                        isToCome={!one.own.includes(piece)}
                        onEdit={() => setShown(piece)}
                      />
                    ))}
                </ul>
              </td>
              <td>
                <StateOf level={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {standing.levels[0] && (
        <p className={css.fine}>
          {t('evaluation.trl.rule')} <RuleSource row={standing.levels[0].row} />
        </p>
      )}
      <PartPanel
        form={form}
        one={shown}
        given={{ level }}
        make={(id, values) => [
          { put: trlEvidence.name, id, value: { ...values, achievementId: record.id } },
        ]}
        onClose={() => setShown(null)}
      />
    </Card>
  );
}
