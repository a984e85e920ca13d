/** A meeting that is held now, as one phone keeps it: no account, roll, card or statute. Times are UTC, to the second. */
export interface Meeting {
  readonly format: 'cabildo-meeting/1';
  readonly id: string;
  readonly assembly: string;
  readonly place: string;
  /** How people were called together, in words. */
  readonly called: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** The place’s offset from UTC: minutes read on another phone keep the hall’s hours. */
  readonly offsetMinutes: number;
  readonly counts: readonly HeadCount[];
  /** Offices; names only where people want them. */
  readonly presides: string;
  readonly writes: string;
  readonly previous: PreviousMinutes;
  readonly items: readonly Item[];
  /** Where it was entered in a body’s book, as a late entry. */
  readonly entered: { readonly body: string; readonly title: string; readonly act: number } | null;
}

export const previousMinutes = ['not-read', 'approved', 'corrected', 'put-off'] as const;
export type PreviousMinutes = (typeof previousMinutes)[number];

export type HeadCount =
  | { readonly kind: 'one'; readonly at: string; readonly people: number }
  /** Two people who have not told each other. */
  | { readonly kind: 'two'; readonly at: string; readonly people: number; readonly other: number }
  /** A square: nobody has counted it, and how the range came about is said. */
  | {
      readonly kind: 'range';
      readonly at: string;
      readonly atLeast: number;
      readonly atMost: number;
      readonly method: string;
    };

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly openedAt: string | null;
  readonly notes: string;
  readonly decisions: readonly Decision[];
  readonly tasks: readonly Task[];
  readonly objections: readonly Objection[];
}

export const waysToDecide = ['hands', 'acclamation', 'consensus'] as const;
export type WayToDecide = (typeof waysToDecide)[number];

export interface Decision {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly how: WayToDecide;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** When objections were asked for, where nobody counted. */
  readonly asked: readonly string[];
  readonly adopted: boolean;
}

export interface Task {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly until: string;
}

export interface Objection {
  readonly id: string;
  readonly at: string;
  readonly text: string;
}

interface Begun {
  readonly id: string;
  readonly at: string;
  readonly offsetMinutes: number;
  readonly assembly: string;
  readonly place: string;
  readonly agenda: readonly string[];
  readonly presides: string;
  readonly writes: string;
  newId(): string;
}

export const ASKED_TIMES = 3;

export const beginMeeting = ({
  id,
  at,
  offsetMinutes,
  assembly,
  place,
  agenda,
  presides,
  writes,
  newId,
}: Begun): Meeting => ({
  format: 'cabildo-meeting/1',
  id,
  assembly,
  place,
  called: '',
  startedAt: at,
  endedAt: null,
  offsetMinutes,
  counts: [],
  presides,
  writes,
  previous: 'not-read',
  items: agenda.map((title, i) => ({ ...newItem(newId(), title), openedAt: i === 0 ? at : null })),
  entered: null,
});

export const newItem = (id: string, title: string): Item => ({
  id,
  title,
  openedAt: null,
  notes: '',
  decisions: [],
  tasks: [],
  objections: [],
});

/** One point of the agenda a line; numbers and dashes that people put before them are not part of it. */
export const agendaOf = (lines: string): readonly string[] =>
  lines
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+\s*[.):-]|[-•*])\s*/, '').trim())
    .filter((line) => line !== '');

/** What is dealt with now: the item that was taken up last. */
export function currentItem({ items, endedAt }: Meeting): Item | undefined {
  if (endedAt !== null) return undefined;
  return items
    .filter(({ openedAt }) => openedAt !== null)
    .reduce<Item | undefined>(
      (last, item) => (last === undefined || (item.openedAt ?? '') >= (last.openedAt ?? '') ? item : last),
      undefined,
    );
}

export const withItem = (meeting: Meeting, id: string, change: (item: Item) => Item): Meeting => ({
  ...meeting,
  items: meeting.items.map((item) => (item.id === id ? change(item) : item)),
});

/** Puts it in the place of the one with its id, or at the end. */
export function placed<T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] {
  return all.some(({ id }) => id === one.id) ? all.map((old) => (old.id === one.id ? one : old)) : [...all, one];
}

export const without = <T extends { readonly id: string }>(all: readonly T[], gone: string): readonly T[] =>
  all.filter(({ id }) => id !== gone);

/** How many were there, as far as it can be said: of two counts that differ the smaller, of a square nothing exact. */
export function peopleCounted({ counts }: Meeting): number | null {
  const last = counts.at(-1);
  if (last === undefined || last.kind === 'range') return null;
  return last.kind === 'one' ? last.people : Math.min(last.people, last.other);
}

/** More yes than no: what hands say where no statute says otherwise. */
export const moreYesThanNo = ({ yes, no }: Pick<Decision, 'yes' | 'no'>): boolean => yes > no;

export const handsOf = ({ yes, no, abstain }: Pick<Decision, 'yes' | 'no' | 'abstain'>): number => yes + no + abstain;
