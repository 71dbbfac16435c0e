import { type ReactNode, useRef } from 'react';
import { err, type Result } from '../../../shared/core/result.ts';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import {
  MOST_VIEW_FILE,
  type ReadViewFile,
  readViewFile,
  type View,
  type ViewFileFailure,
  type ViewState,
  valuesIn,
  viewFileText,
  view as viewKind,
} from '../../../shared/features/views/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pagePathOf } from '../../app/paths.ts';
import { entityNamedNow } from '../../data/descriptions.ts';
import { host } from '../../data/host.ts';
import { askNames } from '../../index/use-answer.ts';
import { type ListView, stateOf } from '../list-view.ts';
import { notify } from '../notify.ts';
import { useSave } from '../save.ts';
import { useTellSaved } from '../saved-file.tsx';
import { fieldLabel } from './filter-words.ts';

/** Characters that no file system takes in a name. */
const NO_NAME = /[\\/:*?"<>|]/g;

/** Kinds whose records have a page, and so a list with views. */
const listedKind = (name: string): AnyEntity | undefined =>
  pagePathOf(name, '') === null ? undefined : entityNamedNow(name);

async function readFile(file: File): Promise<Result<ReadViewFile, ViewFileFailure>> {
  if (file.size > MOST_VIEW_FILE) return err({ type: 'notAView' });
  const text = await file.text().catch(() => '');
  return readViewFile(text, listedKind);
}

/** The fields of which a view asks for options or records that this desk does not have. */
async function foreignFields(entity: AnyEntity, state: ViewState): Promise<readonly string[]> {
  const asked = [...valuesIn(state)].flatMap(([name, values]) => {
    const field = fieldOf(entity, name);
    return field ? [{ name, field, values }] : [];
  });
  const ids = asked.flatMap(({ field, values }) => (field.kind === 'ref' ? values : []));
  const here = ids.length === 0 ? {} : await askNames(ids);
  const isForeign = ({ field, values }: (typeof asked)[number]): boolean => {
    if (field.kind === 'ref') return values.some((id) => !Object.hasOwn(here, id));
    if (field.kind !== 'choice' && field.kind !== 'choices') return false;
    return values.some((code) => !Object.hasOwn(field.options, code));
  };
  return asked.filter(isForeign).map(({ name }) => name);
}

interface ViewFileControl {
  /** Saves what is looked at now, under the name of a saved view or the list's. */
  readonly save: (named: View | undefined) => Promise<void>;
  /** Asks for a file, keeps its view, and opens it. */
  readonly choose: () => void;
  /** To be put into the page. */
  readonly chooser: ReactNode;
}

/** Views as files, for a colleague or another computer. */
export function useViewFile(
  list: string,
  view: ListView,
  open: (view: Pick<View, 'id' | 'list' | 'state'>) => void,
): ViewFileControl {
  const words = useWords();
  const { t } = words;
  const changes = useSave();
  const tell = useTellSaved();
  const picker = useRef<HTMLInputElement>(null);
  const entity = entityNamedNow(list);
  const save: ViewFileControl['save'] = async (named) => {
    const name = named?.name ?? (entity ? words.in(entity.plural) : list);
    const kept = { list, name, icon: named?.icon ?? 'list', state: stateOf(view) } as const;
    const text = viewFileText(kept, (field) => (entity ? fieldLabel(entity, field, words) : field));
    const fileName = t('views.fileName', { name }).replace(NO_NAME, '_');
    tell(await host.writeText({ name: fileName, text }));
  };
  const take = async (file: File): Promise<void> => {
    const read = await readFile(file);
    if (!read.ok) return notify.problem(t(`views.${read.error.type}`, { file: file.name }));
    const { view: found, leftOut } = read.value;
    const state = JSON.stringify(found.state);
    const { name, icon } = found;
    const id = await changes.create(viewKind, {
      name,
      icon,
      place: 'list',
      list: found.list,
      state,
    });
    if (id === null) return;
    open({ id, list: found.list, state });
    notify.done(t('views.opened', { name }));
    const listed = (fields: readonly string[]) =>
      fields.join(words.language === 'zh' ? '、' : ', ');
    if (leftOut.length > 0) notify.problem(t('views.leftOut', { fields: listed(leftOut) }));
    const kind = listedKind(found.list);
    const foreign = kind ? await foreignFields(kind, found.state) : [];
    if (kind && foreign.length > 0) {
      const fields = listed(foreign.map((field) => fieldLabel(kind, field, words)));
      notify.problem(t('views.foreign', { fields }));
    }
  };
  return {
    save,
    choose: () => picker.current?.click(),
    chooser: (
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json"
        aria-label={t('views.openFile')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
    ),
  };
}
