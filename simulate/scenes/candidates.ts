// Elections among candidates: they stand, papers are put into an urn and typed by two tellers, lots are drawn, places fall empty.
import { plusMinutes, plusMonths, tableEntries, tableGet } from '@cabildo/core';
import {
  appoint,
  type Base,
  dataOf,
  keyOf,
  nameOf,
  openVote,
  table,
} from '../../packages/core/test/federation/assembly.ts';
import { asMember, type Done } from '../../packages/core/test/federation/federation.ts';
import { type Simulation, Stopped } from '../world.ts';
import { handedOver } from './officers.ts';
import { actOf, inHall, type Playing } from './sitting.ts';

type Wish = NonNullable<Parameters<typeof inHall>[4]>;

/** Where the statute says how candidates are counted no list is voted. */
export const countsCandidates = (sim: Simulation, { origin }: Base): boolean =>
  sim.book(origin).state.statute?.rules.elections !== undefined;

interface Standing {
  readonly holder: string;
  readonly alternate?: string;
}

interface Election {
  readonly to?: string;
  readonly seats?: number[];
  readonly months: number;
  /** Who stands in each contest; whoever comes last withdraws. */
  readonly standing: readonly (readonly Standing[])[];
}

/** Who presides and who writes stand again, each against others. */
export function* electOfficers(sim: Simulation, base: Base, months: number, wish: Wish = {}): Playing<Done> {
  const { members, presidium, secretary } = base;
  const incumbents = [nameOf(presidium), nameOf(secretary)];
  const tellers = base.tellers.map(nameOf);
  const fresh = members.filter((member) => !incumbents.includes(member) && !tellers.includes(member));
  const [first = '', second = ''] = incumbents;
  const at = sim.chance.below(fresh.length);
  const [a = '', b = '', c = '', d = ''] = [...fresh.slice(at), ...fresh.slice(0, at)];
  const standing = [
    [{ holder: first }, { holder: a }, { holder: d }],
    [{ holder: second }, { holder: b }, { holder: c }],
  ];
  return yield* elect(sim, base, { months, standing }, wish);
}

/** Two seats; whoever has most votes comes with an alternate. */
export function* electDelegation(sim: Simulation, base: Base, to: string, days: number): Playing<Done> {
  const [, , , , a = '', b = '', c = '', d = ''] = base.members;
  const standing = [[{ holder: a, alternate: d }, { holder: b }, { holder: c }]];
  const months = Math.floor(days / 31);
  return yield* elect(sim, base, { to, seats: [1, 2], months, standing }, {});
}

function elect(sim: Simulation, base: Base, election: Election, wish: Wish): Playing<Done> {
  const { origin } = base;
  return inHall(
    sim,
    base,
    ['election'],
    function* ({ sitting }) {
      const chair = wish.chair ?? base.presidium;
      const { length } = base.members;
      const voters = base.members.slice(sim.chance.below(length - 3));
      for (const member of voters) sim.do(origin, chair, 'AdmitAtDoor', { sitting, member, channel: 'paper' });
      const { to, seats, months } = election;
      const delegation = to === undefined ? {} : { to, seats: seats ?? [] };
      const motion = table(sim, { origin, chair }, sitting, {
        matter: 'election',
        title: 'Elección',
        proposal: { kind: 'hold-election', ...delegation, from: sim.now, until: plusMonths(sim.now, months) },
      });
      enter(sim, { ...base, presidium: chair }, motion, election);
      yield sim.chance.below(10);
      const vote = openVote(sim, { origin, chair }, motion, 'urn');
      yield sim.chance.below(10);
      for (const contest of election.standing.keys()) typed(sim, { ...base, presidium: chair }, vote, contest + 1);
      const closed = sim.must(origin, chair, 'CloseVote', { vote });
      return yield* drawn(sim, origin, chair, closed, vote);
    },
    { full: true, ...wish },
  );
}

/** Some say themselves that they stand, some are noted; whoever comes last in a contest may think better of it. */
function enter(sim: Simulation, base: Base, motion: number, { to, standing }: Election): void {
  const { origin, presidium } = base;
  for (const [position, candidates] of standing.entries())
    for (const { holder, alternate } of candidates) {
      const key = to === undefined ? { key: keyOf(origin, `candidatura ${holder}`) } : {};
      const actor = sim.chance.happens(0.5) ? asMember(holder) : presidium;
      const second = alternate === undefined ? {} : { alternate };
      sim.do(origin, actor, 'EnterCandidature', { motion, contest: position + 1, holder, ...key, ...second });
    }
  const last = standing[0]?.at(-1);
  if (last !== undefined && sim.chance.happens(0.5)) {
    const number = standing[0]?.length ?? 0;
    sim.do(origin, asMember(last.holder), 'WithdrawCandidature', { motion, contest: 1, number });
  }
}

