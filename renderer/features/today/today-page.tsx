import { weekdayOf } from '../../../shared/core/dates.ts';
import { useWords } from '../../app/i18n.ts';
import { useAllRecords } from '../../data/read.ts';
import { today } from '../../ui/dates.ts';
import { PageHead } from '../../ui/page.tsx';
import { DueList } from './due-list.tsx';
import { Figures } from './figures.tsx';
import { Months } from './months.tsx';
import { Pipeline } from './pipeline.tsx';
import css from './today-page.module.css';
import { useAccruals } from './use-accruals.ts';

/** What is due, how the pipeline stands and what it earns. */
export function TodayPage() {
  const { t, tAny } = useWords();
  const now = today();
  const stages = useAllRecords('stage');
  const accruals = useAccruals();
  return (
    <>
      <PageHead title={t('nav.today')} subtitle={`${now} ${tAny(`weekday.${weekdayOf(now)}`)}`} />
      <div className={css.page}>
        <Figures stages={stages} accruals={accruals} />
        <div className={css.columns}>
          <DueList />
          <div>
            <Pipeline stages={stages} />
            <Months accruals={accruals} />
          </div>
        </div>
      </div>
    </>
  );
}
