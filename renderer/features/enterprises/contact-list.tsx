import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Contact, contact } from '../../../shared/features/enterprises/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { Card, Empty } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { useSave } from '../../ui/save.ts';
import css from './contact-list.module.css';

/** The people of an enterprise, each edited in place. */
export function ContactList({
  enterpriseId,
  contacts,
}: {
  readonly enterpriseId: string;
  readonly contacts: readonly Contact[];
}) {
  const words = useWords();
  const entity = useEntity('contact');
  const save = useSave();
  const [adding, setAdding] = useState(false);
  const add = words.t('action.create', { entity: words.inside(contact.label) });
  return (
    <>
      {contacts.length === 0 && (
        <Card>
          <Empty title={words.t('list.empty', { entity: words.inside(contact.plural) })} />
        </Card>
      )}
      {contacts.map((person) => (
        <div key={person.id} className={css.person}>
          <FactSheet entity={entity} record={person} title={person.name} />
          <span className={css.menu}>
            <RecordMenu
              onDelete={() =>
                void save.changes(
                  { key: 'delete', params: { entity: 'contact', title: person.name } },
                  [{ delete: 'contact', id: person.id }],
                )
              }
            />
          </span>
        </div>
      ))}
      <Changing>
        <Button variant="default" onClick={() => setAdding(true)}>
          {add}
        </Button>
      </Changing>
      <FormPanel
        opened={adding}
        title={add}
        entity={entity}
        initial={{ enterpriseId }}
        submit={words.t('action.save')}
        onClose={() => setAdding(false)}
        onSubmit={async (values) => (await save.create(contact, values)) !== null}
      />
    </>
  );
}
