import { useEffect, useState } from 'react';
import type { Values } from '../../../shared/commits/index.ts';
import { fieldOf } from '../../../shared/entities/entity.ts';
import {
  type Check,
  changedSince,
  checks,
  type Handout,
  handout,
  onePager,
  type Source,
} from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { printsOf, wordingIn } from '../../ui/document-words.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Chip } from '../../ui/page.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { useSave } from '../../ui/save.ts';
import css from './publishing.module.css';
import { ReturnChip } from './return-chip.tsx';

const isCheck = (name: string): name is Check => Object.hasOwn(checks, name);

/** The pieces of a handout that would read otherwise now; undefined while they are compared. */
function useChanges(one: Handout, source: Source): readonly string[] | undefined {
  const [changes, setChanges] = useState<readonly string[]>();
  useEffect(() => {
    let isOver = false;
    const { layer, recipient, number, pieces = [], language, ndaNo = '', ndaOn = '' } = one;
    const choice = { layer, recipient, number, pieces, ndaNo, ndaOn, on: one.sentOn };
    void printsOf(onePager(source, choice, wordingIn(language, '')).told).then(({ prints }) => {
      if (!isOver) setChanges(changedSince(one, prints));
    });
    return () => {
      isOver = true;
    };
  }, [one, source]);
  return changes;
}

function HandoutRow({
  one,
  source,
  onEdit,
}: {
  readonly one: Handout;
  readonly source: Source;
  readonly onEdit: () => void;
}) {
  const words = useWords();
  const { t, language } = words;
  const changes = useChanges(one, source);
  const labels = changes?.map((name) => {
    const field = fieldOf(source.entity, name);
    return field ? words.in(field.label) : name;
  });
  return (
    <li data-handout={one.number}>
      <span>
        {one.recipient}
        <small>
          {one.sentOn} · {one.number} ·{' '}
          <FieldValue entity={handout} name="layer" value={one.layer} /> ·{' '}
          <FieldValue entity={handout} name="format" value={one.format} />
          {one.ndaNo !== undefined && ` · ${one.ndaNo}`}
        </small>
        {labels && labels.length > 0 && (
          <small>
            {t('publishing.changedIn', { fields: labels.join(language === 'zh' ? '、' : ', ') })}
          </small>
        )}
        {one.overrides?.map((override) => {
          const [check = '', ...reason] = override.split('=');
          return (
            <small key={override}>
              {t('publishing.because', {
                check: isCheck(check) ? words.in(checks[check]) : check,
                reason: reason.join('='),
              })}
            </small>
          );
        })}
      </span>
      <span className={css.facts}>
        <ReturnChip one={one} />
        {changes && changes.length > 0 && (
          <Chip tone="notice">{t('publishing.changed', { count: changes.length })}</Chip>
        )}
        {changes?.length === 0 && <Chip>{t('publishing.same')}</Chip>}
      </span>
      <RowMenu label={t('publishing.actions', { what: one.number })} onEdit={onEdit} />
    </li>
  );
}

/** Who got what and when, and what has changed since. */
export function HandoutsPart({
  handouts,
  source,
}: {
  readonly handouts: readonly Handout[];
  readonly source: Source;
}) {
  const { t } = useWords();
  const save = useSave();
  const [shown, setShown] = useState<Handout | null>(null);
  const write = async (values: Values): Promise<boolean> =>
    shown !== null &&
    save.changes({ key: 'editHandout', params: { number: shown.number } }, [
      {
        patch: handout.name,
        id: shown.id,
        set: { returnedOn: values.returnedOn ?? null, note: values.note ?? null },
      },
    ]);
  const { returnedOn, note } = shown ?? {};
  return (
    <section className={css.part}>
      <h3>{t('publishing.handouts')}</h3>
      {handouts.length === 0 && <p className={css.none}>{t('publishing.noHandouts')}</p>}
      <ul className={css.rows}>
        {handouts
          .toSorted((a, b) => (a.number > b.number ? -1 : 1))
          .map((one) => (
            <HandoutRow key={one.id} one={one} source={source} onEdit={() => setShown(one)} />
          ))}
      </ul>
      <FormPanel
        key={shown?.id ?? ''}
        opened={shown !== null}
        title={t('publishing.editHandout')}
        entity={handout}
        only={['returnedOn', 'note']}
        initial={{
          ...(shown ? required(shown) : {}),
          ...(returnedOn ? { returnedOn } : {}),
          ...(note ? { note } : {}),
        }}
        submit={t('action.save')}
        onClose={() => setShown(null)}
        onSubmit={write}
      />
    </section>
  );
}

/** What the form does not show and the record cannot be without. */
const required = ({
  achievementId,
  number,
  recipient,
  layer,
  language,
  format,
  sentOn,
  version,
}: Handout): Values => ({
  achievementId,
  number,
  recipient,
  layer,
  language,
  format,
  sentOn,
  version,
});
