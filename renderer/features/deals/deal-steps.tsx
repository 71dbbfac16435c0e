import { type Deal, type Stage, stageName } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useReadOnly } from '../../ui/read-only.tsx';
import css from './deal-page.module.css';

/** Where a deal stands in the pipeline; each step moves it there. */
export function DealSteps({
  record,
  stages,
  onMove,
}: {
  readonly record: Deal;
  readonly stages: readonly Stage[];
  readonly onMove: (stage: Stage) => void;
}) {
  const { t, language } = useWords();
  const isFixed = useReadOnly() !== null;
  const now = stages.findIndex((stage) => stage.id === record.stageId);
  return (
    <ol
      className={css.steps}
      data-lost={record.lostOn !== undefined}
      aria-label={t('deals.stages')}
    >
      {stages.map((stage, index) => {
        const name = stageName(stage, language);
        const state = index === now ? 'now' : index < now ? 'done' : 'ahead';
        return (
          <li key={stage.id} data-state={state}>
            <button
              type="button"
              title={name}
              aria-current={state === 'now' ? 'step' : undefined}
              disabled={isFixed}
              onClick={() => onMove(stage)}
            >
              {name}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
