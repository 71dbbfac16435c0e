import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { titleOf } from '../../../shared/entities/entity.ts';
import { COMPARED_MOST, compareFields } from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Chip, Empty, PageHead } from '../../ui/page.tsx';
import css from './compare-page.module.css';

/** Several achievements side by side, `?ids=a,b`; what differs is marked in words and by colour. */
export function ComparePage() {
  const words = useWords();
  const { t } = words;
  const [params] = useSearchParams();
  const [only, setOnly] = useState(false);
  const entity = useEntity('achievement');
  const ids = (params.get('ids') ?? '').split(',').filter(Boolean).slice(0, COMPARED_MOST);
  const answer = useAnswer({
    entity: 'achievement',
    where: [{ field: 'id', in: ids }],
    from: 0,
    to: COMPARED_MOST,
  });
  if (!answer) return null;
  const records = ids.flatMap((id) => answer.rows.filter((row) => row.id === id));
  if (records.length < 2)
    return <Empty title={t('achievement.compareNone', { most: COMPARED_MOST })} />;
  const fields = compareFields(entity, records);
  const differs = fields.filter((field) => field.differs);
  const shown = only ? differs : fields;
  return (
    <>
      <PageHead
        title={t('achievement.compareTitle')}
        subtitle={t('achievement.compareCount', { count: records.length, differs: differs.length })}
      >
        <Checkbox
          size="xs"
          checked={only}
          label={t('achievement.onlyDifferent')}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
      </PageHead>
      <div className={css.page}>
        <table className={css.table}>
          <thead>
            <tr>
              <td />
              {records.map((record) => (
                <th key={record.id} scope="col">
                  <Link href={pathOf('achievement', record.id)}>{titleOf(entity, record)}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, differs: isDifferent }) => (
              <tr key={name} data-differs={isDifferent}>
                <th scope="row">
                  <span>{entity.fields[name] && words.in(entity.fields[name].label)}</span>
                  {isDifferent && <Chip tone="caution">{t('achievement.differs')}</Chip>}
                </th>
                {records.map((record) => (
                  <td key={record.id}>
                    <FieldValue
                      entity={entity}
                      name={name}
                      value={record[name]}
                      names={answer.names}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
