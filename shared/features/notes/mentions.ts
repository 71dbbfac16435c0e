/** A record named in a text as `@title`: which one, and what it was called then. */
export interface Mention {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

/** So much of a title stands in a text, in UTF-16 units. */
const TITLE_MAX = 120;

/** A mention of a record whose title is that today; a title of several lines is made one. */
export const mentionOf = (kind: string, id: string, title: string): Mention => ({
  kind,
  id,
  title: title.replace(/\s+/g, ' ').trim().slice(0, TITLE_MAX),
});

/** The stored form. Neither kinds nor ids have colons; a title may. */
export const mentionToText = ({ kind, id, title }: Mention): string => `${kind}:${id}:${title}`;

export function textToMention(text: string): Mention | null {
  const [, kind, id, title] = /^([^:]+):([^:]+):(.+)$/s.exec(text) ?? [];
  return kind && id && title ? { kind, id, title } : null;
}

/**
 * A text in pieces: plain text, and the mentions in place of their `@title`. Of several records of
 * one title, each stands for its own in turn; the longest title that fits is meant.
 */
export function piecesOf(
  text: string,
  mentions: readonly Mention[],
): readonly (string | Mention)[] {
  const waiting = mentions.toSorted((one, other) => other.title.length - one.title.length);
  const pieces: (string | Mention)[] = [];
  let plain = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const fitting = waiting.filter(({ title }) => text.startsWith(title, at + 1));
    const [first] = fitting;
    if (!first) continue;
    if (at > plain) pieces.push(text.slice(plain, at));
    pieces.push(first);
    plain = at + 1 + first.title.length;
    at = plain - 1;
    if (fitting[1]?.title === first.title) waiting.splice(waiting.indexOf(first), 1);
  }
  if (plain < text.length) pieces.push(text.slice(plain));
  return pieces;
}

/** The mentions that a text still has, each record once, in their order. */
export function mentionsIn(text: string, known: readonly Mention[]): readonly Mention[] {
  const there = piecesOf(text, known).filter((piece) => typeof piece !== 'string');
  return [...new Map(there.map((mention) => [mentionToText(mention), mention])).values()];
}

/** A mention being typed: where its `@` stands, and what follows up to the caret. */
export interface OpenMention {
  readonly at: number;
  readonly query: string;
}

/** So far behind the `@` it is no longer a name that is typed. */
const QUERY_MAX = 30;

/** The mention that is being typed before the caret. The `@` of a mail address begins none. */
export function openMention(text: string, caret: number): OpenMention | null {
  const before = text.slice(Math.max(0, caret - QUERY_MAX - 2), caret);
  const match = /(?:^|[^\w.+-])[@＠](?<query>[^\s@＠]*)$/.exec(before);
  const query = match?.groups?.query;
  return query === undefined || query.length > QUERY_MAX
    ? null
    : { at: caret - query.length - 1, query };
}

/** The text with the open mention completed, and where the caret stands then. */
export function withMention(
  text: string,
  { at, query }: OpenMention,
  { title }: Mention,
): { readonly text: string; readonly caret: number } {
  const head = `${text.slice(0, at)}@${title} `;
  return { text: head + text.slice(at + 1 + query.length).replace(/^ /, ''), caret: head.length };
}
