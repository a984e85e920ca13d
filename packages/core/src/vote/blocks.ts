import { authority, holderOf } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Tally } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { turnoutOf } from './arithmetic.ts';

/** One teller's hands of one block. The act is written when the second teller's entry exists, with both. */
export const countBlock: Handler<'CountBlock'> = {
  needs: (_ask, { vote, block, round }) => [entriesNeed(vote, block, round)],
  decide(context, { vote: index, block, round, ...tally }) {
    const { state, actor, evidence } = context;
    const vote = tableGet(state.votes, index);
    if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
    if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
    if (vote.method !== 'hands')
      return refuse('method-not-allowed', 'rules', { needed: vote.method, present: 'hands' });
    const teller = holderOf(actor);
    const tellers = tableGet(state.sittings, vote.sitting)?.tellers ?? [];
    if (teller === null || !tellers.includes(teller)) return refuse('not-allowed', 'tellers');
    const due = (tableGet(vote.blocks, block)?.round ?? 0) + 1;
    if (round !== due) return refuse('wrong-round', 'tellers', { needed: due, present: round });
    if (turnoutOf(tally) > vote.present)
      return refuse('more-hands-than-people', 'tellers', { needed: vote.present, present: turnoutOf(tally) });
    const others = findingFor(evidence, entriesNeed(index, block, round)).found ?? [];
    if (others.some((entry) => entry.teller === teller))
      return refuse('already-counted', 'tellers', { present: block });
    const record = { record: 'block-count', vote: index, block, round, teller, ...tally } as const;
    const other = others[0];
    if (other === undefined) return accept([], [record], { waiting: 'the other teller' });
    const theirs: Tally = { yes: other.yes, no: other.no, abstain: other.abstain };
    const entries = tellers.map((name) => (name === teller ? tally : theirs));
    const agreed = tally.yes === theirs.yes && tally.no === theirs.no && tally.abstain === theirs.abstain;
    const final = agreed || round > (statuteOf(state)?.tellers.recounts ?? 0);
    return accept(
      [
        {
          act: 'BlockCounted',
          by: authority(context, 'tellers'),
          data: { vote: index, block, round, entries, agreed, final },
        },
      ],
      [record],
      { agreed, final },
    );
  },
};

const entriesNeed = (vote: number, block: string, round: number): NeedOf<'block-counts'> => ({
  fact: 'block-counts',
  vote,
  block,
  round,
});