/** Two tellers type what is read out; now and then one mistypes, and two others type it all again. */
function typed(sim: Simulation, base: Base, vote: number, contest: number): void {
  const { origin, tellers, presidium } = base;
  const papers = papersOf(sim, origin, vote, contest);
  const text = (list: readonly string[]): string => list.map((ranks) => `1 ${ranks} 0`).join('\n');
  const spoilt = sim.chance.happens(0.2) && papers.length > 1 ? 1 : 0;
  const read = papers.slice(spoilt);
  const enter = (teller: Base['tellers'][number], round: number, list: readonly string[]) =>
    sim.do(origin, teller, 'EnterBallots', {
      vote,
      contest,
      round,
      papers: papers.length,
      spoilt,
      ballots: text(list),
    });
  const mistyped = sim.chance.happens(0.2);
  enter(tellers[0], 1, read);
  enter(tellers[1], 1, mistyped ? read.with(0, read[0] === '1' ? '2' : '1') : read);
  if (!mistyped) return;
  const { candidates, votes } = sim.book(origin).state;
  const { sitting, motion } = tableGet(votes, vote) ?? { sitting: 0, motion: 0 };
  // Nobody types the papers of their own election, nor once more what they have typed already.
  const busy = tableEntries(candidates)
    .filter(([key]) => key.startsWith(`${motion}.`))
    .flatMap(([, standing]) => standing.flatMap(({ holder, alternate }) => [holder, alternate ?? '']))
    .concat(tellers.map(nameOf));
  const [one, other] = base.members.filter((member) => !busy.includes(member)).map(asMember);
  if (!one || !other) return;
  const again = [one, other] as const;
  appoint(sim, { origin, chair: presidium }, sitting, again);
  for (const teller of again) enter(teller, 2, read);
  appoint(sim, { origin, chair: presidium }, sitting, tellers);
}

/** As many as went into the urn; each ranks some of those who stand, the first named the most often. */
function papersOf(sim: Simulation, origin: string, vote: number, contest: number): string[] {
  const { state, vault } = sim.book(origin);
  const { sitting, motion } = tableGet(state.votes, vote) ?? { sitting: -1, motion: -1 };
  const people = new Set(
    vault.attendance.flatMap((row) => (row.sitting === sitting && row.channel === 'paper' ? [row.holder] : [])),
  );
  const standing = (tableGet(state.candidates, `${motion}.${contest}`) ?? []).flatMap(({ withdrawn }, at) =>
    withdrawn ? [] : [at + 1],
  );
  return Array.from({ length: people.size }, () => {
    const left = [...standing];
    const ranks: number[] = [];
    for (let most = 1 + sim.chance.below(left.length); most > 0 && left.length > 0; most--) {
      const at = sim.chance.happens(0.4) ? 0 : sim.chance.below(left.length);
      ranks.push(...left.splice(at, 1));
    }
    return ranks.join(' ');
  });
}

/** One lot after the other, each from a source that is named before it speaks. */
function* drawn(sim: Simulation, origin: string, chair: Base['presidium'], closed: Done, vote: number): Playing<Done> {
  let last = closed;
  let { outcome } = dataOf(closed, 'VoteClosed') as { outcome: string };
  for (let lots = 0; lots < 4 && outcome === 'tied'; lots++) {
    const at = plusMinutes(sim.now, 15);
    sim.must(origin, chair, 'AnnounceLot', { vote, source: 'Lotería Nacional, premio mayor', at });
    yield 30;
    last = sim.must(origin, chair, 'DrawLot', { vote, seed: String(sim.chance.below(100_000)) });
    outcome = dataOf(last, 'LotDrawn').outcome ?? 'carried';
  }
  return last;
}

/** An election of officers; then whoever presides gives up, and whoever was next by votes follows without a new vote. */
export function* falls(sim: Simulation, base: Base): Playing<void> {
  if (!countsCandidates(sim, base)) return;
  const done = yield* electOfficers(sim, base, 6 + sim.chance.below(12));
  actOf(done, 'OfficersElected');
  yield* handedOver(sim, base);
  yield 24 * 60 * (1 + sim.chance.below(10));
  sim.must(base.origin, base.presidium, 'ResignOffice', { office: 'presidencia' });
  yield sim.chance.below(24 * 60);
  const { contests } = sim.book(base.origin).state;
  const [key = '', counted] = tableEntries(contests).findLast(([, { places }]) => places?.[0] === 'presidencia') ?? [];
  const vote = Number(key.split('.')[0]);
  const left = counted?.elected[0]?.number;
  if (left === undefined) throw new Stopped('nobody had been elected');
  const input = { vote, contest: 1, left };
  const filled = sim.do(base.origin, base.secretary, 'FillVacancy', input);
  if (filled.ok) yield* handedOver(sim, base);
  else {
    const chair = base.secretary;
    const again = yield* electOfficers(sim, base, 6, { chair });
    actOf(again, 'OfficersElected');
    yield* handedOver(sim, base);
  }
}
