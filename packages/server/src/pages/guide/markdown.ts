/**
 * The part of Markdown (CommonMark 0.31) that the guides in `docs/guide` are written in: headings, paragraphs, lists, fenced code,
 * notes, pictures on a line of their own; within a line bold, code and links. Anything else is an error that names its line,
 * so that a guide never looks different here from where else it is read.
 */
export type Inline =
  | { readonly kind: 'text' | 'bold' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly alt: string; readonly to: string };

interface Line {
  readonly number: number;
  readonly text: string;
}

export class NotInGuides extends Error {
  override readonly name = 'NotInGuides';

  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`);
  }
}

export const blocksOf = (markdown: string): readonly Block[] =>
  readBlocks(markdown.split('\n').map((text, i) => ({ number: i + 1, text })));

type Read = readonly [block: Block, next: number];

function readBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (textAt(lines, at).trim() === '') {
      at++;
      continue;
    }
    const [block, next] = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

const marker = /^(\d+\. |- )/;
const starts = /^(#|```|> |!\[|\d+\. |- )/;
const textAt = (lines: readonly Line[], at: number): string => lines[at]?.text ?? '';
const numberAt = (lines: readonly Line[], at: number): number => lines[at]?.number ?? 0;

function readBlock(lines: readonly Line[], at: number): Read {
  const text = textAt(lines, at);
  if (text.startsWith('#')) return [headingOf(text, numberAt(lines, at)), at + 1];
  if (text.startsWith('```')) return readCode(lines, at);
  if (text.startsWith('> ')) return readNote(lines, at);
  if (text.startsWith('![')) return [pictureOf(text, numberAt(lines, at)), at + 1];
  if (marker.test(text)) return readList(lines, at);
  if (/^(\s|<|\||\*|_|=|~)/.test(text))
    throw new NotInGuides(numberAt(lines, at), `“${text}” begins like nothing here`);
  return readParagraph(lines, at);
}

function headingOf(text: string, number: number): Block {
  const [, marks = '', title = ''] = /^(#{1,3}) ([^`*[]+)$/.exec(text) ?? [];
  if (title === '') throw new NotInGuides(number, 'a heading has one to three marks and plain words');
  return { kind: 'heading', level: marks.length as 1 | 2 | 3, text: title, id: idOf(title) };
}

/** As GitHub makes them, so that a link holds in both places. */
const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function pictureOf(text: string, number: number): Block {
  const [, alt = '', to = ''] = /^!\[([^\]]+)\]\(([^()\s]+)\)$/.exec(text) ?? [];
  if (to === '') throw new NotInGuides(number, 'a picture stands alone on its line and says what it shows');
  return { kind: 'picture', alt, to };
}

function readCode(lines: readonly Line[], at: number): Read {
  const end = lines.findIndex(({ text }, i) => i > at && text === '```');
  if (end < 0) throw new NotInGuides(numberAt(lines, at), 'this code has no end');
  const inside = lines.slice(at + 1, end).map(({ text }) => text);
  return [{ kind: 'code', text: inside.join('\n') }, end + 1];
}

function readNote(lines: readonly Line[], at: number): Read {
  let next = at;
  const inside: Line[] = [];
  for (; /^>( |$)/.test(textAt(lines, next)); next++)
    inside.push({ number: numberAt(lines, next), text: textAt(lines, next).slice(2) });
  return [{ kind: 'note', blocks: readBlocks(inside) }, next];
}

/** What belongs to an item stands as far in as its first word. */
function readList(lines: readonly Line[], at: number): Read {
  const ordered = /^\d/.test(textAt(lines, at));
  const items: (readonly Block[])[] = [];
  let next = at;
  for (let mark = marker.exec(textAt(lines, next)); mark !== null; mark = marker.exec(textAt(lines, next))) {
    const { length } = mark[0];
    if (/^\d/.test(mark[0]) !== ordered) break;
    if (ordered && Number.parseInt(mark[0], 10) !== items.length + 1)
      throw new NotInGuides(numberAt(lines, next), `this is step ${items.length + 1}`);
    const inside: Line[] = [{ number: numberAt(lines, next), text: textAt(lines, next).slice(length) }];
    for (next++; next < lines.length; next++) {
      const text = textAt(lines, next);
      if (text.trim() !== '' && !text.startsWith(' '.repeat(length))) break;
      inside.push({ number: numberAt(lines, next), text: text.slice(length) });
    }
    items.push(readBlocks(inside));
  }
  return [{ kind: 'list', ordered, items }, next];
}

function readParagraph(lines: readonly Line[], at: number): Read {
  let next = at + 1;
  while (next < lines.length && textAt(lines, next).trim() !== '' && !starts.test(textAt(lines, next))) next++;
  const text = lines.slice(at, next).map((line) => line.text.trim());
  return [{ kind: 'paragraph', words: inlineOf(text.join(' '), numberAt(lines, at)) }, next];
}

const pieces = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^()\s]+)\)/g;

function inlineOf(text: string, number: number): readonly Inline[] {
  const found: Inline[] = [];
  let done = 0;
  const plain = (until: number): void => {
    const rest = text.slice(done, until);
    if (/[*`]|\]\(|<\w/.test(rest)) throw new NotInGuides(number, `“${rest}” is neither bold nor code nor a link`);
    if (rest !== '') found.push({ kind: 'text', text: rest });
  };
  for (const piece of text.matchAll(pieces)) {
    plain(piece.index);
    const [whole, bold, code, label, to] = piece;
    if (bold !== undefined) found.push({ kind: 'bold', text: bold });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    else found.push({ kind: 'link', text: label ?? '', to: to ?? '' });
    done = piece.index + whole.length;
  }
  plain(text.length);
  return found;
}
