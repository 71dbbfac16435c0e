import { RecordListPage } from '../../ui/record-list-page.tsx';
import { Sections } from './sections.tsx';

/** What a new output is asked first; the rest by its kind on its page. */
export const NEW_FIELDS = [
  'title',
  'kind',
  'number',
  'people',
  'body',
  'datedOn',
  'level',
  'grade',
] as const;

export const OutcomesPage = () => (
  <>
    <Sections />
    <RecordListPage name="outcome" boardBy="kind" newFields={NEW_FIELDS} />
  </>
);
