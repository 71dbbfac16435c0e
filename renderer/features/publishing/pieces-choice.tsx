import { ActionIcon, Checkbox } from '@mantine/core';
import { fieldOf } from '../../../shared/entities/entity.ts';
import {
  canTell,
  type Layer,
  levelIn,
  type OnePagerWording,
  offeredPieces,
  type Source,
} from '../../../shared/features/publishing/index.ts';
import { secrecyLevels } from '../../../shared/lists/secrecy.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './publishing.module.css';

/** The chosen pieces first, in their order, then the others as the form has them. */
const listed = (source: Source, chosen: readonly string[]): readonly string[] => {
  const offered = offeredPieces(source);
  return [
    ...chosen.filter((name) => offered.includes(name)),
    ...offered.filter((name) => !chosen.includes(name)),
  ];
};

/** Puts one before its neighbour, up (-1) or down (1), among those that are chosen. */
function moved(chosen: readonly string[], name: string, by: -1 | 1): readonly string[] {
  const from = chosen.indexOf(name);
  return chosen[from + by] === undefined
    ? chosen
    : chosen.toSpliced(from, 1).toSpliced(from + by, 0, name);
}

/** Which fields a one-pager tells, in which order; what its layer does not show cannot be chosen. */
export function PiecesChoice({
  source,
  layer,
  wording,
  chosen,
  onChange,
}: {
  readonly source: Source;
  readonly layer: Layer;
  readonly wording: OnePagerWording;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const words = useWords();
  const { t } = words;
  const names = listed(source, chosen);
  const isTold = (name: string) => canTell(source, name, layer, wording);
  const told = names.filter(isTold);
  const kept = told.filter((name) => chosen.includes(name));
  const rows = [...kept, ...told.filter((name) => !kept.includes(name))];
  return (
    <>
      <p className={css.fine}>{t('publishing.order')}</p>
      <ul className={css.pieces}>
        {[...rows, ...names.filter((name) => !rows.includes(name))].map((name) => {
          const field = fieldOf(source.entity, name);
          if (!field) return null;
          const what = words.in(field.label);
          const at = kept.indexOf(name);
          const can = rows.includes(name);
          const toggle = (on: boolean): void =>
            onChange(on ? [...kept, name] : kept.filter((one) => one !== name));
          return (
            <li key={name}>
              <Checkbox
                size="xs"
                label={what}
                disabled={!can}
                checked={at >= 0}
                onChange={(event) => toggle(event.currentTarget.checked)}
              />
              <small>
                {can ? '' : `${t('publishing.hiddenAt')} · `}
                {words.in(secrecyLevels[levelIn(source, name)])}
              </small>
              {([-1, 1] as const).map((by) => (
                <ActionIcon
                  key={by}
                  variant="subtle"
                  color="gray"
                  size={24}
                  disabled={at < 0 || kept[at + by] === undefined}
                  aria-label={t(by < 0 ? 'publishing.up' : 'publishing.down', { what })}
                  onClick={() => onChange(moved(kept, name, by))}
                >
                  <Icon name={by < 0 ? 'up' : 'down'} size={14} />
                </ActionIcon>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
