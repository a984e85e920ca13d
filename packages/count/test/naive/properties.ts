// What fair counting is expected to keep, each as one question about one profile: true, false, or null where it does not arise.
import { count } from '../../src/count.ts';
import { methods } from '../../src/methods.ts';
import { prefers } from './condorcet.ts';
import { electionOf, type NaiveProfile } from './profile.ts';

export type Question = (method: string, profile: NaiveProfile, dice: number) => boolean | null;

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

function counted(profile: NaiveProfile, method: string, lots: readonly number[] = []) {
  const seats = methods[method]?.seats === 'one' ? {} : { seats: profile.seats };
  const outcome = count(electionOf(profile), { method, ...seats, lots: lots.map((at) => String(at + 1)) });
  if (!outcome.ok) throw new Error(`${method}: ${outcome.refusal.text.en}`);
  const { elected, lotsRequired, stages, ballots } = outcome.result;
  const tied = lotsRequired?.tied.map((id) => Number(id) - 1) ?? [];
  return { elected: elected.map(({ id }) => Number(id) - 1), tied, last: stages.at(-1)?.tally ?? {}, ballots };
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const essence = (profile: NaiveProfile, method: string, name = (at: number): number => at) => {
  const { elected, tied, last, ballots } = counted(profile, method);
  const tally = Object.entries(last).map(([id, votes]): [number, string] => [name(Number(id) - 1), votes]);
  return [sorted(elected.map(name)), sorted(tied.map(name)), tally.sort(([a], [b]) => a - b), ballots];
};

/** The same with ballots and grades in another order. */
const anonymity: Question = (method, profile) => {
  const turned = {
    ...profile,
    ballots: profile.ballots.toReversed(),
    ...(profile.scores && { scores: profile.scores.toReversed() }),
  };
  return same(essence(turned, method), essence(profile, method));
};

/** Candidates in another order, with other numbers: the same people are elected, and are tied. */
const neutrality: Question = (method, profile) => {
  const name = (at: number): number => profile.candidates - 1 - at;
  const turned = {
    ...profile,
    ballots: profile.ballots.map(({ ranks, weight }) => ({ weight, ranks: ranks.map((rank) => rank.map(name)) })),
    ...(profile.scores && { scores: profile.scores.map((row) => row.toReversed()) }),
    ...(profile.costs && { costs: profile.costs.toReversed() }),
  };
  return same(essence(turned, method, name), essence(profile, method));
};

/** A weight counts as that many equal ballots. */
const repetition: Question = (method, profile, dice) => {
  const weights = profile.ballots.map(({ weight }, at) => (weight === 1 ? 1 + ((dice >> (at % 8)) & 3) : weight));
  const heavy = { ...profile, ballots: profile.ballots.map(({ ranks }, at) => ({ ranks, weight: weights[at]! })) };
  const copies = weights.flatMap((weight, at) => places(weight).map(() => at));
  const single = {
    ...profile,
    ballots: copies.map((at) => ({ ranks: profile.ballots[at]!.ranks, weight: 1 })),
    ...(profile.scores && { scores: copies.map((at) => profile.scores![at]!) }),
  };
  return same(essence(heavy, method), essence(single, method));
};

/** Who is elected without a lot, and rises on one ballot, is elected still. */
const monotonicity: Question = (method, profile, dice) => {
  const before = counted(profile, method);
  const winner = before.elected[dice % Math.max(1, before.elected.length)];
  if (before.tied.length > 0 || winner === undefined) return null;
  const which = dice % profile.ballots.length;
  // Where lots are needed now, whoever was elected before is drawn first: rising may tie, but not lose.
  const others = places(profile.candidates).filter((at) => !before.elected.includes(at));
  const after = counted(risen(profile, winner, which), method, [...before.elected, ...others]);
  return number(after.elected, winner) >= number(before.elected, winner);
};

const number = (elected: readonly number[], at: number): number => elected.filter((one) => one === at).length;

/** To the top of a ranking, into a set of approvals, a grade higher, one vote more. */
function risen(profile: NaiveProfile, winner: number, which: number): NaiveProfile {
  const rankings = profile.ballots.some(({ ranks }) => ranks.length > 1);
  const lists = profile.ballots.every(({ ranks }) => ranks.length === 1 && ranks[0]?.length === 1);
  const ballots = profile.ballots.map(({ ranks, weight }, at) => {
    if (lists && !rankings) return { ranks, weight: ranks[0]?.[0] === winner ? weight + 1 : weight };
    if (at !== which) return { ranks, weight };
    const rest = ranks.map((rank) => rank.filter((one) => one !== winner)).filter((rank) => rank.length > 0);
    return { weight, ranks: rankings ? [[winner], ...rest] : [[...rest.flat(), winner]] };
  });
  const scores = profile.scores?.map((row, at) =>
    row.map((grade, one) => (at === which && one === winner ? grade + 1 : grade)),
  );
  return { ...profile, ballots, ...(scores && { scores }) };
}

/** Whoever has a seat has it still where there is one more. */
const houseMonotonicity: Question = (method, profile) => {
  if (profile.seats >= profile.candidates && profile.ballots.some(({ ranks }) => ranks.flat().length > 1)) return null;
  const [here, there] = [counted(profile, method), counted({ ...profile, seats: profile.seats + 1 }, method)];
  if (here.tied.length > 0 || there.tied.length > 0) return null;
  return places(profile.candidates).every((at) => number(there.elected, at) >= number(here.elected, at));
};

/** Parties as blocks of voters who want all of their own candidates and nobody else's: seats by party, and exact shares. */
function partySeats(method: string, votes: readonly number[], seats: number) {
  const lists = methods[method]?.needs === 'parties';
  const own = (party: number) => places(seats).map((at) => party * seats + at);
  const ranked = methods[method]?.needs === 'ranked' || ['block', 'limited', 'plurality'].includes(method);
  const ballots = votes.map((weight, party) => ({
    weight,
    ranks: lists ? [[party]] : ranked ? own(party).map((at) => [at]) : [own(party)],
  }));
  const candidates = lists ? votes.length : votes.length * seats;
  const lots = places(candidates);
  const { elected } = counted({ candidates, seats, ballots }, method, lots);
  const all = votes.reduce((a, b) => a + b, 0);
  return votes.map((own_, party) => ({
    seats: elected.filter((at) => (lists ? at : Math.floor(at / seats)) === party).length,
    floor: Math.floor((own_ * seats) / all),
    ceiling: Math.ceil((own_ * seats) / all),
  }));
}

const votesIn = ({ ballots }: NaiveProfile): number[] => ballots.slice(0, 6).map(({ weight }) => weight);
const lowerQuota: Question = (method, profile) =>
  partySeats(method, votesIn(profile), profile.seats).every(({ seats, floor }) => seats >= floor);
const upperQuota: Question = (method, profile) =>
  partySeats(method, votesIn(profile), profile.seats).every(({ seats, ceiling }) => seats <= ceiling);

/** Whoever beats everybody else in pairs is elected. */
const condorcet: Question = (method, profile) => {
  const all = places(profile.candidates);
  const champion = all.find((a) => all.every((b) => a === b || prefers(profile, a, b) > prefers(profile, b, a)));
  if (champion === undefined) return null;
  return same(counted({ ...profile, seats: 1 }, method).elected, [champion]);
};

/** Whoever alone wins does not win alone when every ballot is turned round. */
const reversal: Question = (method, profile) => {
  const full = profile.ballots.map(({ ranks, weight }) => {
    const rest = places(profile.candidates).filter((at) => !ranks.flat().includes(at));
    return { weight, ranks: rest.length > 0 ? [...ranks, rest] : ranks };
  });
  const turned = full.map(({ ranks, weight }) => ({ weight, ranks: ranks.toReversed() }));
  const scores = profile.scores?.map((row) => row.map((grade) => 4 - grade));
  const one = { ...profile, seats: 1, ballots: full };
  const here = counted(one, method);
  const there = counted({ ...one, ballots: turned, ...(scores && { scores }) }, method);
  if (here.tied.length > 0 || there.tied.length > 0 || here.elected.length === 0) return null;
  return !same(here.elected, there.elected);
};

export const questions = {
  anonymity,
  neutrality,
  repetition,
  monotonicity,
  houseMonotonicity,
  lowerQuota,
  upperQuota,
  condorcet,
  reversal,
} satisfies Record<string, Question>;
