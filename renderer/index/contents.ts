import type { Op, StoredRecord, Values } from '../../shared/commits/index.ts';
import { attachment, attachmentContent } from '../../shared/features/attachments/index.ts';
import type { Descriptions } from '../../shared/registry.ts';

/** The text inside attached files: a field of attachments that only the index has. */
const CONTENT = 'content';

/** What is shown of a text lies within so many characters of the first word found. */
const [BEFORE, AFTER] = [200, 2_000];

/** Attachments as they are described here. */
export const describedWithContents = (entities: Descriptions): Descriptions => ({
  ...entities,
  attachment: {
    ...entities.attachment,
    fields: { ...entities.attachment.fields, [CONTENT]: attachmentContent },
  },
});

/** Only what is around the first word that stands in it: folding all of a book would take long. */
function around(content: string, words: readonly string[]): string {
  const lower = content.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  return content.slice(Math.max(0, first - BEFORE), first + AFTER);
}

/** Texts of files by the hash of their content, put into the records that have it. */
export function createContents() {
  const texts = new Map<string, string>();
  const contentOf = (entity: string, { hash }: Readonly<Record<string, unknown>>) =>
    entity === attachment.name && typeof hash === 'string' ? texts.get(hash) : undefined;
  const into = <R extends Values | StoredRecord>(entity: string, record: R): R => {
    const content = contentOf(entity, record);
    return content === undefined ? record : { ...record, [CONTENT]: content };
  };
  return {
    add: (more: ReadonlyMap<string, string>): void => {
      for (const [hash, text] of more) texts.set(hash, text);
    },
    into,
    intoAll: (entity: string, records: readonly StoredRecord[]): readonly StoredRecord[] =>
      entity === attachment.name ? records.map((record) => into(entity, record)) : records,
    intoOp: (op: Op): Op => (op.op === 'put' ? { ...op, value: into(op.entity, op.value) } : op),
    /** A record with what of its content tells why a search found it. */
    withPassage: (entity: string, record: StoredRecord, text: string): StoredRecord => {
      const content = contentOf(entity, record);
      if (content === undefined) return record;
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      return { ...record, [CONTENT]: around(content, words) };
    },
  };
}
