import { countsBodies, nobody, turnoutOf } from '@cabildo/count';
import type { ActData } from '../catalogue/acts.ts';
import { powersRefusal } from '../committee/standing.ts';
import { phaseOfMotion } from '../delegation/seat-class.ts';
import { slipsRefusal } from '../door/slips.ts';
import { slipsOut, withoutSlips } from '../door/standing.ts';
import { candidatesOf } from '../election/tellers.ts';
import { votableFrom } from '../mandate/referral.ts';
import { readyRefusal } from '../motion/ready.ts';
import { competenceRefusal } from '../sitting/competence.ts';
import { stands } from '../sitting/rounds.ts';
import type { BodyState, Vote } from '../state.ts';
import { matterRule, quorumForMatter, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableValues } from '../table.ts';
import type { Time } from '../time.ts';
import { handsIn, sameHands } from '../vote/blocks.ts';
import { cardsIn, delegationsIn } from '../vote/cards.ts';
import { countsOf } from '../vote/counted.ts';
import { parseDivision } from '../vote/divide.ts';
import { doubleMembersIn } from '../vote/double-members.ts';
import { drawnFrom, tiedSides } from '../vote/draw.ts';
import { breachBy } from '../vote/mandated.ts';
import { countOfBlock, resultOf } from '../vote/results.ts';
import { papersIn } from '../vote/urn.ts';
import { type Checks, holds, same } from './check.ts';
import { contestLot, electionClosed } from './elections.ts';
import { isDelegate, presentIn } from './hall.ts';

type Opened = ActData<'VoteOpened'>;

/** That candidates counted their own election is said of an election alone, and only where the statute allows it. */
const countedOwn = (state: BodyState, { motion }: Vote, { candidatesCounted }: ActData<'VoteClosed'>) =>
  candidatesCounted === undefined
    ? null
    : holds(
        statuteOf(state)?.tellers.candidates === true && candidatesOf(state, motion).size > 0,
        'statute',
        'counted by candidates',
        'others count',
      );

/** How many the hall holds for this vote: people, seats, or the weight of the delegations. */
function presentFor(state: BodyState, data: Opened, present: number, at: Time): number {
  if (data.method !== 'delegation-cards') return Math.max(present, data.electorate.count);
  const weights = data.weights ?? 'seats';
  const delegations = delegationsIn(state, {
    sitting: data.sitting,
    before: state.size,
    at,
    weights,
    phase: phaseOfMotion(state, data.motion),
  });
  return [...delegations.values()].reduce((sum, weight) => sum + weight, 0);
}

function shownDoubles(state: BodyState, data: Opened, at: Time): number | undefined {
  if (data.weights !== 'members') return undefined;
  const { sitting } = data;
  const phase = phaseOfMotion(state, data.motion);
  const delegations = delegationsIn(state, { sitting, before: state.size, at, weights: 'members', phase });
  return doubleMembersIn(state, statuteOf(state), { sitting, delegations });
}

const byName = (state: BodyState, method: Vote['method']): boolean =>
  !isDelegate(state) && (method === 'devices' || method === 'urn');

/** Those in which whoever has checked in is there, also after the hall was counted. */
const inWays: readonly Vote['method'][] = ['mixed', 'secret'];

/** Of the votes in the tallies those that came by phone or out of the ballot box. */
const fromDevices = (vote: Vote, data: ActData<'VoteClosed'>): number =>
  vote.method === 'mixed' ? turnoutOf(data.phones ?? nobody) : turnoutOf(vote.secret?.result ?? nobody);

const mostVotes = (state: BodyState, vote: Vote): number =>
  byName(state, vote.method) ? vote.electorate.count : vote.present;

