import {
  type Decision,
  type HeadCount,
  type Item,
  type Meeting,
  type Objection,
  previousMinutes,
  type Task,
  waysToDecide,
} from './meeting.ts';

/** One phone’s meeting for another phone. It is what is kept here, whole: whoever has the file has the meeting. */
export const fileOfMeeting = (meeting: Meeting): string =>
  `${JSON.stringify({ ...meeting, entered: null }, null, 1)}\n`;

/** In bytes. Far above any evening, far below what would fill a phone. */
export const LONGEST_FILE = 2_000_000;

/**
 * Null for anything that is not wholly a meeting: a file comes from wherever people got it, and what stands in it is shown
 * as minutes. What else it has is left out.
 */
export function meetingOfFile(content: string): Meeting | null {
  if (content.length > LONGEST_FILE) return null;
  try {
    return meetingOf(JSON.parse(content) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof NotAMeeting) return null;
    throw error;
  }
}

class NotAMeeting extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotAMeeting();
  return value as Fields;
}

function meetingOf(value: unknown): Meeting {
  const fields = fieldsOf(value);
  if (fields.format !== 'cabildo-meeting/1') throw new NotAMeeting();
  return {
    format: 'cabildo-meeting/1',
    id: textOf(fields.id),
    assembly: textOf(fields.assembly),
    place: textOf(fields.place),
    called: textOf(fields.called),
    startedAt: timeOf(fields.startedAt),
    endedAt: fields.endedAt === null ? null : timeOf(fields.endedAt),
    offsetMinutes: offsetOf(fields.offsetMinutes),
    counts: listOf(fields.counts, countOf),
    presides: textOf(fields.presides),
    writes: textOf(fields.writes),
    previous: oneOf(previousMinutes, fields.previous),
    items: listOf(fields.items, itemOf),
    entered: null,
  };
}

function countOf(value: unknown): HeadCount {
  const { kind, at, people, other, atLeast, atMost, method } = fieldsOf(value);
  const when = timeOf(at);
  if (kind === 'one') return { kind, at: when, people: numberOf(people) };
  if (kind === 'two') return { kind, at: when, people: numberOf(people), other: numberOf(other) };
  if (kind !== 'range') throw new NotAMeeting();
  return { kind, at: when, atLeast: numberOf(atLeast), atMost: numberOf(atMost), method: textOf(method) };
}

function itemOf(value: unknown): Item {
  const { id, title, openedAt, notes, decisions, tasks, objections } = fieldsOf(value);
  return {
    id: textOf(id),
    title: textOf(title),
    openedAt: openedAt === null ? null : timeOf(openedAt),
    notes: textOf(notes),
    decisions: listOf(decisions, decisionOf),
    tasks: listOf(tasks, taskOf),
    objections: listOf(objections, objectionOf),
  };
}

function decisionOf(value: unknown): Decision {
  const { id, at, text, how, yes, no, abstain, asked, adopted } = fieldsOf(value);
  if (typeof adopted !== 'boolean') throw new NotAMeeting();
  return {
    id: textOf(id),
    at: timeOf(at),
    text: textOf(text),
    how: oneOf(waysToDecide, how),
    yes: numberOf(yes),
    no: numberOf(no),
    abstain: numberOf(abstain),
    asked: listOf(asked, timeOf),
    adopted,
  };
}

function taskOf(value: unknown): Task {
  const { id, what, who, until } = fieldsOf(value);
  return { id: textOf(id), what: textOf(what), who: textOf(who), until: textOf(until) };
}

function objectionOf(value: unknown): Objection {
  const { id, at, text } = fieldsOf(value);
  return { id: textOf(id), at: timeOf(at), text: textOf(text) };
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new NotAMeeting();
  return value;
}

function timeOf(value: unknown): string {
  const time = textOf(value);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) || Number.isNaN(Date.parse(time))) throw new NotAMeeting();
  return time;
}

function numberOf(value: unknown): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 10_000_000) throw new NotAMeeting();
  return value as number;
}

const FARTHEST_OFFSET = 14 * 60;

function offsetOf(value: unknown): number {
  if (!Number.isInteger(value) || Math.abs(value as number) > FARTHEST_OFFSET) throw new NotAMeeting();
  return value as number;
}

function listOf<T>(value: unknown, read: (one: unknown) => T): readonly T[] {
  if (!Array.isArray(value) || value.length > 500) throw new NotAMeeting();
  return value.map(read);
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new NotAMeeting();
  return found;
}
