import { BadInput, type Place } from '../problem.ts';
import type { Text } from '../text.ts';

declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean });
  decode(bytes: Uint8Array): string;
}

/** A cell and where it begins, so that an error can be pointed at. */
export type Cell = { readonly text: string; readonly line: number; readonly column: number };

export type Table = {
  readonly separator: ';' | ',' | '\t';
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the bytes 80 to 9F are in Windows-1252; five of them are nothing. Some engines read them as control characters. */
const HIGH = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** The text of a table as spreadsheets save it: UTF-8, or else Windows-1252. */
export function tableText(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.includes(0)) {
    throw unreadable(bytes, bytes.indexOf(0), {
      es: 'esto no es una tabla CSV en UTF-8 o Windows-1252; guarde la hoja como «CSV UTF-8»',
      en: 'this is no CSV table in UTF-8 or Windows-1252; save the sheet as “CSV UTF-8”',
    });
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

function windows1252(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (const [at, byte] of bytes.entries()) {
    const letter = byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte);
    if (letter === undefined || letter === '\0') {
      throw unreadable(bytes, at, {
        es: 'este signo no es UTF-8 ni Windows-1252',
        en: 'this character is neither UTF-8 nor Windows-1252',
      });
    }
    // ñ in UTF-8 would be read as Ã±: a file put together from two would lose its names without anybody noticing.
    const next = bytes[at + 1] ?? 0;
    if ((byte === 0xc2 || byte === 0xc3) && next >= 0x80 && next < 0xc0) {
      throw unreadable(bytes, at, {
        es: 'esta letra está en UTF-8 y otras del archivo en Windows-1252; guárdelo entero en UTF-8',
        en: 'this letter is in UTF-8 and others of the file in Windows-1252; save all of it as UTF-8',
      });
    }
    letters.push(letter);
  }
  return letters.join('');
}

function unreadable(bytes: Uint8Array, at: number, text: Text): BadInput {
  const before = bytes.subarray(0, Math.max(at, 0));
  const line = before.reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
  return new BadInput('encoding', { line, column: before.length - before.lastIndexOf(0x0a) }, text);
}

type Reader = { readonly text: string; readonly separator: string; at: number; line: number; lineStart: number };

/** CSV (RFC 4180) with `;`, tabs or `,`, whichever its first line has; rows without anything in them are left out. */
export function readTable(source: string): Table {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r|\n/, 1);
  const separator = first.includes(';') ? ';' : first.includes('\t') ? '\t' : ',';
  const reader: Reader = { text, separator, at: 0, line: 1, lineStart: 0 };
  const all: Cell[][] = [];
  while (reader.at < text.length) all.push(readRow(reader));
  const [head = [], ...rows] = all.filter((row) => row.some((cell) => cell.text !== ''));
  for (const row of rows) {
    const more = row.slice(head.length).find((cell) => cell.text !== '');
    if (more === undefined) continue;
    throw wrong(more, {
      es: `la fila tiene más celdas que el encabezado (${head.length}); ¿falta poner comillas?`,
      en: `the row has more cells than the head (${head.length}); are quotes missing?`,
    });
  }
  return { separator, head, rows };
}

function readRow(reader: Reader): Cell[] {
  const row: Cell[] = [];
  for (;;) {
    row.push(readCell(reader));
    const sign = reader.text[reader.at];
    if (sign !== reader.separator) break;
    reader.at += 1;
  }
  endLine(reader);
  return row;
}

function readCell(reader: Reader): Cell {
  const { text, separator, at, line, lineStart } = reader;
  const place = { line, column: at - lineStart + 1 };
  if (text[at] === '"') return { ...place, text: readQuoted(reader, place) };
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  reader.at = end;
  return { ...place, text: text.slice(at, end).trim() };
}

function readQuoted(reader: Reader, place: Place): string {
  const { text, separator } = reader;
  const parts: string[] = [];
  reader.at += 1;
  for (;;) {
    const sign = text[reader.at];
    if (sign === undefined) {
      throw wrong(place, { es: 'falta cerrar las comillas', en: 'these quotes are never closed' });
    }
    if (sign === '"' && text[reader.at + 1] !== '"') break;
    parts.push(sign === '\r' ? '\n' : sign);
    if (sign === '\n' || sign === '\r') endLine(reader);
    else reader.at += sign === '"' ? 2 : 1;
  }
  reader.at += 1;
  const after = text[reader.at];
  if (after !== undefined && after !== separator && after !== '\n' && after !== '\r') {
    const { line, lineStart, at } = reader;
    throw wrong(
      { line, column: at - lineStart + 1 },
      { es: `«${after}» después de comillas que cierran`, en: `“${after}” after closing quotes` },
    );
  }
  return parts.join('').trim();
}

function endLine(reader: Reader): void {
  if (reader.at >= reader.text.length) return;
  reader.at += reader.text.startsWith('\r\n', reader.at) ? 2 : 1;
  reader.line += 1;
  reader.lineStart = reader.at;
}

const wrong = ({ line, column }: Place, text: Text): BadInput =>
  new BadInput('csv', { ...(line !== undefined && { line }), ...(column !== undefined && { column }) }, text);
