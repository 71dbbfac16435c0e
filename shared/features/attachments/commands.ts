import type { Change, Label } from '../../commits/index.ts';
import { tidy } from '../../core/text.ts';
import { type Attachment, attachment } from './entity.ts';
import { bareName, endingOf } from './kinds.ts';

const NAME_MAX = attachment.fields.name.max;

/** The record that an attachment is at. */
export interface Owner {
  readonly kind: string;
  readonly id: string;
  /** What it is called, for the label of the change. */
  readonly title: string;
}

/** A file whose content the vault has. */
export interface KeptContent {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 in hex. */
  readonly hash: string;
}

export interface Command {
  readonly label: Label;
  readonly changes: readonly Change[];
}

/** Cuts a name where it is too long, before its ending: that says what the file is. */
function fitName(bare: string, ending: string): string {
  const tail = ending === '' ? '' : `.${ending}`;
  return `${bare.slice(0, NAME_MAX - tail.length)}${tail}`;
}

/** Adds files to a record, as one change. `newId` makes an id for each. */
export function addAttachments(
  owner: Owner,
  files: readonly KeptContent[],
  newId: () => string,
): Command {
  const changes = files.map(({ name, size, hash }): Change => {
    const own = tidy(name) || '_';
    return {
      put: attachment.name,
      id: newId(),
      value: {
        // An ending of any length belongs to the name as it came.
        name: own.length > NAME_MAX ? fitName(bareName(own), endingOf(own).slice(0, 20)) : own,
        size,
        hash,
        ownerKind: owner.kind,
        ownerId: owner.id,
      },
    };
  });
  const [first] = files;
  return {
    label:
      files.length === 1
        ? { key: 'addAttachment', params: { name: first?.name ?? '', title: owner.title } }
        : { key: 'addAttachments', params: { count: files.length, title: owner.title } },
    changes,
  };
}

export function removeAttachment({ id, name }: Attachment, owner: Owner): Command {
  return {
    label: { key: 'removeAttachment', params: { name, title: owner.title } },
    changes: [{ delete: attachment.name, id }],
  };
}

/**
 * Gives an attachment another name; its ending stays, as it says what the file is. Null when that
 * would change nothing.
 */
export function renameAttachment({ id, name }: Attachment, bare: string): Command | null {
  const ending = endingOf(name);
  const typed = tidy(bare);
  // Whoever types the ending too does not mean to have it twice.
  const plain =
    ending !== '' && typed.toLowerCase().endsWith(`.${ending}`) ? bareName(typed) : typed;
  if (plain === '') return null;
  const ownEnding = ending === '' ? '' : name.slice(-ending.length);
  const next = fitName(plain, ownEnding);
  if (next === name) return null;
  return {
    label: { key: 'edit', params: { entity: attachment.name, field: 'name', title: name } },
    changes: [{ patch: attachment.name, id, set: { name: next } }],
  };
}
