import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../shared/entities/check.ts';
import { ownerOf } from '../../../shared/entities/entity.ts';
import {
  type Attachment,
  addAttachments,
  attachment,
  attachmentKind,
  bareName,
  endingOf,
  MAX_PREVIEW_BYTES,
  mayHaveText,
  type Owner,
  previewOf,
  removeAttachment,
  renameAttachment,
} from '../../../shared/features/attachments/index.ts';
import { partsGoingWith, partsOf } from '../../../shared/registry.ts';

const owner: Owner = { kind: 'deal', id: 'deal-1', title: '磷石膏项目' };
const hash = 'ab'.repeat(32);

/** Any characters, lone surrogates among them. */
const anyName = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 400 })
  .map((codes) => String.fromCharCode(...codes));

const ids = (): (() => string) => {
  let next = 0;
  return () => {
    next += 1;
    return `attachment-${next}`;
  };
};

const stored = (name: string): Attachment => ({
  id: 'attachment-1',
  rev: 'rev',
  createdAt: 1,
  updatedAt: 1,
  name,
  size: 3,
  hash,
  ownerKind: owner.kind,
  ownerId: owner.id,
});

describe('an attachment', () => {
  it('is a part of the record that it names, of whatever kind', () => {
    expect(ownerOf(attachment, stored('合同.pdf'))).toEqual({ entity: 'deal', id: 'deal-1' });
  });

  it('goes when a record of any kind goes, and comes with none in an import', () => {
    for (const kind of ['deal', 'enterprise', 'achievement']) {
      expect(partsGoingWith(kind)).toContain(attachment);
      expect(partsOf(kind)).not.toContain(attachment);
    }
  });
});

describe('adding files', () => {
  it('is one change for all of them, and says of one what it is called', () => {
    const files = ['合同.pdf', '照片.jpg'].map((name) => ({ name, size: 5, hash }));
    const both = addAttachments(owner, files, ids());
    expect(both.label).toEqual({
      key: 'addAttachments',
      params: { count: 2, title: '磷石膏项目' },
    });
    expect(both.changes).toEqual([
      {
        put: 'attachment',
        id: 'attachment-1',
        value: { name: '合同.pdf', size: 5, hash, ownerKind: 'deal', ownerId: 'deal-1' },
      },
      {
        put: 'attachment',
        id: 'attachment-2',
        value: { name: '照片.jpg', size: 5, hash, ownerKind: 'deal', ownerId: 'deal-1' },
      },
    ]);
    expect(addAttachments(owner, files.slice(0, 1), ids()).label).toEqual({
      key: 'addAttachment',
      params: { name: '合同.pdf', title: '磷石膏项目' },
    });
  });

  it('makes a record that fits its description, whatever the file is called', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const { changes } = addAttachments(owner, [{ name, size: 1, hash }], ids());
        const [change] = changes;
        expect(
          change && 'put' in change && schemaOf(attachment).safeParse(change.value).success,
        ).toBe(true);
      }),
    );
  });

  it('keeps the ending of a name that is cut', () => {
    const [change] = addAttachments(
      owner,
      [{ name: `${'长'.repeat(300)}.docx`, size: 1, hash }],
      ids(),
    ).changes;
    const name = change && 'put' in change ? String(change.value.name) : '';
    expect(name).toHaveLength(255);
    expect(endingOf(name)).toBe('docx');
  });
});

describe('renaming', () => {
  const renamed = (name: string, bare: string): unknown => {
    const change = renameAttachment(stored(name), bare)?.changes[0];
    return change && 'patch' in change ? change.set.name : null;
  };

  it('changes the name before the ending', () => {
    expect(renamed('扫描件001.PDF', '盖章合同')).toBe('盖章合同.PDF');
    expect(renamed('扫描件001.PDF', '盖章合同.pdf')).toBe('盖章合同.PDF');
    expect(renamed('README', '说明')).toBe('说明');
  });

  it('cannot make a file look like another kind', () => {
    expect(renamed('setup.exe', '合同.pdf')).toBe('合同.pdf.exe');
  });

  it('writes nothing for a blank or the same name', () => {
    expect(renamed('合同.pdf', '  ')).toBe(null);
    expect(renamed('合同.pdf', '合同')).toBe(null);
    expect(renamed('合同.pdf', ' 合同.pdf ')).toBe(null);
  });
});

it('removing takes the record only', () => {
  expect(removeAttachment(stored('合同.pdf'), owner).changes).toEqual([
    { delete: 'attachment', id: 'attachment-1' },
  ]);
});

describe('what a name tells', () => {
  it.each([
    ['合同.PDF', 'pdf', 'pdf'],
    ['照片.最终.JPG', 'jpg', 'image'],
    ['报价.et', 'et', 'sheet'],
    ['README', '', 'other'],
    ['.gitignore', '', 'other'],
    ['setup.exe', 'exe', 'other'],
    ['发票.ofd', 'ofd', 'document'],
  ])('%s ends in "%s": %s', (name, ending, kind) => {
    expect(endingOf(name)).toBe(ending);
    expect(attachmentKind(name)).toBe(kind);
    expect(bareName(name) + (ending === '' ? '' : name.slice(-ending.length - 1))).toBe(name);
  });

  it('says whether a file has text to search', () => {
    for (const name of ['合同.PDF', '方案.docx', '报价.xlsx', '纪要.txt', '路演.pptx'])
      expect(mayHaveText(name), name).toBe(true);
    for (const name of ['照片.jpg', '样机.mp4', '资料.zip', 'README'])
      expect(mayHaveText(name), name).toBe(false);
  });

  it('says how a file is looked at in the app', () => {
    expect(previewOf('照片.jpg', 10)).toEqual({ type: 'image', mediaType: 'image/jpeg' });
    expect(previewOf('合同.pdf', 10)).toEqual({ type: 'pdf' });
    expect(previewOf('说明.txt', 10)).toEqual({ type: 'text' });
    // A browser draws no TIFF, and SVG can hold scripts.
    for (const name of ['扫描.tif', '图.svg', '页.html', '合同.docx'])
      expect(previewOf(name, 10)).toBe(null);
    expect(previewOf('照片.jpg', 0)).toBe(null);
    expect(previewOf('照片.jpg', MAX_PREVIEW_BYTES + 1)).toBe(null);
  });
});
