import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import type { Field } from '../../entities/field.ts';

/**
 * A file at a record (附件). Its content lies in the vault under its hash, and stays there when the
 * record goes: history and undo can bring any attachment back.
 */
export const attachment = defineEntity({
  name: 'attachment',
  label: { zh: '附件', en: 'Attachment' },
  plural: { zh: '附件', en: 'Attachments' },
  title: 'name',
  partOf: { kindField: 'ownerKind', field: 'ownerId' },
  sections: { file: { zh: '附件', en: 'Attachment' } },
  fields: {
    name: {
      kind: 'text',
      label: { zh: '文件名', en: 'File name' },
      required: true,
      section: 'file',
      searched: true,
      // What the contract takes as a file's own name.
      max: 255,
    },
    note: {
      kind: 'note',
      label: { zh: '备注', en: 'Note' },
      section: 'file',
      searched: true,
      max: 2_000,
    },
    /** Bytes. */
    size: {
      kind: 'integer',
      label: { zh: '大小（字节）', en: 'Size (bytes)' },
      required: true,
      min: 0,
    },
    /** SHA-256 of the content, in hex. */
    hash: { kind: 'text', label: { zh: '内容指纹', en: 'Content hash' }, required: true, max: 64 },
    ownerKind: {
      kind: 'text',
      label: { zh: '所属类别', en: 'Kind of its record' },
      required: true,
      max: 80,
    },
    ownerId: { kind: 'text', label: { zh: '所属记录', en: 'Its record' }, required: true, max: 80 },
  },
});
export type Attachment = RecordOf<typeof attachment>;

/** The text inside the file, which no record holds: it is read from the file for the search. */
export const attachmentContent: Field = {
  kind: 'note',
  label: { zh: '文件内容', en: 'Text in the file' },
  searched: true,
};
