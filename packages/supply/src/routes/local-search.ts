/**
 * Moves that make rounds shorter until none does: a few stops in a row go elsewhere, forwards or backwards (relocate, or-opt);
 * two stops change places (swap); two rounds exchange their ends (2-opt*); a part of a round is driven backwards (2-opt). Only
 * moves that bring a stop beside one of its nearest are tried (granular search).
 */
import { canBeDriven, costOfRound, type Errands, nearestStops, type Round } from './errands.ts';

const LONGEST_CHAIN = 3;
const NEAREST = 20;

export function improveRounds(errands: Errands, start: readonly Round[]): readonly Round[] {
  const near = nearestStops(errands, NEAREST);
  const rounds = start.map((round) => [...round]);
  const place = placesIn(errands, rounds);
  const search: Search = { errands, rounds, place, near };
  for (let improved = true; improved; ) {
    improved = false;
    for (let stop = 1; stop < errands.places; stop++) {
      while (improveAt(search, stop)) improved = true;
    }
  }
  return rounds.filter((round) => round.length > 0);
}

interface Search {
  readonly errands: Errands;
  readonly rounds: number[][];
  /** The round of each stop, by its number. */
  readonly place: Int32Array;
  readonly near: readonly (readonly number[])[];
}

function placesIn({ places }: Errands, rounds: readonly Round[]): Int32Array {
  const place = new Int32Array(places).fill(-1);
  for (const [at, round] of rounds.entries()) for (const stop of round) place[stop] = at;
  return place;
}

/** The first move at a stop that saves something; the rounds are changed, and it says whether there was one. */
function improveAt(search: Search, stop: number): boolean {
  return (search.near[stop] as readonly number[]).some((beside) =>
    moves.some((move) => {
      const changed = move(search, stop, beside);
      return changed !== undefined && apply(search, changed);
    }),
  );
}

/** Rounds as they would be, by their numbers. */
type Change = readonly (readonly [round: number, stops: Round])[];
type Move = (search: Search, stop: number, beside: number) => Change | undefined;

function apply({ errands, rounds, place }: Search, change: Change): boolean {
  const before = change.reduce((sum, [at]) => sum + costOfRound(errands, rounds[at] as Round), 0);
  const after = change.reduce((sum, [, stops]) => sum + costOfRound(errands, stops), 0);
  if (after >= before || !change.every(([, stops]) => canBeDriven(errands, stops))) return false;
  for (const [at, stops] of change) {
    rounds[at] = [...stops];
    for (const stop of stops) place[stop] = at;
  }
  return true;
}

const roundAt = ({ rounds, place }: Search, stop: number): readonly [number, Round] => {
  const at = place[stop] as number;
  return [at, rounds[at] as Round];
};

/** A chain that begins with `stop` goes behind `beside`, in one direction or the other. */
const relocate =
  (length: number, backwards: boolean): Move =>
  (search, stop, beside) => {
    const [from, round] = roundAt(search, stop);
    const start = round.indexOf(stop);
    const chain = round.slice(start, start + length);
    if (chain.length < length || chain.includes(beside)) return undefined;
    const rest = [...round.slice(0, start), ...round.slice(start + length)];
    const [to, other] = roundAt(search, beside);
    const target = to === from ? rest : other;
    const behind = target.indexOf(beside) + 1;
    const moved = [...target.slice(0, behind), ...(backwards ? chain.toReversed() : chain), ...target.slice(behind)];
    return to === from
      ? [[to, moved]]
      : [
          [from, rest],
          [to, moved],
        ];
  };

/** `stop` changes places with what comes after `beside`. */
const swap: Move = (search, stop, beside) => {
  const [from, round] = roundAt(search, stop);
  const [to, other] = roundAt(search, beside);
  const partner = other[other.indexOf(beside) + 1];
  if (partner === undefined || partner === stop) return undefined;
  const exchange = (one: Round): Round => one.map((each) => (each === stop ? partner : each === partner ? stop : each));
  return from === to
    ? [[from, exchange(round)]]
    : [
        [from, exchange(round)],
        [to, exchange(other)],
      ];
};

/** What comes after `stop` and from `beside` on is exchanged, so that `beside` follows `stop`. */
const exchangeEnds: Move = (search, stop, beside) => {
  const [from, round] = roundAt(search, stop);
  const [to, other] = roundAt(search, beside);
  if (from === to) return undefined;
  const [behind, before] = [round.indexOf(stop) + 1, other.indexOf(beside)];
  return [
    [from, [...round.slice(0, behind), ...other.slice(before)]],
    [to, [...other.slice(0, before), ...round.slice(behind)]],
  ];
};

/** The part between `stop` and `beside` is driven backwards, so that `beside` follows `stop`. */
const turnBack: Move = (search, stop, beside) => {
  const [from, round] = roundAt(search, stop);
  if (search.place[beside] !== from) return undefined;
  const [low, high] = [round.indexOf(stop), round.indexOf(beside)];
  if (high <= low) return undefined;
  return [[from, [...round.slice(0, low + 1), ...round.slice(low + 1, high + 1).reverse(), ...round.slice(high + 1)]]];
};

const moves: readonly Move[] = [
  ...Array.from({ length: LONGEST_CHAIN }, (_, at) => relocate(at + 1, false)),
  ...Array.from({ length: LONGEST_CHAIN - 1 }, (_, at) => relocate(at + 2, true)),
  swap,
  exchangeEnds,
  turnBack,
];
