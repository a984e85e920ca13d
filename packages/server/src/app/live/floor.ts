import {
  allowedFor,
  type BodyState,
  type Floor,
  type FloorEntry,
  floorOf,
  groupLeft,
  orderOf,
  parseSlipName,
  type SpeakingRules,
  type SpeechKind,
  speakingRules,
  spokenBy,
  type Time,
  type Turn,
  tableGet,
} from '@cabildo/core';

/** Who speaks and who has asked for the floor, as a screen is told it. */
export interface LiveFloor {
  readonly item: number;
  /** Null: what the sitting talks about beside its motions. */
  readonly motion: number | null;
  /** Of the motion. */
  readonly title: string | null;
  /** How much has happened on the sitting’s lists: whoever keeps names beside them asks anew when it grows. */
  readonly changes: number;
  readonly speaking: LiveTurn | null;
  /** How many were interrupted and go on after that. */
  readonly interrupted: number;
  /** Numbers in the order in which they are called up. */
  readonly order: readonly number[];
  /** The first of them. */
  readonly next: readonly LiveTurn[];
  readonly waiting: number;
  /** Turns that were taken on this item and are in no act yet. */
  readonly heard: number;
  readonly rules: SpeakingRules;
  /** The asker’s own numbers, on any item. */
  readonly mine: readonly { readonly number: number; readonly item: number; readonly kind: SpeechKind }[];
}

export interface LiveTurn {
  readonly number: number;
  readonly kind: SpeechKind;
  /** The body that sends, or the sector. */
  readonly from: string | null;
  /** How somebody without a phone is called up: for those who are of the body. */
  readonly label: string | null;
  /** Of somebody on the roll: for those who run the sitting. */
  readonly name: string | null;
  /** Its number where somebody speaks on a slip: for those who run the sitting. */
  readonly slip: number | null;
  /** Seconds spoken before `since`, and since when the clock runs. */
  readonly seconds: number;
  readonly since: Time | null;
  /** How long the turn may last; null without a clock. */
  readonly allowed: number | null;
  /** What the body or sector had left on this item when the turn began; null where it has no limit. */
  readonly left: number | null;
}

/** The part of it that goes to every open stream: small, and nobody’s own. */
export type PulseFloor = Pick<
  LiveFloor,
  'item' | 'changes' | 'speaking' | 'interrupted' | 'order' | 'next' | 'waiting'
>;

export interface FloorReader {
  /** A member or the seat of a delegate; null: nobody known. */
  readonly holder: string | null;
  readonly runs: boolean;
  nameOf(holder: string): string | null;
}

/** Of a list that is longer nobody reads more than this at once. */
const most = 40;
/** A pulse is small: the rest is asked for by those who show it. */
const mostInPulse = { order: 24, next: 3, from: 24 };

/** What the list of the item at hand looks like to that reader; null as long as nobody can speak. */
export function liveFloor(
  state: BodyState,
  sitting: number,
  entries: readonly FloorEntry[],
  reader: FloorReader,
): LiveFloor | null {
  const found = tableGet(state.sittings, sitting);
  if (found === undefined || found.opened === null || found.closedAt !== null) return null;
  const rules = speakingRules(state);
  const floor = floorOf(entries);
  // As the last one left it: what runs meanwhile a screen counts by itself, or every second would be news for a whole hall.
  const at = entries.at(-1)?.at ?? state.at;
  const item = itemAtHand(state, sitting, floor);
  const order = orderOf(floor, item, rules, at);
  const shown = (turn: Turn): LiveTurn => turnShown(state, floor, turn, { at, rules, reader });
  const speaking = floor.turns.find(({ number }) => number === floor.speaking[0]);
  return {
    item,
    motion: item === sitting ? null : item,
    title: tableGet(state.motions, item)?.title ?? null,
    changes: entries.length,
    speaking: speaking === undefined ? null : shown(speaking),
    interrupted: Math.max(0, floor.speaking.length - 1),
    order: order.slice(0, most).map(({ number }) => number),
    next: order.slice(0, most).map(shown),
    waiting: order.length,
    heard: floor.turns.filter((turn) => turn.item === item && turn.begun !== null && !turn.accounted).length,
    rules,
    mine: reader.holder === null ? [] : ownTurns(floor, reader.holder),
  };
}

export function pulseOfFloor(floor: LiveFloor | null): PulseFloor | null {
  if (floor === null) return null;
  const { item, changes, speaking, interrupted, order, next, waiting } = floor;
  return {
    item,
    changes,
    speaking: speaking === null ? null : everybodys(speaking),
    interrupted,
    order: order.slice(0, mostInPulse.order),
    next: next.slice(0, mostInPulse.next).map(everybodys),
    waiting,
  };
}

const everybodys = (turn: LiveTurn): LiveTurn => ({
  ...turn,
  from: turn.from?.slice(0, mostInPulse.from) ?? null,
  label: null,
  name: null,
  slip: null,
});

const ownTurns = ({ turns }: Floor, holder: string): LiveFloor['mine'] =>
  turns
    .filter((turn) => turn.holder === holder && ['waiting', 'speaking', 'interrupted'].includes(turn.standing))
    .map(({ number, item, kind }) => ({ number, item, kind }));

/** Where somebody speaks; else what is voted; else the first motion that is talked about; else the sitting itself. */
function itemAtHand(state: BodyState, sitting: number, floor: Floor): number {
  const speaking = floor.turns.find(({ number }) => number === floor.speaking.at(-1));
  if (speaking !== undefined) return speaking.item;
  const { motions = [], debatesEnded = [] } = tableGet(state.sittings, sitting) ?? {};
  const whole = motions.filter((index) => {
    const motion = tableGet(state.motions, index);
    return motion !== undefined && motion.part === null && motion.proposal.kind !== 'amend-motion';
  });
  const isOpen = (index: number): boolean => {
    const vote = tableGet(state.motions, index)?.vote ?? null;
    return vote !== null && tableGet(state.votes, vote)?.closed === null;
  };
  const talkedAbout = whole.filter((index) => {
    const motion = tableGet(state.motions, index);
    return motion?.vote === null && motion.end === null && !motion.debateClosed && !debatesEnded.includes(index);
  });
  const asked = [...talkedAbout, sitting].find((item) =>
    floor.turns.some((turn) => turn.item === item && turn.standing === 'waiting'),
  );
  return whole.find(isOpen) ?? asked ?? talkedAbout[0] ?? sitting;
}

function turnShown(
  state: BodyState,
  floor: Floor,
  turn: Turn,
  { at, rules, reader }: { readonly at: Time; readonly rules: SpeakingRules; readonly reader: FloorReader },
): LiveTurn {
  const { number, kind, body, sector, holder, label, seconds, since } = turn;
  const left = groupLeft(floor, turn, rules, at);
  return {
    number,
    kind,
    from: body === null ? sector : (tableGet(state.affiliates, body)?.title ?? body),
    label: reader.holder === null ? null : label,
    name: reader.runs && holder !== null ? reader.nameOf(holder) : null,
    slip: reader.runs && holder !== null ? (parseSlipName(holder)?.number ?? null) : null,
    seconds,
    since,
    allowed: allowedFor(floor, turn, rules, at),
    left: left === null ? null : left + spokenBy(turn, at),
  };
}
