import { RecordListPage } from '../../ui/record-list-page.tsx';

export const AchievementsPage = () => (
  <RecordListPage
    name="achievement"
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
