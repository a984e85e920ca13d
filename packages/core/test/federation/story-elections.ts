// Elections among candidates: a paper urn, two tellers who type it, a count as the statute says, a lot where it ties.
import { plusMonths, type Statute } from '../../src/index.ts';
import { announcing, type Base, convene, foundBase, type Hall, hallOf, open, openVote, table } from './assembly.ts';
import { asMember, type Done, deviceKey, Federation } from './federation.ts';
import { statuteOfMethods } from './story-votes.ts';

/** The president by plurality, the two others by transferable votes, delegates too. */
export const electing = (change: Partial<Statute> = {}): Statute =>
  statuteOfMethods({
    elections: {
      contests: [
        { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
        { offices: ['actas', 'vocalía'], method: 'scottish-stv', vacancy: 'election' },
        { method: 'scottish-stv', vacancy: 'election' },
      ],
    },
    ...change,
  });

export interface ElectionHall {
  readonly fed: Federation;
  readonly base: Base;
  readonly hall: Hall;
  readonly sitting: number;
}

/** A hall of twelve who vote on paper, convened for an election. */
export function electionHall(statute: Statute = electing(), name = 'villa-dolores'): ElectionHall {
  const fed = new Federation();
  const base = foundBase(fed, name, 16, statute);
  return { fed, base, ...sitToElect(fed, base) };
}

export function sitToElect(fed: Federation, base: Base, people = 12): Pick<ElectionHall, 'hall' | 'sitting'> {
  const hall = hallOf(base);
  fed.pass({ days: 31 });
  const sitting = convene(fed, hall, { notice: announcing('election', 'recall') });
  for (const member of base.members.slice(4, 4 + people))
    fed.must(base.origin, base.presidium, 'AdmitAtDoor', { sitting, member, channel: 'paper' });
  open(fed, hall, sitting, people);
  return { hall, sitting };
}

export const tableElection = (
  { fed, hall, sitting }: ElectionHall,
  delegates?: { to: string; seats: number[] },
): number =>
  table(fed, hall, sitting, {
    matter: 'election',
    title: 'Elección',
    proposal: {
      kind: 'hold-election',
      ...delegates,
      from: fed.now,
      until: plusMonths(fed.now, delegates === undefined ? 24 : 12),
    },
  });

export const keyOfCandidate = (member: string): string => deviceKey(`candidate ${member}`);

/** Members by their place in the roll stand in that contest. */
export function stand(
  { fed, base }: ElectionHall,
  motion: number,
  contest: number,
  places: readonly number[],
  keys = true,
): void {
  for (const place of places) {
    const holder = base.members[place] ?? '';
    const key = keys ? { key: keyOfCandidate(holder) } : {};
    fed.must(base.origin, asMember(holder), 'EnterCandidature', { motion, contest, holder, ...key });
  }
}

export interface Typed {
  readonly contest: number;
  readonly ballots: string;
  readonly papers: number;
  readonly spoilt?: number;
  readonly round?: number;
}

/** Both tellers type the same papers. */
export function type(
  { fed, hall }: Pick<ElectionHall, 'fed' | 'hall'>,
  vote: number,
  typed: Typed,
  tellers = hall.tellers,
): void {
  for (const teller of tellers) fed.must(hall.origin, teller, 'EnterBallots', { vote, spoilt: 0, round: 1, ...typed });
}

/** Officers: 4 and 5 stand for president, 6 to 9 for the two others. */
export function officersVote(world: ElectionHall): { readonly motion: number; readonly vote: number } {
  const motion = tableElection(world);
  stand(world, motion, 1, [4, 5]);
  stand(world, motion, 2, [6, 7, 8, 9]);
  return { motion, vote: openVote(world.fed, world.hall, motion, 'urn') };
}

export const closing = ({ fed, hall }: Pick<ElectionHall, 'fed' | 'hall'>, vote: number): Done =>
  fed.must(hall.origin, hall.chair, 'CloseVote', { vote });

/** A source is named, a minute passes, and the lot is drawn from it. */
export function drawLot({ fed, hall }: Pick<ElectionHall, 'fed' | 'hall'>, vote: number, seed: string): Done {
  const at = fed.now.replace(/..Z$/, '59Z');
  fed.must(hall.origin, hall.chair, 'AnnounceLot', { vote, source: 'Lotería Nacional, premio mayor', at });
  fed.pass({ minutes: 1 });
  return fed.must(hall.origin, hall.chair, 'DrawLot', { vote, seed });
}

export function playElections(): { readonly fed: Federation } {
  const world = electionHall();
  const { fed, base } = world;
  const motion = tableElection(world);
  stand(world, motion, 1, [4, 5, 10]);
  fed.must(base.origin, asMember(base.members[10] ?? ''), 'WithdrawCandidature', { motion, contest: 1, number: 3 });
  stand(world, motion, 2, [6, 7, 8, 9]);
  const vote = openVote(fed, world.hall, motion, 'urn');
  type(world, vote, { contest: 1, ballots: '6 1 0\n6 2 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '5 1 2 0\n4 3 4 0\n2 2 0\n1 4 3 0', papers: 12 });
  closing(world, vote);
  drawLot(world, vote, '27 182');
  return { fed };
}
