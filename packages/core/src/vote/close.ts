import { type Count, divideSeats, sumTallies, votesAlone } from '@cabildo/count';
import { authority, seatHeldBy } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept, type Context, type Draft, type DraftAct } from '../decision.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { parseSlipName } from '../door/slip-name.ts';
import { isSlipOut } from '../door/standing.ts';
import { closeElection, electionNeeds } from '../election/close.ts';
import { isElection } from '../election/contests.ts';
import { countedByCandidates } from '../election/tellers.ts';
import { type Ballot, findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { proposalNeeds } from '../motion/check.ts';
import { effectsOf } from '../motion/effects.ts';
import { type Refused, refuse } from '../refusal.ts';
import { boxCounted, secretResultNeed } from '../secret/box.ts';
import type { BodyState, Method, Vote } from '../state.ts';
import { votesPublished } from '../statute/publicity.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { blockActs, blocksNeed, countedBlocks, handsIn } from './blocks.ts';
import { cardActs, cardBreaches, cardsNeed, countedCards } from './cards.ts';
import { parseDivision } from './divide.ts';
import { doubtedRefusal } from './entries.ts';
import { breachOfSeat, frozenSeats } from './mandated.ts';
import { countOfBlock, countOfCard, countOfUrn, countsOfSeats, resultOf, tallyOfBallots } from './results.ts';
import { countedUrn, papersIn, urnAct, urnNeed } from './urn.ts';

export const closeVote: Handler<'CloseVote'> = {
  needs({ state }, { vote: index }) {
    const vote = tableGet(state.votes, index);
    const motion = vote === undefined ? undefined : tableGet(state.motions, vote.motion);
    if (vote === undefined || motion === undefined) return [];
    if (isElection(state, vote)) return electionNeeds(state, vote, index);
    return [...proposalNeeds({ state }, motion.proposal), ...countsNeeds(vote, index)];
  },
  decide(context, { vote: index }) {
    const { state } = context;
    const vote = tableGet(state.votes, index);
    if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
    if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
    // It was opened with quorum, and is taken back by annulling it: without quorum it decides nothing.
    const doubted = doubtedRefusal(state, vote);
    if (doubted !== null) return doubted;
    if (isElection(state, vote)) return closeElection(context, vote, index);
    const result = results[vote.method](context, vote, index);
    if ('ok' in result) return result;
    const data = { ...resultOf(vote, result.counts), dropped: 0, ...result.data };
    const closing: Draft<'VoteClosed'> = {
      act: 'VoteClosed',
      by: authority(context, 'rules'),
      data: { vote: index, ...data, ...countedByCandidates(state, vote, tellersEntries(context, vote, index)) },
      ...(result.rollCall === undefined ? {} : shown(state, result.rollCall)),
    };
    const before: readonly DraftAct[] = [...result.acts, closing, ...(result.breaches ?? [])];
    const { outcome } = data;
    const effects = effectsOf(context, {
      vote,
      index,
      outcome,
      tally: data.tallies[0] ?? sumTallies([]),
      next: state.size + before.length,
    });
    const said = effects.withoutEffect === null ? { outcome } : { outcome, withoutEffect: effects.withoutEffect };
    return accept([...before, ...effects.acts], [], said);
  },
};

interface SeatVote {
  readonly seat: string;
  readonly choice: string;
  readonly mandate: string | null;
}

/** Attached for everybody, or, where the statute publishes totals alone, committed to and disclosed to members. */
const shown = (state: BodyState, seats: readonly SeatVote[]): Pick<DraftAct, 'attach' | 'disclose'> =>
  votesPublished(statuteOf(state)) === 'totals'
    ? { disclose: { seats } }
    : { attach: { rollCall: { mediaType: 'application/json', content: JSON.stringify(seats) } } };

interface Result {
  readonly counts: readonly Count[];
  readonly data?: Partial<ActData<'VoteClosed'>>;
  /** What was counted, told now. */
  readonly acts: readonly DraftAct[];
  readonly breaches?: readonly DraftAct[];
  readonly rollCall?: readonly SeatVote[];
}

type ResultBy = (context: Context, vote: Vote, index: number) => Result | Refused;

const byBallots: ResultBy = (context, vote, index) => ballotsResult(context, vote, index);

/** What is looked at when the vote is closed; a decision without a count is closed when it is written. */
function countsNeeds({ method, secret }: Vote, vote: number): readonly Need[] {
  const ballots = { fact: 'ballots', vote } as const;
  switch (method) {
    case 'hands':
      return [blocksNeed(vote)];
    case 'devices':
    case 'roll-call':
      return [ballots];
    case 'delegation-cards':
      return [cardsNeed(vote)];
    case 'urn':
      return [urnNeed(vote)];
    case 'mixed':
      return [blocksNeed(vote), urnNeed(vote), ballots];
    case 'secret':
      return [...(secret === undefined ? [] : [secretResultNeed(secret)]), urnNeed(vote)];
    case 'acclamation':
    case 'consensus':
      return [];
  }
}

/** What tellers have entered of this vote, whichever way it is counted. */
const tellersEntries = ({ evidence }: Context, vote: Vote, index: number): readonly { readonly teller: string }[] =>
  countsNeeds(vote, index).flatMap((need) => {
    if (need.fact !== 'block-counts' && need.fact !== 'urn-counts' && need.fact !== 'card-counts') return [];
    return findingFor(evidence, need as Need & NeedOf<'block-counts'>).found ?? [];
  });

const never: ResultBy = (_context, { closed }) => refuse('vote-closed', 'rules', { present: closed?.act ?? 0 });

const results: Readonly<Record<Method | 'acclamation' | 'consensus', ResultBy>> = {
  hands: (context, vote, index) => handsResult(context, vote, index),
  devices: byBallots,
  'roll-call': byBallots,
  'delegation-cards': (context, vote, index) => cardsResult(context, vote, index),
  urn: (context, _vote, index) => urnResult(context, index),
  mixed: (context, vote, index) => mixedResult(context, vote, index),
  secret: (context, vote, index) => secretResult(context, vote, index),
  acclamation: never,
  consensus: never,
};

function handsResult(context: Context, vote: Vote, index: number): Result | Refused {
  const { state, evidence } = context;
  const blocks = countedBlocks(state, findingFor(evidence, blocksNeed(index)).found ?? []);
  if (!blocks.ok) return blocks;
  const counts = blocks.value.map(countOfBlock);
  const { turnout } = resultOf(vote, counts);
  const most = handsIn(vote);
  if (turnout > most) return refuse('more-hands-than-people', 'tellers', { needed: most, present: turnout });
  return { counts, acts: blockActs(index, blocks.value, authority(context, 'tellers')) };
}

function urnResult(context: Context, index: number): Result | Refused {
  const { state, evidence } = context;
  const urn = countedUrn(state, findingFor(evidence, urnNeed(index)).found ?? []);
  if (!urn.ok) return urn;
  return { counts: [countOfUrn(urn.value)], acts: [urnAct(index, urn.value, authority(context, 'tellers'))] };
}

function cardsResult(context: Context, vote: Vote, index: number): Result | Refused {
  const counted = countedCards(context, vote, index);
  if (!counted.ok) return counted;
  const { cards, dropped } = counted.value;
  return {
    counts: cards.map(({ card }) => countOfCard(card)),
    data: { dropped },
    acts: cardActs(index, cards, authority(context, 'tellers')),
    breaches: cardBreaches(context, index, cards),
  };
}

function ballotsResult(context: Context, vote: Vote, index: number): Result {
  const { state, at, evidence } = context;
  const found = findingFor(evidence, { fact: 'ballots', vote: index }).found;
  const all = found?.all ?? [];
  const counted = countedBallots(state, all, at);
  const data = {
    dropped: all.length - counted.length,
    ballots: { count: counted.length, root: found?.root ?? '' },
  };
  if (!sitsByDelegates(state)) return { counts: [[votesAlone(tallyOfBallots(counted))]], data, acts: [] };
  const rollCall = counted.map(({ voter, choice, mandate }) => ({
    seat: voter,
    choice,
    mandate: mandate?.instruction ?? null,
  }));
  return {
    counts: countsOfSeats(counted),
    data,
    acts: [],
    breaches: breachesIn(context, vote, index, { counted, all }),
    rollCall,
  };
}

/** One vote in several channels; each that somebody votes in must have been counted (DESIGN section 6, Counted once). */
function mixedResult(context: Context, vote: Vote, index: number): Result | Refused {
  const phones = ballotsResult(context, vote, index);
  const hands = handsIn(vote) === 0 ? none : handsResult(context, vote, index);
  if ('ok' in hands) return hands;
  const urn = papersIn(vote) === 0 ? none : urnResult(context, index);
  if ('ok' in urn) return urn;
  return {
    counts: [...hands.counts, ...urn.counts, ...phones.counts],
    data: { ...phones.data, phones: sumTallies(phones.counts.flat().map(({ tally }) => tally)) },
    acts: [...hands.acts, ...urn.acts],
  };
}

const none: Result = { counts: [], acts: [] };

/** The box, and the urn where somebody drops a paper. */
function secretResult(context: Context, vote: Vote, index: number): Result | Refused {
  const box = boxCounted(context, vote, index);
  if (!box.ok) return box;
  const urn = papersIn(vote) === 0 ? none : urnResult(context, index);
  if ('ok' in urn) return urn;
  return { counts: [[votesAlone(box.value.tally)], ...urn.counts], acts: [box.value.act, ...urn.acts] };
}

/**
 * Which ballots count. A seat's ballot counts while the one who cast it still holds the seat (invariant 4); a base
 * member's always does, a slip's until it is taken out of the count. In the order of the voters' names, whatever the order of arrival.
 */
export const countedBallots = (state: BodyState, all: readonly Ballot[], at: Time): readonly Ballot[] =>
  all
    .filter(({ voter, holder }) => {
      const slip = parseSlipName(voter);
      if (slip !== null) return isSlipOut(state, slip);
      if (!sitsByDelegates(state)) return true;
      const { book, seat } = parseSeatKey(voter);
      return seatHeldBy(state, book, seat, holder, at);
    })
    .toSorted((a, b) => (a.voter < b.voter ? -1 : 1));

/** Ballots against the mandate; of a divided one those beyond the share that it gives to their choice. */
function breachesIn(
  { state }: Context,
  vote: Vote,
  index: number,
  { counted, all }: { readonly counted: readonly Ballot[]; readonly all: readonly Ballot[] },
): readonly DraftAct[] {
  if (statuteOf(state)?.mandates.binding !== 'flag') return [];
  const used = new Map<string, number>();
  // What dropped out by a recall is against the mandate all the same; of a division it has used nothing.
  const lost = all.filter((ballot) => !counted.includes(ballot));
  return [...counted, ...lost].flatMap((ballot): DraftAct[] => {
    const { voter, choice, mandate } = ballot;
    const dropped = lost.includes(ballot);
    if (mandate === undefined || (dropped && parseDivision(mandate.instruction) !== null)) return [];
    const { book, seat } = parseSeatKey(voter);
    const before = used.get(`${book} ${choice}`) ?? 0;
    used.set(`${book} ${choice}`, before + 1);
    const division = parseDivision(mandate.instruction);
    const seats = division === null ? 0 : frozenSeats(state, vote, index, book).length;
    const given = division === null ? 0 : divideSeats(seats, division)[choice];
    if (breachOfSeat(mandate.instruction, choice, { given, used: before }) === null) return [];
    return [
      {
        act: 'MandateBreached',
        by: { office: 'statute', article: 'mandates.binding' },
        data: {
          vote: index,
          below: book,
          seat,
          mandate: mandate.instruction,
          cast: choice,
          ...(dropped ? { dropped } : {}),
        },
        cites: mandate.cites,
      },
    ];
  });
}
