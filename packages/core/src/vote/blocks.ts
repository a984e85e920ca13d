import { holderOf } from '../authority.ts';
import { accept } from '../decision.ts';
import { type BlockEntry, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { hasCountedBefore, inRound, isComplete, roundsOf, stands } from '../sitting/rounds.ts';
import type { Block, BodyState, Tally } from '../state.ts';
import { tableGet } from '../table.ts';
import { turnoutOf } from './arithmetic.ts';

/**
 * One teller's hands of one block. The numbers stay in the vault until the vote is closed, and not even both tellers'
 * are told before: block by block they would be a running tally (DESIGN section 6, Tellers).
 */
export const countBlock: Handler<'CountBlock'> = {
  needs: (_ask, { vote }) => [blocksNeed(vote)],
  decide({ state, actor, evidence }, { vote: index, block, round, ...tally }) {
    const vote = tableGet(state.votes, index);
    if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
    if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
    if (vote.method !== 'hands')
      return refuse('method-not-allowed', 'rules', { needed: vote.method, present: 'hands' });
    const teller = holderOf(actor);
    const tellers = tableGet(state.sittings, vote.sitting)?.tellers ?? [];
    if (teller === null || !tellers.includes(teller)) return refuse('not-allowed', 'tellers');
    const entries = entriesOf(findingFor(evidence, blocksNeed(index)).found ?? [], block);
    const due = roundsOf(entries).filter(isComplete).length + 1;
    if (round !== due) return refuse('wrong-round', 'tellers', { needed: due, present: round });
    if (hasCountedBefore(entries, teller, round)) return refuse('recount-by-others', 'tellers', { present: block });
    if (turnoutOf(tally) > vote.present)
      return refuse('more-hands-than-people', 'tellers', { needed: vote.present, present: turnoutOf(tally) });
    const [other] = inRound(entries, round);
    if (other?.teller === teller) return refuse('already-counted', 'tellers', { present: block });
    const record = { record: 'block-count', vote: index, block, round, teller, ...tally } as const;
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const agreed = agree(tally, other);
    return accept([], [record], { agreed, final: stands(state, round, agreed), round });
  },
};

export const blocksNeed = (vote: number): NeedOf<'block-counts'> => ({ fact: 'block-counts', vote });

interface NamedBlock extends Block {
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
    const rounds = roundsOf(entriesOf(all, block));
    const round = rounds.length;
    const [one, other] = rounds.at(-1) ?? [];
    if (one === undefined || other === undefined)
      return refuse('not-counted', 'tellers', { needed: 2, present: 1, detail: { block } });
    const agreed = agree(one, other);
    if (!stands(state, round, agreed))
      return refuse('counts-differ', 'tellers', { needed: round + 1, present: round, detail: { block } });
    counted.push({ block, round, entries: [tallyOf(one), tallyOf(other)], agreed });
  }
  return { ok: true, value: counted };
}

const entriesOf = (all: readonly BlockEntry[], block: string): readonly BlockEntry[] =>
  all.filter((entry) => entry.block === block);

const agree = (one: Tally, other: Tally): boolean =>
  one.yes === other.yes && one.no === other.no && one.abstain === other.abstain;

const tallyOf = ({ yes, no, abstain }: Tally): Tally => ({ yes, no, abstain });