/** Opening, counting and closing of votes. */
export const voteChecks: Checks = {
  VoteOpened(state, { data, at }) {
    const rules = statuteOf(state);
    const sitting = tableGet(state.sittings, data.sitting);
    const motion = tableGet(state.motions, data.motion);
    if (rules === null || sitting === undefined || motion === undefined) return [];
    const matter = matterRule(rules, motion.matter);
    const votable = votableFrom(state, data.motion) ?? at;
    const present = presentIn(state, data.sitting, sitting, at, phaseOfMotion(state, data.motion));
    const there = withoutSlips(sitting, present);
    const call = sitting.opened?.call ?? 'first';
    const needed = quorumForMatter(rules, motion.matter, call, sitting.roll);
    const { channels } = data;
    const inChannels = channels === undefined ? data.present : channels.hands + channels.phones + channels.papers;
    const before = motion.vote === null ? undefined : tableGet(state.votes, motion.vote);
    const again = before?.closed?.outcome === 'undetermined' && before.again === undefined ? motion.vote : null;
    return [
      holds(at >= votable, 'order', at, votable),
      same('count', data.doubleMembers, shownDoubles(state, data, at)),
      same('rule', [data.rule, data.and], [matter?.rule, matter?.and]),
      same('roll', data.roll, sitting.roll),
      same('electorate', data.slips ?? 0, slipsOut(sitting)),
      same('electorate', data.present, presentFor(state, data, present, at)),
      same('electorate', inChannels, data.present),
      byName(state, data.method) || inWays.includes(data.method)
        ? null
        : same('electorate', data.electorate.count, present),
      holds(sitting.opened?.quorum.met === true && there >= needed, 'quorum', there, needed),
      same('rule', slipsRefusal(rules, sitting, motion.matter)?.refusal.code, undefined),
      holds(matter?.methods.includes(data.method) === true, 'rule', data.method, matter?.methods ?? []),
      same('rule', competenceRefusal(rules, sitting, motion.matter) ?? powersRefusal(state, motion), null),
      same('order', data.again ?? null, again),
      same(
        'order',
        readyRefusal({ state, at }, sitting, data.motion, again === null ? motion : { ...motion, vote: null })?.refusal
          .code,
        undefined,
      ),
    ];
  },

  BlockCounted(state, { data }) {
    const vote = tableGet(state.votes, data.vote);
    if (vote === undefined) return [];
    const [one, other] = data.entries;
    const agreed = one !== undefined && other !== undefined && sameHands(one, other);
    return [
      same('count', data.agreed, agreed),
      ...data.entries.map((entry) =>
        holds(turnoutOf(entry) <= (entry.people ?? turnoutOf(entry)), 'electorate', turnoutOf(entry), entry.people),
      ),
      holds(stands(state, data.round, agreed), 'count', data.round, 'a recount by other tellers'),
      same('order', tableGet(vote.blocks, data.block), undefined),
      same('order', vote.closed, null),
    ];
  },

  UrnCounted(state, { data }) {
    const vote = tableGet(state.votes, data.vote);
    if (vote === undefined) return [];
    const [one, other] = data.entries;
    const agreed = same('count', one, other) === null;
    const most = papersIn(vote);
    return [
      same('count', data.agreed, agreed),
      holds(stands(state, data.round, agreed), 'count', data.round, 'a recount by other tellers'),
      ...data.entries.flatMap(({ papers, yes, no, abstain, blank, spoilt }) => [
        same('count', papers, yes + no + abstain + blank + spoilt),
        holds(papers <= most, 'electorate', papers, most),
      ]),
      same('order', vote.urn, null),
      same('order', vote.closed, null),
    ];
  },

  DelegationCardsCounted(state, { data, at }) {
    const vote = tableGet(state.votes, data.vote);
    if (vote === undefined) return [];
    const weights = cardsIn(state, vote, data.vote, at);
    return [
      same('order', vote.closed, null),
      ...data.cards.flatMap(({ below, weight, round, raised, divided }) => [
        same('count', weight, weights.get(below)),
        holds(stands(state, round, raised[0] === raised[1]), 'count', round, 'a recount by other tellers'),
        holds(raised.includes('divided') === (divided !== undefined), 'count', raised, divided),
        same('order', tableGet(vote.cards, below), undefined),
      ]),
    ];
  },

  VoteClosed(state, { data }) {
    const vote = tableGet(state.votes, data.vote);
    if (vote === undefined) return [];
    const own = countedOwn(state, vote, data);
    const elected = electionClosed(state, data);
    if (elected !== null) return [...elected, own];
    const { tallies, turnout, outcome, each, bodies } = data;
    const recalculated = resultOf(vote, countsOf(vote, data));
    const says = { tallies, turnout, outcome, ...(each && { each }), ...(bodies && { bodies }) };
    const most = mostVotes(state, vote);
    const ballots = vote.channels === undefined ? turnout : fromDevices(vote, data);
    const hands = handsIn(vote);
    const raised = resultOf(vote, tableValues(vote.blocks).map(countOfBlock)).turnout;
    const delegations = bodies === undefined ? 0 : turnoutOf(bodies[0] ?? nobody);
    return [
      same('outcome', says, recalculated),
      data.ballots === undefined ? null : same('count', data.ballots.count, ballots),
      data.ballots === undefined ? null : same('count', turnout, recalculated.turnout),
      holds(turnout <= most, 'electorate', turnout, most),
      holds(raised <= hands, 'electorate', raised, hands),
      vote.channels === undefined ? null : holds(ballots <= vote.channels.phones, 'electorate', ballots, vote.channels),
      countsBodies(vote) ? holds(delegations <= turnout, 'count', delegations, turnout) : null,
      same('order', vote.closed, null),
      own,
    ];
  },

  MandateBreached(_state, { data }) {
    // Of a divided mandate the book does not hold which seat was beyond its share; the roll call beside it does.
    const divided = data.seat !== undefined && parseDivision(data.mandate) !== null;
    return [holds(divided || breachBy(data.mandate, data.cast) !== null, 'outcome', 'breached', 'kept')];
  },

  AcclamationRecorded(state, { data, at }) {
    const rules = statuteOf(state);
    const sitting = tableGet(state.sittings, data.sitting);
    const motion = tableGet(state.motions, data.motion);
    if (rules === null || sitting === undefined || motion === undefined) return [];
    const matter = matterRule(rules, motion.matter);
    const carried = !data.countAsked && (data.method === 'acclamation' || data.objections === 0);
    const present = presentIn(state, data.sitting, sitting, at, phaseOfMotion(state, data.motion));
    return [
      same('outcome', data.carried, carried),
      same('rule', motion.matter, 'ordinary'),
      same('rule', data.rule, matter?.rule),
      holds(matter?.methods.includes(data.method) === true, 'rule', data.method, matter?.methods ?? []),
      holds(data.asked >= 3, 'count', data.asked, 3),
      same('roll', [data.present, data.roll], [present, sitting.roll]),
      sitting.crowd === null
        ? holds(sitting.opened?.quorum.met === true, 'quorum', present, sitting.opened?.quorum.needed ?? 0)
        : same('rule', data.method, 'acclamation'),
      same('order', readyRefusal({ state, at }, sitting, data.motion, motion)?.refusal.code, undefined),
      same('order', motion.countAsked ?? false, false),
    ];
  },

  VoteAnnulled(state, { data }) {
    const vote = tableGet(state.votes, data.vote);
    if (vote === undefined) return [];
    const outcome = vote.closed?.outcome ?? 'open';
    const decided = data.decidedBy === undefined ? 'open' : tableGet(state.votes, data.decidedBy)?.closed?.outcome;
    return data.decidedBy === undefined
      ? [same('order', outcome, 'open')]
      : [
          same('outcome', decided, 'carried'),
          holds(outcome !== 'carried' && outcome !== 'open', 'effect', outcome, 'none'),
        ];
  },

  LotAnnounced(state, { data, at }) {
    const vote = tableGet(state.votes, data.vote);
    const matter = vote === undefined ? undefined : tableGet(state.motions, vote.motion)?.matter;
    return [
      same('outcome', vote?.closed?.outcome, 'tied'),
      same('rule', matter, 'election'),
      same('order', vote?.lot ?? null, null),
      holds(data.at > at, 'time', data.at, at),
    ];
  },

  LotDrawn(state, { data, at }) {
    const vote = tableGet(state.votes, data.vote);
    const lot = vote?.lot ?? null;
    return [
      same('outcome', vote?.closed?.outcome, 'tied'),
      same('order', data.announced, lot?.announced),
      holds(lot !== null && at >= lot.at, 'time', at, lot?.at),
      ...(contestLot(state, data) ?? [
        same('outcome', data.among, tiedSides),
        same('outcome', data.drawn, drawnFrom(tiedSides, data.digest)),
      ]),
    ];
  },
};
