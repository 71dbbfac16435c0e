import { achievementPackage } from '../../../shared/features/packages/index.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import type { Column } from '../../ui/record-list.tsx';
import { RecordListPage } from '../../ui/record-list-page.tsx';
import css from './packages.module.css';
import { ResultsOf } from './results.tsx';

/** The listed columns, with what came of a package beside its state. */
const columns: readonly Column[] = Object.entries(achievementPackage.fields).flatMap(
  ([field, described]): readonly Column[] => {
    if (!('listed' in described)) return [];
    const { listed: width } = described;
    if (field !== 'state') return [{ field, width }];
    return [
      {
        field,
        width,
        cell: ({ id, state }) => (
          <span className={css.results}>
            <FieldValue entity={achievementPackage} name="state" value={state} />
            <ResultsOf id={id} />
          </span>
        ),
      },
    ];
  },
);

export const PackagesPage = () => (
  <RecordListPage
    name="achievementPackage"
    boardBy="state"
    columns={columns}
    given={{ state: 'draft' }}
    newFields={['title', 'field', 'region', 'audience', 'intro', 'investmentFen', 'effect']}
  />
);
