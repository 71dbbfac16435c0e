/** Text that is markup already: made by `markup` alone. */
export interface Markup {
  readonly html: string;
}

export const none: Markup = { html: '' };

/** The one template: whatever is put into it is escaped, unless it came out of it. */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const parts = values.map((value, index) => htmlOf(value) + (strings[index + 1] ?? ''));
  return { html: (strings[0] ?? '') + parts.join('') };
}

function htmlOf(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeMarkup(value);
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as markup shows it, in HTML and in XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
