/** HTML as values: what is put into a template is escaped unless it is such a value itself. */
const marked: unique symbol = Symbol('html');

export interface Html {
  readonly [marked]: string;
}

export type Child = Html | string | number | null | undefined | false | readonly Child[];

export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  const parts = strings.map((text, i) => (i < values.length ? text + rendered(values[i]) : text));
  return { [marked]: parts.join('') };
}

export const htmlText = (value: Html): string => value[marked];

function rendered(value: Child): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (isHtml(value)) return value[marked];
  return value.map(rendered).join('');
}

const isHtml = (value: Html | readonly Child[]): value is Html => marked in value;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML knows not even as text are shown as one that cannot be shown. */
const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant.
  text.replace(/[&<>"'\0-\x08\v\f\x0e-\x1f\x7f]/g, (character) => entities[character] ?? '\uFFFD');
