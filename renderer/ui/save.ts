import type { Change, Json, Label, StoredRecord, Values } from '../../shared/commits/index.ts';
import { newId } from '../../shared/core/ids.ts';
import { type AnyEntity, titleOf } from '../../shared/entities/entity.ts';
import { useWords } from '../app/i18n.ts';
import { type CommitFailure, type CommitRequest, commit } from '../data/commit.ts';
import { notify } from './notify.ts';
import { useReadOnlyText } from './read-only.tsx';

/** A new record's id. */
export const freshId = (): string => newId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));

export interface Save {
  /** Writes changes as one step to undo; a failure is told to the user. True when written. */
  readonly changes: (
    label: Label,
    changes: readonly Change[],
    /** For bulk work: how far it is, and the way to stop it. */
    control?: Pick<CommitRequest, 'onProgress' | 'signal'>,
  ) => Promise<boolean>;
  readonly field: (
    entity: AnyEntity,
    record: StoredRecord,
    field: string,
    value: Json,
  ) => Promise<boolean>;
  /** Writes a new record and answers its id, or null when it could not. */
  readonly create: (entity: AnyEntity, values: Values) => Promise<string | null>;
}

/** Tells the user why nothing was written. */
export function useSayNotWritten(): (failure: CommitFailure) => void {
  const { t } = useWords();
  const readOnlyText = useReadOnlyText();
  const textOf = (failure: CommitFailure): string => {
    switch (failure.type) {
      case 'storage':
        return t('save.storage', { message: failure.message });
      case 'readOnly':
        return readOnlyText(failure.why);
      default:
        return t(`save.${failure.type}`);
    }
  };
  return (failure) => notify.problem(textOf(failure));
}

/** Writing from screens, with failures said in words. */
export function useSave(): Save {
  const say = useSayNotWritten();
  const changes: Save['changes'] = async (label, list, control = {}) => {
    const done = await commit({ label, changes: list, ...control });
    if (!done.ok) say(done.error);
    return done.ok;
  };
  return {
    changes,
    field: (entity, record, field, value) =>
      changes(
        { key: 'edit', params: { entity: entity.name, field, title: titleOf(entity, record) } },
        // The revision is not demanded: fields are edited one by one, and each keeps what it replaced.
        [{ patch: entity.name, id: record.id, set: { [field]: value } }],
      ),
    create: async (entity, values) => {
      const id = freshId();
      const label = {
        key: 'create',
        params: { entity: entity.name, title: titleOf(entity, values) },
      };
      return (await changes(label, [{ put: entity.name, id, value: values }])) ? id : null;
    },
  };
}
