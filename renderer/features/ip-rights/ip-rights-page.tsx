import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { useWords } from '../../app/i18n.ts';
import { RecordListPage } from '../../ui/record-list-page.tsx';

/** The list of IP rights, with the way to their terms and fees. */
export function IpRightsPage() {
  const { t } = useWords();
  const [, go] = useLocation();
  return (
    <RecordListPage
      name="ipRight"
      boardBy="status"
      actions={
        <Button variant="default" onClick={() => go('/ip-portfolio')}>
          {t('ip.portfolio')}
        </Button>
      }
      newFields={[
        'title',
        'kind',
        'applicationNo',
        'grantNo',
        'status',
        'holders',
        'inventors',
        'filedOn',
        'grantedOn',
        'paidThrough',
        'feeReduction',
      ]}
    />
  );
}
