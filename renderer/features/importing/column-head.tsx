import {
  entitiesOf,
  type ImportColumn,
  isAmount,
  type Subject,
  type Target,
  targetsOf,
  targetText,
} from '../../../shared/importing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { chooseColumn, chooseColumnUnit } from './import-store.ts';
import { Pick } from './pick.tsx';
import css from './preview.module.css';

const keyOf = ({ entity, field }: Target): string => `${entity}.${field}`;

/** A column's own header, the field that it fills, and the unit of its amounts. */
export function ColumnHead({
  column,
  subject,
}: {
  readonly column: ImportColumn;
  readonly subject: Subject;
}) {
  const words = useWords();
  const { t } = words;
  const { index, title, use, unit } = column;
  const targets = targetsOf(subject);
  const why = use.kind === 'ignored' ? t(`import.ignored.${use.why}`) : undefined;
  return (
    <div role="columnheader" className={css.head} data-use={use.kind}>
      <b title={title}>{title}</b>
      <span className={css.fills}>
        <Pick
          label={[t('importing.fills', { column: title }), why].filter(Boolean).join(' · ')}
          value={use.kind === 'field' ? keyOf(use.target) : ''}
          tone={use.kind === 'ignored' ? 'muted' : use.how === 'likely' ? 'caution' : undefined}
          onChange={(key) =>
            chooseColumn(index, targets.find((target) => keyOf(target) === key) ?? null)
          }
        >
          <option value="">{t('importing.notImported')}</option>
          {entitiesOf(subject).map((entity) => (
            <optgroup key={entity.name} label={words.in(entity.label)}>
              {targets
                .filter((target) => target.entity === entity.name)
                .map((target) => (
                  <option key={keyOf(target)} value={keyOf(target)}>
                    {targetText(subject, target, words.language)}
                  </option>
                ))}
            </optgroup>
          ))}
        </Pick>
        {isAmount(column, subject) && (
          <Pick
            label={t('importing.unit', { column: title })}
            value={unit.unit}
            tone={unit.from === 'guess' ? 'caution' : undefined}
            onChange={(value) => chooseColumnUnit(index, value === 'yuan' ? 'yuan' : 'wanyuan')}
          >
            <option value="yuan">{t('import.unit.yuan')}</option>
            <option value="wanyuan">{t('import.unit.wanyuan')}</option>
          </Pick>
        )}
      </span>
    </div>
  );
}
