// People who elect: candidates who come and go, papers typed alike or not, lots, offices that fall empty.
import { plusMinutes, plusMonths, tableEntries, tableGet } from '../../src/index.ts';
import type { Base } from './assembly.ts';
import { asMember } from './federation.ts';
import { type Numbers, pick, type Stage } from './stage.ts';
import { electing, electionHall, keyOfCandidate } from './story-elections.ts';
import type { World } from './upper.ts';

const settled = electionHall(
  electing({
    elections: {
      contests: [
        { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
        { offices: ['actas', 'vocalía'], method: 'scottish-stv', vacancy: 'countback' },
        { method: 'scottish-stv', vacancy: 'election' },
      ],
    },
  }),
);

const newest = (world: World, of: 'motions' | 'votes'): number => {
  const { motions, votes } = baseState(world);
  return Number(tableEntries<unknown>(of === 'motions' ? motions : votes).at(-1)?.[0] ?? 0);
};

const baseOf = ({ bases }: World): Base => bases[0] as Base;
const baseState = (world: World) => world.fed.book(baseOf(world).origin).state;

function holdElection(world: World, { a }: Numbers): void {
  const { fed } = world;
  const base = baseOf(world);
  const [sitting] = baseState(world).activeSittings.slice(-1);
  const until = plusMonths(fed.now, 1 + (a % 26));
  const proposal = { kind: 'hold-election', from: fed.now, until } as const;
  const input = { sitting: sitting ?? 0, matter: 'election', title: 'Elección', text: 'Elección', proposal } as const;
  fed.do(base.origin, base.presidium, 'TableMotion', input);
}

function stands(world: World, { a, b, c }: Numbers): void {
  const base = baseOf(world);
  const holder = base.members[4 + (b % 8)] ?? '';
  const actor = c % 3 === 0 ? base.presidium : c % 7 === 1 ? asMember(base.members[15] ?? '') : asMember(holder);
  const key = c % 11 === 5 ? {} : { key: keyOfCandidate(holder) };
  const input = { motion: newest(world, 'motions'), contest: 1 + (a % 2), holder, ...key };
  world.fed.do(base.origin, actor, 'EnterCandidature', input);
}

function withdraws(world: World, { a, b }: Numbers): void {
  const base = baseOf(world);
  const input = { motion: newest(world, 'motions'), contest: 1 + (a % 2), number: 1 + (b % 4) };
  world.fed.do(base.origin, base.presidium, 'WithdrawCandidature', input);
}

function opens(world: World): void {
  const base = baseOf(world);
  world.fed.do(base.origin, base.presidium, 'OpenVote', { motion: newest(world, 'motions'), method: 'urn' });
}

const bundles = ['6 1 0\n6 2 0', '7 1 2 0\n5 2 0', '5 1 2 0\n4 3 1 0\n3 2 0', '4 2 1 0\n4 1 2 0\n4 3 0', '12 1 0'];

/** Both tellers at once, alike or not; each round by those whom the presidium has appointed for it. */
function types(world: World, { a, b, c }: Numbers): void {
  const { fed } = world;
  const base = baseOf(world);
  const vote = newest(world, 'votes');
  const contest = 1 + (a % 2);
  const { vault } = fed.book(base.origin);
  const typed = vault.ballotFiles.filter((row) => row.vote === vote && row.contest === contest);
  const round = Math.floor(typed.length / 2) + 1;
  const first = (2 * round) % base.members.length;
  const tellers = base.members.slice(first, first + 2);
  const sitting = tableGet(baseState(world).votes, vote)?.sitting ?? 0;
  fed.do(base.origin, base.presidium, 'AppointTellers', { sitting, tellers });
  for (const [place, teller] of tellers.entries()) {
    const ballots = pick(bundles, place === 1 && c % 4 === 0 ? b + 1 : b);
    const papers = c % 9 === 8 ? 13 : 12;
    fed.do(base.origin, asMember(teller), 'EnterBallots', { vote, contest, round, papers, spoilt: 0, ballots });
  }
}

function closes(world: World): void {
  const base = baseOf(world);
  world.fed.do(base.origin, base.presidium, 'CloseVote', { vote: newest(world, 'votes') });
}

function draws(world: World, { b }: Numbers): void {
  const { fed } = world;
  const base = baseOf(world);
  const vote = newest(world, 'votes');
  const at = plusMinutes(fed.now, 1);
  fed.do(base.origin, base.presidium, 'AnnounceLot', { vote, source: 'Lotería Nacional', at });
  if (b % 5 > 0) fed.pass({ minutes: 2 });
  fed.do(base.origin, base.presidium, 'DrawLot', { vote, seed: String(b) });
}

/** An officer goes, and somebody wants the place filled: the right one, or any other. */
function falls(world: World, { a, b }: Numbers): void {
  const { fed } = world;
  const base = baseOf(world);
  const officers = tableEntries(baseState(world).officers);
  if (officers.length === 0) return;
  const [office, officer] = pick(officers, a);
  if (b % 2 === 0) fed.do(base.origin, asMember(officer.holder), 'ResignOffice', { office });
  const input = { vote: newest(world, 'votes'), contest: 1 + (a % 2), left: 1 + (b % 3) };
  for (const [, { holder }] of tableEntries(baseState(world).officers))
    fed.do(base.origin, asMember(holder), 'FillVacancy', input);
}

/** What a hall does next of its own accord: mostly it does. */
function next(world: World, numbers: Numbers): void {
  const { motions, votes, candidates } = baseState(world);
  const motion = newest(world, 'motions');
  const vote = tableGet(motions, motion)?.vote ?? null;
  const closed = vote === null ? null : (tableGet(votes, vote)?.closed ?? null);
  const standing = (contest: number) => tableGet(candidates, `${motion}.${contest}`)?.length ?? 0;
  if (tableGet(motions, motion)?.proposal.kind !== 'hold-election') holdElection(world, numbers);
  else if (vote === null) {
    const missing = standing(1) < 2 ? 0 : standing(2) < 3 ? 1 : null;
    if (missing === null) opens(world);
    else stands(world, { ...numbers, a: missing });
  } else if (closed === null) {
    for (const a of [0, 1]) types(world, { ...numbers, a });
    closes(world);
  } else if (closed.outcome === 'tied') draws(world, numbers);
  else if (numbers.a % 2 === 0) falls(world, numbers);
  else holdElection(world, numbers);
}

export const electionStage: Stage = {
  given: () => {
    const { fed, base } = settled;
    const upper = { ...base, bases: [base] };
    return { fed: fed.fork(), upper, bases: [base] };
  },
  steps: [
    next,
    next,
    next,
    next,
    next,
    next,
    holdElection,
    stands,
    stands,
    stands,
    stands,
    stands,
    withdraws,
    opens,
    types,
    types,
    types,
    closes,
    draws,
    falls,
  ],
};
