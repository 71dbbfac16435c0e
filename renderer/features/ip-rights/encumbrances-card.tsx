import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  bindsOn,
  type Encumbrance,
  encumbrance,
  type IpRight,
} from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { useSave } from '../../ui/save.ts';
import css from './ip-rights.module.css';

/** The licences, pledges and disputes of a right, each edited in place. */
export function EncumbrancesCard({
  record,
  encumbrances,
}: {
  readonly record: IpRight;
  readonly encumbrances: readonly Encumbrance[];
}) {
  const words = useWords();
  const { t } = words;
  const entity = useEntity('encumbrance');
  const save = useSave();
  const [adding, setAdding] = useState(false);
  const add = t('action.create', { entity: words.inside(encumbrance.label) });
  const remove = ({ id, party }: Encumbrance) =>
    save.changes({ key: 'delete', params: { entity: encumbrance.name, title: party } }, [
      { delete: encumbrance.name, id },
    ]);
  return (
    <>
      <Card
        title={t('ip.encumbrances')}
        aside={
          <Changing>
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              {add}
            </Button>
          </Changing>
        }
      >
        {encumbrances.length === 0 && <p className={css.none}>{t('ip.noEncumbrances')}</p>}
        {encumbrances.length > 0 && (
          <div className={css.chips}>
            {encumbrances.map((one) => {
              const option = encumbrance.fields.kind.options[one.kind];
              const binds = bindsOn(one, today());
              const end =
                one.untilOn === undefined ? t('ip.openEnd') : t('ip.until', { date: one.untilOn });
              return (
                <Chip key={one.id} tone={binds && 'tone' in option ? option.tone : 'plain'}>
                  {words.in(option)} · {one.party} · {binds ? end : t('ip.over')}
                </Chip>
              );
            })}
          </div>
        )}
      </Card>
      {encumbrances.map((one) => (
        <div key={one.id} className={css.part}>
          <FactSheet
            entity={entity}
            record={one}
            title={`${words.in(encumbrance.fields.kind.options[one.kind])} · ${one.party}`}
          />
          <span className={css.menu}>
            <RecordMenu onDelete={() => void remove(one)} />
          </span>
        </div>
      ))}
      <FormPanel
        opened={adding}
        title={add}
        entity={entity}
        initial={{ ipRightId: record.id }}
        submit={t('action.save')}
        onClose={() => setAdding(false)}
        onSubmit={async (values) => (await save.create(encumbrance, values)) !== null}
      />
    </>
  );
}
