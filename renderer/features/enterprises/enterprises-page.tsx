import { RecordListPage } from '../../ui/record-list-page.tsx';

export const EnterprisesPage = () => (
  <RecordListPage
    name="enterprise"
    newFields={[
      'name',
      'uscc',
      'address',
      'size',
      'industry',
      'qualifications',
      'revenueFen',
      'business',
      'source',
      'note',
    ]}
  />
);
