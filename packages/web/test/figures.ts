// Numbers on a public page that nothing proves: beside each stands a link to the act that says so, or to the book that it counts.

/** Votes, people, seats, bases: what somebody could be told wrongly. */
const figure =
  /\d[\d.,]*[ \u00A0](?:sí|no|abstenci|presente|puesto|base|testigo|voto|miembro|yes|abstention|present|seat|witness|vote|member)/u;
const proof = /href="(?:[^"]*\/(?:acts\/\d+|consultations\/\d+|book)(?:\?[^"]*)?|[^"]*#[a-z]+)"/;

/** What is read in one go. */
const lines: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'tr', 'blockquote']);
/** They name what stands below them, with its links. */
const names: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'caption',
  'summary',
  'svg',
  'title',
  'pre',
  'code',
]);
const empty: ReadonlySet<string> = new Set(['meta', 'input', 'img', 'br', 'path', 'rect', 'hr', 'link']);

interface Opened {
  readonly tag: string;
  readonly attributes: string;
  readonly from: number;
}

/** Each such number with what stands around it. */
export function unproven(html: string): readonly string[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const open: Opened[] = [];
  const found: { readonly text: string; readonly line: Opened | undefined }[] = [];
  const ends = new Map<Opened, number>();
  for (const { 0: whole, 1: tag, 2: attributes = '', index } of main.matchAll(/<(\/?[a-z0-9]+)([^>]*)>|[^<]+/g)) {
    if (tag === undefined) {
      if (figure.test(whole) && !open.some(({ tag: name, attributes: a }) => names.has(name) || isQuoted(a)))
        found.push({ text: whole.trim(), line: open.findLast(({ tag: name }) => lines.has(name)) });
    } else if (tag.startsWith('/')) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        ends.set(last, index);
        if (last.tag === tag.slice(1)) break;
      }
    } else if (!empty.has(tag) && !attributes.endsWith('/')) open.push({ tag, attributes, from: index });
  }
  return found.flatMap(({ text, line }) =>
    line !== undefined && proof.test(main.slice(line.from, ends.get(line))) ? [] : [text],
  );
}

/** Words of a motion, of a letter, of a statute: whoever wrote them says so. */
const isQuoted = (attributes: string): boolean =>
  /class="(?:[^"]* )?(?:text|asked|rule|how)(?: [^"]*)?"/.test(attributes);
