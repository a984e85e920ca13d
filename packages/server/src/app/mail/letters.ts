import type { Mailbox } from '../../store/vault/mailboxes.ts';
import type { Node } from '../node.ts';
import type { Letter } from './deliver.ts';
import type { Reason } from './reasons.ts';
import { type LetterTongue, whenOf } from './tongue.ts';

/** What of a letter is words. */
export type Written = Pick<Letter, 'subject' | 'text' | 'html' | 'headers'>;

interface Paragraph {
  readonly text?: string;
  readonly lines?: readonly string[];
  readonly link?: { readonly href: string; readonly words: string };
}

/** Generated, and so answered by no machine (RFC 3834). */
const generated = { 'Auto-Submitted': 'auto-generated' } as const;

export interface About {
  readonly reasons: readonly Reason[];
  readonly title: string;
  /** As the body stands in this node's addresses. */
  readonly name: string;
  readonly offsetMinutes: number;
}

/** Quiet unless the person has asked for more: a phone that is seized shows subjects (DESIGN section 7). */
export function reasonsLetter(
  { open, base, stop }: Mailbox,
  tongue: LetterTongue,
  { reasons, title, name, offsetMinutes }: About,
): Written {
  const { words, locale } = tongue;
  const page = `${base}/office/waiting/${encodeURIComponent(name)}`;
  const stopping = `${base}/mail/stop/${stop}`;
  const said = reasons.map(({ kind, at }) => words.reasons[kind](at === null ? '' : whenOf(at, locale, offsetMinutes)));
  const [first = ''] = said;
  const subject = !open
    ? words.quiet
    : said.length === 1
      ? `Cabildo: ${first}`
      : words.several(new Intl.NumberFormat(locale.numbers).format(said.length));
  const what: Paragraph[] = open ? [{ text: title }, { lines: said }] : [{ text: words.quietText }];
  const ways: Paragraph[] = [
    { text: words.seeHere, link: { href: page, words: page } },
    { text: words.stop, link: { href: stopping, words: stopping } },
  ];
  return {
    ...written(tongue, subject, [...what, ...ways]),
    headers: { ...generated, ...unsubscribe(stopping) },
  };
}

/** One click by the reader's own program is a POST, and RFC 8058 has that over https alone. */
const unsubscribe = (address: string): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${address}>`,
  ...(address.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
});

/** The code stands behind the `#`, which no server and no log on the way is sent. */
export function confirmLetter({ base }: Mailbox, tongue: LetterTongue, code: string): Written {
  const { confirm } = tongue.words;
  const link = { href: `${base}/mail/confirm?lang=${tongue.tag}#${code}`, words: confirm.here };
  return {
    ...written(tongue, confirm.subject, [
      { text: confirm.text, link },
      { text: confirm.orType(code) },
      { text: confirm.notYou },
    ]),
    headers: generated,
  };
}

export function testLetter(tongue: LetterTongue): Written {
  const { test } = tongue.words;
  return { ...written(tongue, test.subject, [{ text: test.text }]), headers: generated };
}

/** The same words twice: as text, and as HTML that loads nothing. */
function written({ tag, direction }: LetterTongue, subject: string, paragraphs: readonly Paragraph[]) {
  const text = paragraphs.map(asText).join('\n\n');
  const body = paragraphs.map(asHtml).join('');
  return {
    subject: oneLine(subject),
    text: `${text}\n`,
    html: `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head><body>${body}</body></html>`,
  };
}

const asText = ({ text, lines, link }: Paragraph): string =>
  [text ?? [], (lines ?? []).map((line) => `- ${line}`), link?.href ?? []].flat().map(oneLine).join('\n');

const asHtml = ({ text, lines, link }: Paragraph): string =>
  (text === undefined ? '' : `<p>${escaped(oneLine(text))}</p>`) +
  (lines === undefined ? '' : `<ul>${lines.map((line) => `<li>${escaped(oneLine(line))}</li>`).join('')}</ul>`) +
  (link === undefined ? '' : `<p><a href="${escaped(link.href)}">${escaped(link.words)}</a></p>`);

/** Nothing that a hall or an officer has typed ends a line: in a header the next one would be theirs. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** From words to a letter for somebody. */
export const letterWith = (
  words: Written,
  { to, id, node }: { readonly to: string; readonly id: string; readonly node: Pick<Node, 'name' | 'now'> },
): Letter => ({ ...words, to, id: `${id}@${node.name.replaceAll(':', '.')}`, date: node.now() });
