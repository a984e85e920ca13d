import { authority, seatHeldBy } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept, type Context, type Draft, type DraftAct } from '../decision.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { type Ballot, findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { proposalNeeds } from '../motion/check.ts';
import { effectsOf } from '../motion/effects.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { outcomeOf, sumTallies, turnoutOf } from './arithmetic.ts';
import { blocksNeed, countedBlocks } from './blocks.ts';
import { breachBy } from './cast.ts';
import { countOfHands } from './hands.ts';

export const closeVote: Handler<'CloseVote'> = {
  needs({ state }, { vote: index }) {
    const vote = tableGet(state.votes, index);
    const motion = vote === undefined ? undefined : tableGet(state.motions, vote.motion);
    if (vote === undefined || motion === undefined) return [];
    const proposal = proposalNeeds({ state }, motion.proposal);
    return [...proposal, vote.method === 'hands' ? blocksNeed(index) : { fact: 'ballots', vote: index }];
  },
  decide(context, { vote: index }) {
    const { state } = context;
    const vote = tableGet(state.votes, index);
    if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
    if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
    const result = vote.method === 'hands' ? handsResult(context, vote, index) : ballotsResult(context, vote, index);
    if ('ok' in result) return result;
    const closing: Draft<'VoteClosed'> = {
      act: 'VoteClosed',
      by: authority(context, 'rules'),
      data: { vote: index, ...result.data },
      ...(result.rollCall === undefined
        ? {}
        : { attach: { rollCall: { mediaType: 'application/json', content: result.rollCall } } }),
    };
    const before: readonly DraftAct[] = [...result.counts, closing, ...result.breaches];
    const effects = effectsOf(context, {
      vote,
      index,
      outcome: result.data.outcome,
      tally: result.data.tallies[0] ?? sumTallies([]),
      next: state.size + before.length,
    });
    const { outcome } = result.data;
    const said = effects.withoutEffect === null ? { outcome } : { outcome, withoutEffect: effects.withoutEffect };
    return accept([...before, ...effects.acts], [], said);
  },
};

interface Result {
  readonly data: Omit<ActData<'VoteClosed'>, 'vote'>;
  /** What the tellers have counted, told now. */
  readonly counts: readonly DraftAct[];
  readonly breaches: readonly DraftAct[];
  readonly rollCall?: string;
}

function handsResult(context: Context, vote: Vote, index: number): Result | Refused {
  const { state, evidence } = context;
  const blocks = countedBlocks(state, findingFor(evidence, blocksNeed(index)).found ?? []);
  if (!blocks.ok) return blocks;
  const counted = countOfHands(vote, blocks.value);
  if (counted.turnout > vote.present)
    return refuse('more-hands-than-people', 'tellers', { needed: vote.present, present: counted.turnout });
  const by = authority(context, 'tellers');
  const counts = blocks.value.map((block): DraftAct => ({ act: 'BlockCounted', by, data: { vote: index, ...block } }));
  return { data: { ...counted, dropped: 0 }, counts, breaches: [] };
}

function ballotsResult(context: Context, vote: Vote, index: number): Result {
  const { state, at, evidence } = context;
  const found = findingFor(evidence, { fact: 'ballots', vote: index }).found;
  const all = found?.all ?? [];
  const counted = countedBallots(state, all, at);
  const tally = sumTallies(counted.map(({ choice }) => ({ ...sumTallies([]), [choice]: 1 })));
  const seats = state.body?.kind === 'delegate';
  const data = {
    tallies: [tally],
    turnout: turnoutOf(tally),
    dropped: all.length - counted.length,
    outcome: outcomeOf(vote.rule, tally, vote),
    ballots: { count: counted.length, root: found?.root ?? '' },
  };
  if (!seats) return { data, counts: [], breaches: [] };
  const rollCall = JSON.stringify(
    counted.map(({ voter, choice, mandate }) => ({ seat: voter, choice, mandate: mandate?.instruction ?? null })),
  );
  return { data, counts: [], breaches: breachesIn(context, index, counted), rollCall };
}

/**
 * Which ballots count. A seat's ballot counts while the one who cast it still holds the seat (invariant 4); a base
 * member's always does. In the order of the voters' names, whatever the order of arrival.
 */
export const countedBallots = (state: BodyState, all: readonly Ballot[], at: Time): readonly Ballot[] =>
  all
    .filter(({ voter, holder }) => {
      if (state.body?.kind !== 'delegate') return true;
      const { book, seat } = parseSeatKey(voter);
      return seatHeldBy(state, book, seat, holder, at);
    })
    .toSorted((a, b) => (a.voter < b.voter ? -1 : 1));

function breachesIn({ state }: Context, vote: number, counted: readonly Ballot[]): readonly DraftAct[] {
  if (statuteOf(state)?.mandates.binding !== 'flag') return [];
  return counted.flatMap(({ voter, choice, mandate }): DraftAct[] => {
    if (mandate === undefined || breachBy(mandate.instruction, choice) === null) return [];
    const { book, seat } = parseSeatKey(voter);
    return [
      {
        act: 'MandateBreached',
        by: { office: 'statute', article: 'mandates.binding' },
        data: { vote, below: book, seat, mandate: mandate.instruction, cast: choice },
        cites: mandate.cites,
      },
    ];
  });
}
