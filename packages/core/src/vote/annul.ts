import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';

/** Stops a vote that is open; nothing of what was counted is told. A closed one is annulled by a vote alone. */
export const annulVote: Handler<'AnnulVote'> = {
  decide(context, { vote: index, reason }) {
    const vote = tableGet(context.state.votes, index);
    if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
    if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
    return accept([{ act: 'VoteAnnulled', by: authority(context, 'rules'), data: { vote: index, reason } }]);
  },
};
