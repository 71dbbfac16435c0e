import { useWords } from '../../app/i18n.ts';
import { Empty } from '../../ui/page.tsx';
import { useReadOnly, useReadOnlyText } from '../../ui/read-only.tsx';
import { ChooseFile } from './choose-file.tsx';
import { useImport } from './import-store.ts';
import { Outcome } from './outcome.tsx';
import { Preview } from './preview.tsx';
import { Writing } from './writing.tsx';

/** From a spreadsheet to records on the desk: choose, look and mend, write. It waits while other screens are seen. */
export function ImportPage() {
  const { t } = useWords();
  const state = useImport((store) => store.state);
  const readOnly = useReadOnly();
  const readOnlyText = useReadOnlyText();
  // What is being written goes on to its end, or is taken back whole.
  if (readOnly && state.at !== 'writing') {
    return <Empty title={t('readOnly.import')} hint={readOnlyText(readOnly)} />;
  }
  switch (state.at) {
    case 'choose':
    case 'opening':
      return <ChooseFile state={state} />;
    case 'preview':
      return <Preview work={state.work} />;
    case 'writing':
      return <Writing state={state} />;
    case 'done':
      return <Outcome work={state.work} outcome={state.outcome} />;
  }
}
