import type { ActData } from '../catalogue/acts.ts';
import { electedIn, slateOf } from '../election/close.ts';
import { candidatesIn, contestsIn, contestsOfVote, countedIn, isElection, publicFrom } from '../election/contests.ts';
import { isBoxAlone } from '../election/entries.ts';
import { tiedContest } from '../election/lot.ts';
import { recountElection } from '../election/recount.ts';
import { anew } from '../election/state.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { drawnFrom } from '../vote/draw.ts';
import { ballotsIn } from '../vote/urn.ts';
import { type Checks, holds, same } from './check.ts';

type Found = ReturnType<typeof same>;
type Counted = ActData<'ElectionCounted'>;

/** What the book alone says of a count; the count itself is made again with the papers (`election/recount.ts`). */
export const electionChecks: Checks = {
  CandidateEntered(state, { data: { motion: index, contest, number, holder } }) {
    const motion = tableGet(state.motions, index);
    const known = contestsIn(state, motion).some((one) => one.number === contest);
    const standing = contestsIn(state, motion).flatMap((one) => candidatesIn(state, index, one.number));
    return [
      holds(known, 'statute', contest, 'a contest of the statute'),
      same('order', motion?.vote ?? null, null),
      same('order', number, candidatesIn(state, index, contest).length + 1),
      holds(!standing.some((one) => !one.withdrawn && one.holder === holder), 'count', holder, 'once'),
    ];
  },

  CandidateWithdrawn(state, { data: { motion, contest, number } }) {
    return [
      same('order', tableGet(state.motions, motion)?.vote ?? null, null),
      same('order', candidatesIn(state, motion, contest)[number - 1]?.withdrawn, false),
    ];
  },

  ElectionCounted(state, { act, index, data }) {
    const vote = tableGet(state.votes, data.vote);
    const contest = vote && contestsOfVote(state, vote).find(({ number }) => number === data.contest);
    if (vote === undefined || contest === undefined)
      return [holds(false, 'statute', data.contest, 'a contest of the statute')];
    const before = countedIn(state, data.vote, data.contest);
    // What was opened of a box is in the book: that count is made again here, with nothing but the book.
    const again = isBoxAlone(vote) ? recountElection(state, { act, index, data }, { files: [] }) : [];
    return [...ruleChecks(state, data, contest), ...paperChecks(state, data, vote), lotsFollow(data, before), ...again];
  },
};

function ruleChecks(
  state: BodyState,
  data: Counted,
  contest: ReturnType<typeof contestsOfVote>[number],
): readonly Found[] {
  const given = Object.entries(contest.options);
  const before = countedIn(state, data.vote, data.contest);
  // Drawing a lot goes on with the rule of the first count, whatever the statute says by then.
  if (before !== undefined) {
    const rule = ({ method, options, vacancy, publicFrom: from, places }: typeof before | Counted) =>
      [method, options.filter(({ option }) => !anew.includes(option)), vacancy, from, places] as const;
    return [same('rule', rule(data), rule(before))];
  }
  return [
    same('rule', [data.method, data.vacancy], [contest.method, contest.vacancy]),
    holds(
      given.every(([name, value]) => data.options.some((one) => one.option === name && one.value === value)),
      'rule',
      data.options,
      contest.options,
    ),
    same('rule', data.seats, contest.places.length),
    same('rule', data.publicFrom, publicFrom(statuteOf(state) ?? {})),
  ];
}

function paperChecks(state: BodyState, data: Counted, vote: Vote): readonly Found[] {
  const { valid, blank, invalid, spoilt } = data.papers;
  const candidates = candidatesIn(state, vote.motion, data.contest);
  const most = ballotsIn(vote);
  const papers = valid + blank + invalid + spoilt;
  return [
    holds(papers <= most, 'electorate', papers, most),
    same('count', data.box ?? null, vote.secret?.sums?.voters ?? null),
    ...data.elected.map(({ number, holder }) => {
      const candidate = candidates[number - 1];
      return same('effect', [holder, false], [candidate?.holder, candidate?.withdrawn]);
    }),
    holds(data.elected.length === 0 || data.elected.length === data.seats, 'outcome', data.elected.length, data.seats),
    holds(data.lotsRequired === undefined || data.elected.length === 0, 'outcome', data.elected, []),
  ];
}

/** A place that was left: everybody else keeps theirs, and what was drawn is drawn. */
function followed(data: Counted, before: NonNullable<ReturnType<typeof countedIn>>): Found {
  const left = data.vacated?.at(-1);
  const others = (list: Counted['elected']): readonly number[] =>
    list.flatMap(({ number }, at) => (before.elected[at]?.number === left ? [] : [number]));
  return same(
    'order',
    [data.vacated?.slice(0, -1), data.lots, others(data.elected), before.elected.some(({ number }) => number === left)],
    [before.vacated ?? [], before.lots, others(before.elected), true],
  );
}

