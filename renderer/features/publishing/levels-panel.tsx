import { Drawer, Select } from '@mantine/core';
import {
  levelIn,
  levelUnset,
  offeredPieces,
  type Source,
} from '../../../shared/features/publishing/index.ts';
import { type SecrecyLevel, secrecyLevels } from '../../../shared/lists/secrecy.ts';
import { useWords } from '../../app/i18n.ts';
import { Chip } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { fieldsBySection } from '../../ui/record-form.tsx';
import css from './publishing.module.css';
import type { Known } from './use-known.ts';
import { useSetLevel } from './use-set-level.ts';

const levels = Object.keys(secrecyLevels) as readonly SecrecyLevel[]; // its own keys
const OWN = 'own';

const isLevel = (code: string | null): code is SecrecyLevel =>
  code !== null && Object.hasOwn(secrecyLevels, code);

/** The fields that hold something and can be given a level: the title, too, which heads every one-pager. */
const levelledFields = (source: Source): readonly string[] => ['title', ...offeredPieces(source)];

function FieldLevel({ name, known }: { readonly name: string; readonly known: Known }) {
  const words = useWords();
  const { t } = words;
  const setLevel = useSetLevel(known);
  const isReadOnly = useReadOnly() !== null;
  const { source } = known;
  const field = source.entity.fields[name];
  if (!field) return null;
  const own = words.in(secrecyLevels[levelUnset(source, name)]);
  const set = source.guards.get(name);
  const label = words.in(field.label);
  const level = levelIn(source, name);
  return (
    <li>
      <span>{label}</span>
      <Chip tone={level === 'tradeSecret' ? 'alarm' : level === 'internal' ? 'caution' : 'plain'}>
        {words.in(secrecyLevels[level])}
      </Chip>
      <Select
        size="xs"
        aria-label={label}
        allowDeselect={false}
        disabled={isReadOnly}
        value={set ?? OWN}
        data={[
          { value: OWN, label: t('publishing.ownLevel', { level: own }) },
          // Who a person is, is never public.
          ...levels
            .filter((one) => !field.personal || one !== 'public')
            .map((value) => ({ value, label: words.in(secrecyLevels[value]) })),
        ]}
        onChange={(value) => void setLevel(name, isLevel(value) ? value : null)}
      />
    </li>
  );
}

/** The level of each filled field, by section, and the way to set it apart from its own. */
export function LevelsPanel({
  known,
  opened,
  onClose,
}: {
  readonly known: Known;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { source } = known;
  const sections = fieldsBySection(source.entity, levelledFields(source));
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={480}
      title={t('publishing.levelsOf', { title: source.record.title })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p className={css.fine}>{t('publishing.levelsHint')}</p>
      {sections.map(({ key, label, fields }) => (
        <section key={key} className={css.levels}>
          <h3>{words.in(label)}</h3>
          <ul>
            {fields.map(([name]) => (
              <FieldLevel key={name} name={name} known={known} />
            ))}
          </ul>
        </section>
      ))}
    </Drawer>
  );
}
