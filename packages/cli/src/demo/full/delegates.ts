import { actOf, type Done } from '../client.ts';
import { type Chair, decideByHands, type Hands } from '../hall.ts';
import type { Stage } from '../stage.ts';
import type { Upper } from '../story/founding.ts';
import type { BasePlan } from './plan.ts';
import { womenOn } from './statutes.ts';

/** Delegates for the body above: those of the roll who serve or stand in, and how long. */
export interface Delegation {
  readonly plan: BasePlan;
  readonly upper: Upper;
  readonly people: readonly string[];
  /** Who is in the hall and drops a paper where papers are counted. */
  readonly voters: readonly string[];
  /** Days of the story. */
  readonly from: number;
  readonly until: number;
  readonly hands: Hands;
}

/** As the base's statute has it: a list by hands, or candidates on paper. */
export const electDelegates = (
  stage: Stage,
  chair: Chair,
  sitting: number,
  id: string,
  asked: Delegation,
): Promise<Done> =>
  asked.plan.statute.elections?.contests.some(({ offices }) => offices === undefined) === true
    ? electOnPaper(stage, chair, sitting, id, asked)
    : electByList(stage, chair, sitting, id, asked);

/** Each seat with an alternate. */
function electByList(stage: Stage, chair: Chair, sitting: number, id: string, asked: Delegation): Promise<Done> {
  const { plan, people, hands } = asked;
  const seats = Array.from({ length: plan.seats }, (_, number) => ({
    seat: number + 1,
    holder: people[2 * number],
    alternate: people[2 * number + 1],
  }));
  const proposal = { kind: 'elect-delegates', ...termOf(stage, asked), seats, ...womenOn(plan.statute, plan.seats) };
  return decideByHands(chair, sitting, id, { ...motion, proposal, hands });
}

/**
 * Each candidate stands with an alternate of their own, one more than there are seats. The papers: everybody puts another one
 * first, in turns, the first ones a little oftener, and then goes down the list.
 */
async function electOnPaper(
  stage: Stage,
  { body, presidium, tellers }: Chair,
  sitting: number,
  id: string,
  asked: Delegation,
): Promise<Done> {
  const { plan, people, voters } = asked;
  const seats = Array.from({ length: plan.seats }, (_, number) => number + 1);
  const proposal = { kind: 'hold-election', ...termOf(stage, asked), seats };
  const tabled = await presidium.must(body, 'TableMotion', { sitting, ...motion, proposal }, `${id}/table`);
  const index = actOf(tabled, 'MotionTabled').index;
  const candidates = [...seats, seats.length + 1];
  for (const number of candidates) {
    const [holder, alternate] = people.slice(2 * (number - 1));
    await presidium.must(
      body,
      'EnterCandidature',
      { motion: index, contest: 1, holder, alternate, ...womanWhere(plan, number) },
      `${id}/candidate-${number}`,
    );
  }
  for (const member of voters) {
    const admitted = { sitting, member, channel: 'paper' };
    await presidium.must(body, 'AdmitAtDoor', admitted, `${id}/paper-${member}`);
  }
  const opened = await presidium.must(body, 'OpenVote', { motion: index, method: 'urn' }, `${id}/vote`);
  const vote = actOf(opened, 'VoteOpened').index;
  const papers = voters.length;
  const typed = { vote, contest: 1, round: 1, papers, spoilt: 0, ballots: ballotsOf(candidates, papers) };
  for (const teller of tellers) await teller.must(body, 'EnterBallots', typed, `${id}/papers-${teller.name}`);
  return presidium.must(body, 'CloseVote', { vote }, `${id}/close`);
}

const motion = {
  matter: 'election',
  title: 'Delegados',
  text: 'Titulares y suplentes, revocables en cualquier momento.',
};

const termOf = (stage: Stage, { upper, from, until }: Delegation) => ({
  to: upper.origin,
  from: stage.calendar.time(from, 0),
  until: stage.calendar.time(until, 0),
});

const womanWhere = ({ statute }: BasePlan, number: number): { readonly woman?: boolean } =>
  statute.parity === undefined ? {} : { woman: number % 2 === 1 };

/** BLT lines; the first candidate has most first places, nobody as many as another. */
function ballotsOf(candidates: readonly number[], papers: number): string {
  const shares = candidates.map((_, place) => candidates.length - place);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const firsts = shares.map((share) => Math.floor((papers * share) / all));
  const rest = papers - firsts.reduce((sum, count) => sum + count, 0);
  return candidates
    .map((_, place) => {
      const order = [...candidates.slice(place), ...candidates.slice(0, place)];
      return `${(firsts[place] ?? 0) + (place === 0 ? rest : 0)} ${order.join(' ')} 0`;
    })
    .filter((line) => !line.startsWith('0 '))
    .join('\n');
}
