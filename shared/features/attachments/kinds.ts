/** What an attachment is, as far as its name tells: for its icon and for how it can be looked at. */
export type AttachmentKind =
  | 'image'
  | 'pdf'
  | 'text'
  | 'document'
  | 'sheet'
  | 'slides'
  | 'archive'
  | 'mail'
  | 'media'
  | 'other';

const kindByEnding: Readonly<Record<string, AttachmentKind>> = Object.fromEntries(
  (
    [
      ['image', 'jpg jpeg png gif webp bmp tif tiff heic'],
      ['pdf', 'pdf'],
      ['text', 'txt csv md'],
      ['document', 'doc docx wps odt rtf ofd'],
      ['sheet', 'xls xlsx et ods'],
      ['slides', 'ppt pptx dps odp'],
      ['archive', 'zip rar 7z'],
      ['mail', 'eml msg'],
      ['media', 'mp3 m4a wav mp4 mov avi'],
    ] as const
  ).flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind] as const)),
);

/** A file's ending in small letters, without its point; '' when it has none. */
export function endingOf(name: string): string {
  const point = name.lastIndexOf('.');
  return point > 0 ? name.slice(point + 1).toLowerCase() : '';
}

/** A file name without its ending: what people rename. */
export function bareName(name: string): string {
  const ending = endingOf(name);
  return ending === '' ? name : name.slice(0, -ending.length - 1);
}

export const attachmentKind = (name: string): AttachmentKind =>
  kindByEnding[endingOf(name)] ?? 'other';

const withText: ReadonlySet<AttachmentKind> = new Set([
  'pdf',
  'text',
  'document',
  'sheet',
  'slides',
]);

/** Whether a file of that name has text to search, unless its content turns out to have none. */
export const mayHaveText = (name: string): boolean => withText.has(attachmentKind(name));

/** Media types of the pictures that a browser can draw. */
const drawn: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

export type Preview =
  | { readonly type: 'image'; readonly mediaType: string }
  | { readonly type: 'pdf' }
  | { readonly type: 'text' };

/** The largest file that is looked at in the app; larger ones are for the system's programs. */
export const MAX_PREVIEW_BYTES = 64 * 1024 * 1024;

/** How the app itself can show a file of that name and size (bytes), or null. */
export function previewOf(name: string, size: number): Preview | null {
  if (size === 0 || size > MAX_PREVIEW_BYTES) return null;
  const mediaType = drawn[endingOf(name)];
  if (mediaType !== undefined) return { type: 'image', mediaType };
  const kind = attachmentKind(name);
  return kind === 'pdf' || kind === 'text' ? { type: kind } : null;
}