const lotsFollow = (data: Counted, before: ReturnType<typeof countedIn>): Found =>
  before !== undefined && data.vacated !== undefined
    ? followed(data, before)
    : before === undefined
      ? same('order', data.lots, [])
      : holds(
          data.lots.length === before.lots.length + 1 && before.lots.every((lot, at) => data.lots[at] === lot),
          'order',
          data.lots,
          before.lots,
        );

/** Of a vote that is counted by candidates: what its closing says. Null of any other. */
export function electionClosed(state: BodyState, data: ActData<'VoteClosed'>): readonly Found[] | null {
  const vote = tableGet(state.votes, data.vote);
  if (vote === undefined || !isElection(state, vote)) return null;
  const counts = contestsOfVote(state, vote).map(({ number }) => countedIn(state, data.vote, number));
  return [
    same('order', vote.closed, null),
    same('count', [data.tallies, data.dropped], [[], 0]),
    holds(data.turnout <= ballotsIn(vote), 'electorate', data.turnout, ballotsIn(vote)),
    holds(
      allowed(counts, data.outcome),
      'outcome',
      data.outcome,
      counts.map((one) => one?.elected.length ?? null),
    ),
  ];
}

/** Which of two numbers that differ stood cannot be seen without the papers. */
function allowed(counts: readonly ReturnType<typeof countedIn>[], outcome: string): boolean {
  const differs = counts.some((one) => one?.agreed === false && one.elected.length === 0);
  if (differs) return true;
  const open = counts.some((one) => one?.lotsRequired !== undefined);
  const empty =
    counts.length === 0 || counts.some((one) => one?.elected.length === 0 && one.lotsRequired === undefined);
  if (empty) return outcome === 'rejected';
  return outcome === (open ? 'tied' : 'carried');
}

/** The same of a lot: it is drawn among the tied, from the digest; the act after it says whom that elects. */
export function contestLot(state: BodyState, data: ActData<'LotDrawn'>): readonly Found[] | null {
  const vote = tableGet(state.votes, data.vote);
  if (vote === undefined || !isElection(state, vote)) return null;
  const tied = tiedContest(state, vote, data.vote);
  const among = tied?.among.map(String) ?? [];
  return [
    same('outcome', [data.contest, data.among], [tied?.contest.number, among]),
    among.length === 0 ? null : same('outcome', data.drawn, drawnFrom(among, data.digest)),
  ];
}

/** Officers or delegates of an election by candidates: those that its counts elected. Null of any other vote. */
export function asElected(state: BodyState, index: number, says: object): readonly Found[] | null {
  const vote = tableGet(state.votes, index);
  if (vote === undefined || !isElection(state, vote)) return null;
  const filling = contestsOfVote(state, vote).some(
    ({ number }) => countedIn(state, index, number)?.vacated !== undefined,
  );
  if (filling) return filledFrom(state, vote, index, says);
  const slate = slateOf(state, vote.motion, electedIn(state, vote, index)) as Readonly<Record<string, unknown>> | null;
  const expected = Object.fromEntries(Object.keys(says).map((name) => [name, slate?.[name]]));
  return [same('outcome', vote.closed?.outcome, 'carried'), same('effect', says, expected)];
}

interface Named {
  readonly until?: string;
  readonly officers?: readonly { readonly office: string; readonly holder: string }[];
  readonly seats?: readonly { readonly seat: number; readonly holder: string }[];
}

/** A place was filled: each of them is there by a count of this election, up to the day to which it elected. */
function filledFrom(state: BodyState, vote: Vote, index: number, says: Named): readonly Found[] {
  const held = tableGet(state.motions, vote.motion)?.proposal;
  const counted = contestsOfVote(state, vote).flatMap(({ number }) => {
    const found = countedIn(state, index, number);
    return found?.elected.map(({ holder }, at) => `${found.places?.[at]} ${holder}`) ?? [];
  });
  const named = [
    ...(says.officers ?? []).map(({ office, holder }) => `${office} ${holder}`),
    ...(says.seats ?? []).map(({ seat, holder }) => `${seat} ${holder}`),
  ];
  return [
    same('outcome', vote.closed?.outcome, 'carried'),
    same('term', says.until, held?.kind === 'hold-election' ? held.until : null),
    ...named.map((one) => holds(counted.includes(one), 'effect', one, counted)),
  ];
}
