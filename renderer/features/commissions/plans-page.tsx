import { RecordListPage } from '../../ui/record-list-page.tsx';

/** The commission plans; a new one is completed on its own page. */
export const PlansPage = () => (
  <RecordListPage
    name="commissionPlan"
    newFields={['name', 'region', 'validFrom', 'source', 'confidence', 'method']}
  />
);
