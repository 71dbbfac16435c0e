import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { titleOf } from '../../../shared/entities/entity.ts';
import {
  GAP_TYPES,
  GAPS,
  type GapRow,
  type GapType,
  gapRowsOn,
  projectNumberOf,
  projectsFor,
} from '../../../shared/features/outcomes/index.ts';
import { type EntityName, entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { recordsById, recordsInChunks } from '../../data/read.ts';
import { rulesNow, useRules } from '../../data/rules.ts';
import { useReckoned } from '../../data/use-reckoned.ts';
import { askIndex, useAnswer } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { Card, Empty, PageHead } from '../../ui/page.tsx';
import { usePressOnce } from '../../ui/press-once.ts';
import { Changing } from '../../ui/read-only.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { findGaps, type GapsFound, type Means, withoutProject } from './find-gaps.ts';
import css from './outcomes.module.css';
import { Sections } from './sections.tsx';

/** Rows drawn at first, and more each time they are asked for. */
const STEP = 40;
/** Projects are made for so many achievements in one step. */
const MOST_AT_ONCE = 2_000;

const means: Means = { ask: askIndex, byIds: recordsById, inChunks: recordsInChunks };
const kinds: readonly EntityName[] = [
  'achievement',
  'outcome',
  'outcomeLink',
  'ipRight',
  'ipLink',
  'ruleRow',
];

/** Makes and links the projects that the achievements name themselves. */
function useMakeProjects(ids: readonly string[]): () => Promise<void> {
  const { t } = useWords();
  const save = useSave();
  return usePressOnce(async () => {
    // The report is a moment old: a project made since is not made again.
    const open = await withoutProject(means, ids);
    const achievements = await recordsById('achievement', open.slice(0, MOST_AT_ONCE));
    const numbers = achievements.flatMap((one) => projectNumberOf(one) ?? []);
    const found = await askIndex({
      entity: 'outcome',
      where: [
        { field: 'kind', in: ['project'] },
        { field: 'number', in: numbers },
      ],
      from: 0,
      to: MOST_AT_ONCE,
    });
    const known = new Map(found.rows.map((row) => [String(row.number), row]));
    const { changes, linked, leftOut } = projectsFor(achievements, known, freshId);
    if (changes.length > 0) {
      const done = await save.changes({ key: 'makeProjects', params: { count: linked } }, changes);
      if (!done) return false;
    }
    notify.done(t('gap.projectsMade', { count: linked, leftOut }));
    return false;
  });
}

function Records({
  type,
  row,
  ids,
}: {
  readonly type: GapType;
  readonly row: GapRow;
  readonly ids: readonly string[];
}) {
  const { t } = useWords();
  const [count, setCount] = useState(STEP);
  const at = GAPS[type];
  const shown = useAnswer({
    entity: at,
    where: [{ field: 'id', in: ids.slice(0, count) }],
    from: 0,
    to: count,
  });
  const make = useMakeProjects(ids);
  const rest = ids.length - count;
  return (
    <Card
      title={t(`gap.${type}.name`)}
      aside={
        type === 'noProject' && (
          <Changing>
            <Button size="xs" variant="default" onClick={() => void make()}>
              {t('gap.makeProjects', { count: Math.min(ids.length, MOST_AT_ONCE) })}
            </Button>
          </Changing>
        )
      }
    >
      <p className={css.fact}>{t(`gap.${type}.do`)}</p>
      <p className={css.source}>
        <RuleSource row={row} />
      </p>
      <ul className={css.links}>
        {(shown?.rows ?? []).map((record) => (
          <li key={record.id}>
            <Link href={pathOf(at, record.id)}>{titleOf(entities[at], record)}</Link>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setCount(count + STEP)}>
          {t('outcome.more', { count: Math.min(rest, STEP) })}
        </button>
      )}
    </Card>
  );
}

function Found({ found }: { readonly found: GapsFound }) {
  const { t } = useWords();
  const rows = gapRowsOn(today(), useRules());
  const open = GAP_TYPES.filter((type) => (found.get(type) ?? []).length > 0);
  const [chosen, setChosen] = useState<GapType>();
  const shown = chosen !== undefined && open.includes(chosen) ? chosen : open[0];
  const row = shown && rows.get(shown);
  if (!shown || !row) return <Empty title={t('gap.none')} hint={t('gap.noneHint')} />;
  return (
    <div className={css.gapsPage}>
      <ul className={css.rules} aria-label={t('gap.title')}>
        {open.map((type) => (
          <li key={type}>
            <button type="button" aria-pressed={type === shown} onClick={() => setChosen(type)}>
              <span>{t(`gap.${type}.name`)}</span>
              <b>{(found.get(type) ?? []).length.toLocaleString('en')}</b>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Records key={shown} type={shown} row={row} ids={found.get(shown) ?? []} />
      </div>
    </div>
  );
}

/** What is missing between achievements and their world, on the whole desk. */
export function GapsPage() {
  const { t } = useWords();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const found = useReckoned(kinds, (isOver) =>
    findGaps(means, today(), rulesNow(), (done, total) => {
      if (isOver()) return false;
      setProgress({ done, total });
      return true;
    }),
  );
  const count = found && [...found.values()].reduce((sum, ids) => sum + ids.length, 0);
  return (
    <>
      <Sections />
      <PageHead
        title={t('gap.title')}
        subtitle={count === undefined ? undefined : t('gap.total', { count })}
      />
      {found ? (
        <Found found={found} />
      ) : (
        <p className={css.working} role="status">
          <Loader size={14} />
          {progress ? t('gap.progress', { ...progress }) : t('gap.working')}
        </p>
      )}
    </>
  );
}
