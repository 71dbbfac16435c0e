import { useLocation } from 'wouter';
import { inPosition } from '../../../../shared/features/custom-fields/index.ts';
import { type EntityName, entities } from '../../../../shared/registry.ts';
import { useWords } from '../../../app/i18n.ts';
import { useDescriptions } from '../../../data/descriptions.ts';
import { Card, PageHead, Tabs } from '../../../ui/page.tsx';
import { Changing, useReadOnly, useReadOnlyText } from '../../../ui/read-only.tsx';
import css from './custom-fields.module.css';
import { ArchivedRow, FieldRow } from './field-row.tsx';
import { extensibleKinds } from './kinds.ts';
import { NewField } from './new-field.tsx';

/** The fields that users gave a kind of record. */
function FieldsOf({ kind }: { readonly kind: EntityName }) {
  const words = useWords();
  const { t } = words;
  const readOnly = useReadOnly();
  const readOnlyText = useReadOnlyText();
  const all = inPosition(
    useDescriptions((store) => store.definitions.fields).filter(
      ({ recordKind }) => recordKind === kind,
    ),
  );
  const fields = all.filter(({ archivedOn }) => archivedOn === undefined);
  const archived = all.filter(({ archivedOn }) => archivedOn !== undefined);
  return (
    <div className={css.page}>
      <Card>
        <p className={css.hint}>{readOnly ? readOnlyText(readOnly) : t('customFields.hint')}</p>
        {fields.length === 0 ? (
          <p className={css.none}>
            {t('customFields.none', { entity: words.inside(entities[kind].plural) })}
          </p>
        ) : (
          <>
            <div className={css.head} aria-hidden="true">
              <span />
              <span>{t('customFields.name')}</span>
              <span>{t('customFields.type')}</span>
              <span>{t('customFields.inList')}</span>
              <span />
            </div>
            <ol className={css.fields}>
              {fields.map((field, place) => (
                <FieldRow
                  key={field.id}
                  kind={kind}
                  field={field}
                  place={place}
                  count={fields.length}
                />
              ))}
            </ol>
          </>
        )}
        <Changing>
          <NewField key={kind} kind={kind} />
        </Changing>
      </Card>
      {archived.length > 0 && (
        <Card title={t('customFields.archivedTitle')}>
          <p className={css.hint}>{t('customFields.archivedHint')}</p>
          <ul className={css.fields}>
            {archived.map((field) => (
              <ArchivedRow key={field.id} kind={kind} field={field} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

/** The user's own fields, kind by kind of record. */
export function CustomFieldsPage({ kind: asked }: { readonly kind: string | undefined }) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const fields = useDescriptions((store) => store.definitions.fields);
  const kind = extensibleKinds.find((one) => one === asked) ?? extensibleKinds[0];
  const countOf = (name: EntityName): string => {
    const count = fields.filter((field) => field.recordKind === name && !field.archivedOn).length;
    return count === 0 ? '' : ` ${count}`;
  };
  if (!kind) return null;
  return (
    <>
      <PageHead title={t('customFields.title')} />
      <Tabs
        label={t('customFields.title')}
        value={kind}
        onChange={(next) => go(`/settings/fields/${next}`, { replace: true })}
        items={extensibleKinds.map((name) => ({
          key: name,
          label: `${words.in(entities[name].label)}${countOf(name)}`,
        }))}
      />
      <FieldsOf key={kind} kind={kind} />
    </>
  );
}
