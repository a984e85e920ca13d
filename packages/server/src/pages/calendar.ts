/**
 * A body's sittings and deadlines as iCalendar (RFC 5545), for whatever calendar people have. Times are in UTC, which each
 * program turns into its reader's own; the hour of the place, with its offset, is among the words.
 */
import { tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { capital } from './body-sittings.ts';
import { bodyPath, type Visit } from './visit.ts';

interface Entry {
  readonly uid: string;
  readonly start: string;
  readonly end: string | null;
  readonly summary: string;
  readonly description: string;
  readonly place: string | null;
  readonly path: string;
  readonly calledOff: boolean;
  /** A deadline keeps nobody busy. */
  readonly busy: boolean;
}

/** All sittings and deadlines of a body. */
export const bodyCalendar = (visit: Visit, book: BookView): string => calendarOf(visit, book, entriesOf(visit, book));

/** One sitting alone, for whoever scans its poster; null where there is none. It is the same entry as in the body's calendar. */
export function sittingCalendar(visit: Visit, book: BookView, index: number): string | null {
  const entry = sittings(visit, book).find(({ uid: name }) => name === uid('sitting', book, index));
  return entry === undefined ? null : calendarOf(visit, book, [entry]);
}

function calendarOf(visit: Visit, book: BookView, entries: readonly Entry[]): string {
  const { words, language } = visit;
  const stamp = basic(book.at ?? book.state.at);
  const { time } = visit.formats(book.state);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Cabildo//Cabildo//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(book.title)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      // The book is all that the calendar follows from: the same head gives the same bytes.
      `DTSTAMP:${stamp}`,
      `DTSTART:${basic(entry.start)}`,
      ...(entry.end === null ? [] : [`DTEND:${basic(entry.end)}`]),
      `SUMMARY:${escaped(entry.calledOff ? words.calendar.calledOff(entry.summary) : entry.summary)}`,
      `DESCRIPTION:${escaped([entry.description, words.calendar.hour(time(entry.start))].filter((line) => line !== '').join('\n'))}`,
      ...(entry.place === null ? [] : [`LOCATION:${escaped(entry.place)}`]),
      `URL:${visit.base}${entry.path}`,
      `STATUS:${entry.calledOff ? 'CANCELLED' : 'CONFIRMED'}`,
      `SEQUENCE:${entry.calledOff ? 1 : 0}`,
      `TRANSP:${entry.busy && !entry.calledOff ? 'OPAQUE' : 'TRANSPARENT'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entriesOf(visit: Visit, book: BookView): Entry[] {
  return [...sittings(visit, book), ...consultations(visit, book), ...tasks(visit, book)];
}

function sittings(visit: Visit, book: BookView): Entry[] {
  const { words } = visit;
  return tableEntries(book.state.sittings).map(([index, sitting]) => {
    const { kind, place, startsAt, closedAt, notice, calledOff } = sitting;
    return {
      uid: uid('sitting', book, index),
      start: startsAt,
      // A sitting entered from paper was closed when it was written down, not before it began.
      end: closedAt !== null && closedAt > startsAt && !sitting.late ? closedAt : null,
      summary: `${capital(words.terms.sittingKind[kind])} · ${book.title}`,
      description: notice.map(({ title }, i) => `${i + 1}. ${title}`).join('\n'),
      place,
      path: `${bodyPath(book)}/sittings/${index}`,
      calledOff,
      busy: true,
    };
  });
}

function consultations({ words }: Visit, book: BookView): Entry[] {
  return tableEntries(book.state.consultations).map(([index, { title, deadline, resolution }]) => ({
    ...deadlineAt(deadline),
    uid: uid('consultation', book, index),
    summary: words.calendar.consultation(title),
    path: `${bodyPath(book)}/resolutions/${resolution}`,
  }));
}

function tasks({ words }: Visit, book: BookView): Entry[] {
  return tableEntries(book.state.tasks).map(([index, { what, due, resolution }]) => ({
    ...deadlineAt(due),
    uid: uid('task', book, index),
    summary: words.calendar.task(what),
    description: tableGet(book.state.resolutions, resolution)?.title ?? '',
    path: `${bodyPath(book)}/acts/${index}`,
  }));
}

const deadlineAt = (start: string) => ({
  start,
  end: null,
  description: '',
  place: null,
  calledOff: false,
  busy: false,
});

/** The same for ever, on every node that holds the book. */
const uid = (kind: string, { origin }: BookView, index: number | string): string =>
  `${kind}-${index}.${origin.split('/').slice(1).join('.')}@${origin.split('/')[0]}`;

const basic = (time: string): string => time.replace(/[-:]/g, '');

/** RFC 5545, 3.3.11. Control characters other than the line's end have no place in a text. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');

const LINE_OCTETS = 75;

/** RFC 5545, 3.1: no line is longer than 75 octets, and no character is parted. */
function folded(line: string): string {
  const lines: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const width = Buffer.byteLength(character);
    if (octets + width > LINE_OCTETS) {
      lines.push(part);
      // The space that begins a continued line counts.
      [part, octets] = ['', 1];
    }
    part += character;
    octets += width;
  }
  return [...lines, part].join('\r\n ');
}
