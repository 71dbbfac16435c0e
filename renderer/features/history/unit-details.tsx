import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type ActivityUnit, refKey } from '../../../shared/commits/index.ts';
import { entityNamed, isEntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { pagePathOf } from '../../app/paths.ts';
import { type UnitChange, useChangesOfUnit, useRecordsOf } from '../../data/activity.ts';
import { entityNow } from '../../data/descriptions.ts';
import { useNames } from '../../index/use-answer.ts';
import { FieldChanges, Sentence } from '../../ui/history-change.tsx';
import { partName, refsIn } from '../../ui/history-list.tsx';
import css from './history.module.css';

const AT_ONCE = 50;

/** The record's name, leading to its page or to that of what it is a part of. */
function RecordLink({ change }: { readonly change: UnitChange }) {
  const words = useWords();
  const entity = entityNamed(change.entity);
  const { owner, isThere } = change;
  if (!entity) return change.entity;
  const name = partName(entity, change.title, words);
  const own = isThere ? pagePathOf(change.entity, change.id) : null;
  const ownerPath = owner?.title ? pagePathOf(owner.entity, owner.id) : null;
  const to = own ?? (isThere ? ownerPath : null);
  return (
    <>
      {to ? <Link href={to}>{name}</Link> : name}
      {owner?.title && (
        <span className={css.muted}> {words.t('activity.partOf', { owner: owner.title })}</span>
      )}
    </>
  );
}

/** What a unit did to each of its records. */
export function UnitDetails({ unit }: { readonly unit: ActivityUnit }) {
  const { t } = useWords();
  const [count, setCount] = useState(AT_ONCE);
  const changes = useChangesOfUnit(unit, count);
  const names = useNames(refsIn(changes ?? []));
  const records = useRecordsOf(changes?.filter(({ what }) => what === 'changed') ?? []);
  const rest = unit.puts + unit.patches + unit.deletes - count;
  return (
    <div className={css.details} aria-busy={changes === undefined}>
      <ul>
        {changes?.map((change) => {
          const entity = isEntityName(change.entity) && entityNow(change.entity);
          return (
            // A unit may change a record more than once.
            <li key={`${refKey(change)} ${change.what}`} className={css.record}>
              <Sentence
                text={(marks) => t(`history.part.${change.what}`, marks)}
                pieces={{ part: <RecordLink change={change} /> }}
              />
              {change.what === 'changed' && entity && (
                <FieldChanges
                  entity={entity}
                  id={change.id}
                  changes={change.changes}
                  names={names}
                  records={records}
                />
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <Button
          className={css.button ?? ''}
          variant="default"
          size="compact-sm"
          onClick={() => setCount(count + AT_ONCE)}
        >
          {t('activity.showMore', {
            count: Math.min(AT_ONCE, rest),
            rest: rest.toLocaleString('en'),
          })}
        </Button>
      )}
    </div>
  );
}
