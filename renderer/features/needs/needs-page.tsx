import { useSearchParams } from 'wouter';
import { RecordListPage } from '../../ui/record-list-page.tsx';

/** The list of needs; an enterprise's page asks for a new one of its own. */
export function NeedsPage() {
  const [params] = useSearchParams();
  const enterpriseId = params.get('enterprise');
  return (
    <RecordListPage
      name="need"
      boardBy="status"
      {...(enterpriseId === null ? {} : { given: { enterpriseId } })}
      newFields={[
        'title',
        'enterpriseId',
        'decisionOwner',
        'field',
        'problem',
        'indicatorText',
        'wantedBy',
        'budget',
        'modes',
        'source',
      ]}
    />
  );
}
