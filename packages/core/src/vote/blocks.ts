import { turnoutOf } from '@cabildo/count';
import { accept, type DraftAct } from '../decision.ts';
import { type BlockEntry, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { stands } from '../sitting/rounds.ts';
import type { Block, BodyState, Tally, Vote } from '../state.ts';
import { lastRound, openVoteBy, tellersTurn } from './entries.ts';

/**
 * One teller's hands of one block. The numbers stay in the vault until the vote is closed, and not even both tellers'
 * are told before: block by block they would be a running tally (DESIGN section 6, Tellers).
 */
export const countBlock: Handler<'CountBlock'> = {
  needs: (_ask, { vote }) => [blocksNeed(vote)],
  decide(context, { vote: index, block, round, people, ...tally }) {
    const { state, evidence } = context;
    const vote = openVoteBy(state, index, 'hands', 'mixed');
    if (!vote.ok) return vote;
    const entries = entriesOf(findingFor(evidence, blocksNeed(index)).found ?? [], block);
    const turn = tellersTurn(context, vote.value, entries, { round, of: block });
    if (!turn.ok) return turn;
    const most = handsIn(vote.value);
    if (people !== undefined && people > most)
      return refuse('more-hands-than-people', 'tellers', { needed: most, present: people });
    const hands = turnoutOf(tally);
    if (hands > (people ?? most))
      return refuse('more-hands-than-people', 'tellers', { needed: people ?? most, present: hands });
    const { teller, other } = turn.value;
    const seen = { ...tally, ...(people === undefined ? {} : { people }) };
    const record = { record: 'block-count', vote: index, block, round, teller, ...seen } as const;
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const agreed = sameHands(tally, other);
    return accept([], [record], { agreed, final: stands(state, round, agreed), round });
  },
};

export const blocksNeed = (vote: number): NeedOf<'block-counts'> => ({ fact: 'block-counts', vote });

/** How many may raise a hand: in a mixed vote those who vote neither by phone nor on paper (invariant 2). */
export const handsIn = ({ channels, present }: Vote): number => channels?.hands ?? present;

export interface NamedBlock extends Block {
  readonly block: string;
}

/**
 * The last round of every block, in the order of the blocks' names. Refused while one waits for a teller or for a
 * recount; which one, is said, but no number.
 */
export function countedBlocks(state: BodyState, all: readonly BlockEntry[]): Found<readonly NamedBlock[]> {
  const names = [...new Set(all.map(({ block }) => block))].toSorted((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) return refuse('not-counted', 'tellers', { needed: 2, present: 0 });
  const counted: NamedBlock[] = [];
  for (const block of names) {
    const last = lastRound(state, entriesOf(all, block), block, sameHands);
    if (!last.ok) return last;
    const { round, pair, agreed } = last.value;
    counted.push({ block, round, entries: pair.map(seenIn), agreed });
  }
  return { ok: true, value: counted };
}

export const blockActs = (vote: number, blocks: readonly NamedBlock[], by: DraftAct['by']): readonly DraftAct[] =>
  blocks.map((block): DraftAct => ({ act: 'BlockCounted', by, data: { vote, ...block } }));

const entriesOf = (all: readonly BlockEntry[], block: string): readonly BlockEntry[] =>
  all.filter((entry) => entry.block === block);

export const sameHands = (one: Tally, other: Tally): boolean =>
  one.yes === other.yes && one.no === other.no && one.abstain === other.abstain;

const seenIn = ({ yes, no, abstain, people }: BlockEntry): Block['entries'][number] => ({
  yes,
  no,
  abstain,
  ...(people === undefined ? {} : { people }),
});
