import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { today } from '../../ui/dates.ts';
import { useReadOnly } from '../../ui/read-only.tsx';
import { RecordListPage } from '../../ui/record-list-page.tsx';
import { SecretGate } from '../../ui/secret-gate/secret-gate.tsx';

/** The list of disclosures. A new one can be written only after it was checked for state secrets. */
export function DisclosuresPage() {
  const [params, setParams] = useSearchParams();
  const [isCleared, setCleared] = useState(false);
  const isPast = useReadOnly()?.type === 'past';
  const isAsked = params.get('new') !== null;
  // The next one is asked for anew.
  if (isCleared && !isAsked) setCleared(false);
  const now = today();
  return (
    <>
      <RecordListPage
        name="disclosure"
        boardBy="decision"
        held={!isCleared}
        given={{ secretCheck: 'cleared', secretCheckedOn: now, disclosedOn: now }}
        newFields={[
          'title',
          'disclosureNo',
          'unit',
          'department',
          'disclosedOn',
          'field',
          'trl',
          'summary',
          'projectSource',
          'unitMeans',
          'ipSuggestion',
        ]}
      />
      <SecretGate
        opened={isAsked && !isCleared && !isPast}
        onClear={() => setCleared(true)}
        onClose={() => setParams({})}
      />
    </>
  );
}
