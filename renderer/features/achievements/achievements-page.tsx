import type { ReactNode } from 'react';
import type { DuplicateFacts } from '../../../shared/features/achievements/index.ts';
import { RecordListPage } from '../../ui/record-list-page.tsx';
import { AchievementCard } from './achievement-card.tsx';
import { DuplicatesOfNew } from './duplicates.tsx';
import { SelectedActions } from './selected-actions.tsx';

export const AchievementsPage = ({
  selectedActions,
}: {
  /** What other capabilities do with the selected ones. */
  readonly selectedActions: (ids: readonly string[]) => ReactNode;
}) => (
  <RecordListPage
    name="achievement"
    boardBy="maturity"
    card={(record) => <AchievementCard record={record} />}
    selectedActions={(ids) => (
      <>
        <SelectedActions ids={ids} />
        {selectedActions(ids)}
      </>
    )}
    // The form has read them by the fields of an achievement.
    besideNew={(values) => <DuplicatesOfNew facts={values as DuplicateFacts} />}
    newFields={[
      'title',
      'units',
      'leader',
      'leaderPhone',
      'secrecy',
      'field',
      'maturity',
      'trl',
      'patents',
      'summary',
      'modes',
      'price',
    ]}
  />
);
