import { accept, type Draft, type DraftAct } from '../decision.ts';
import { isElection } from '../election/contests.ts';
import { findingFor, type NeedOf, type UrnEntry } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { stands } from '../sitting/rounds.ts';
import type { BodyState, Tally, Vote } from '../state.ts';
import { lastRound, openVoteBy, tellersTurn } from './entries.ts';

/** One teller's count of the papers, hidden like the hands of a block: the urn is one more of them. */
export const countUrn: Handler<'CountUrn'> = {
  needs: (_ask, { vote }) => [urnNeed(vote)],
  decide(context, { vote: index, round, ...found }) {
    const { state, evidence } = context;
    const vote = openVoteBy(state, index, 'urn', 'mixed', 'secret');
    if (!vote.ok) return vote;
    if (isElection(state, vote.value))
      return refuse('method-not-allowed', 'elections', { needed: 'EnterBallots', present: 'CountUrn' });
    const entries = findingFor(evidence, urnNeed(index)).found ?? [];
    const turn = tellersTurn(context, vote.value, entries, { round, of: 'urn' });
    if (!turn.ok) return turn;
    const most = papersIn(vote.value);
    if (found.papers > most)
      return refuse('more-hands-than-people', 'tellers', { needed: most, present: found.papers });
    const sum = found.yes + found.no + found.abstain + found.blank + found.spoilt;
    if (sum !== found.papers) return refuse('papers-do-not-add-up', 'tellers', { needed: found.papers, present: sum });
    const { teller, other } = turn.value;
    const record = { record: 'urn-count', vote: index, round, teller, ...found } as const;
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const agreed = samePapers(record, other);
    return accept([], [record], { agreed, final: stands(state, round, agreed), round });
  },
};

export const urnNeed = (vote: number): NeedOf<'urn-counts'> => ({ fact: 'urn-counts', vote });

/** How many may vote in an election: with a paper, or with a slip that was drawn. */
export const ballotsIn = (vote: Pick<Vote, 'channels' | 'electorate' | 'secret'>): number =>
  papersIn(vote) + (vote.secret?.drawn ?? 0);

/** How many may drop a paper: those whom the door has marked as voting on paper, or everybody on the vote's list. */
export const papersIn = ({ channels, electorate }: Pick<Vote, 'channels' | 'electorate'>): number =>
  channels?.papers ?? electorate.count;

type Urn = NonNullable<Vote['urn']>;
type Papers = Urn['entries'][number];

export function countedUrn(state: BodyState, all: readonly UrnEntry[]): Found<Urn> {
  const last = lastRound(state, all, 'urn', samePapers);
  if (!last.ok) return last;
  const { round, pair, agreed } = last.value;
  return { ok: true, value: { round, entries: pair.map(papersOf), agreed } };
}

export const urnAct = (vote: number, urn: Urn, by: DraftAct['by']): Draft<'UrnCounted'> => ({
  act: 'UrnCounted',
  by,
  data: { vote, ...urn },
});

/** A blank paper took part on neither side; a spoilt one says nothing that could be counted. */
export const tallyOfPapers = ({ yes, no, abstain, blank }: Papers): Tally => ({ yes, no, abstain: abstain + blank });

const papersOf = ({ papers, yes, no, abstain, blank, spoilt }: Papers): Papers => ({
  papers,
  yes,
  no,
  abstain,
  blank,
  spoilt,
});

export const samePapers = (one: Papers, other: Papers): boolean =>
  (['papers', 'yes', 'no', 'abstain', 'blank', 'spoilt'] as const).every((name) => one[name] === other[name]);
