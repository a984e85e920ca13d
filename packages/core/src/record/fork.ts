import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableHas } from '../table.ts';
import { forkKey } from './fork-key.ts';

/**
 * Anyone may have it written down, each pair of heads once: what the node has proven from the signatures, not what somebody
 * says. It judges nobody and changes nothing; the evidence itself lies beside the other book (`forks/<n>.json`).
 */
export const recordFork: Handler<'RecordFork'> = {
  needs: (_ask, { origin }) => [forksNeed(origin)],
  decide(context, { origin }) {
    const { state, evidence } = context;
    const found = findingFor(evidence, forksNeed(origin)).found ?? [];
    const fresh = found.find(({ heads }) => !tableHas(state.forks, forkKey(origin, heads)));
    if (fresh === undefined)
      return found.length === 0
        ? refuse('evidence-missing', 'book', { needed: origin })
        : refuse('already-so', 'book', { present: origin });
    const data = { origin, heads: fresh.heads };
    return accept([{ act: 'ForkRecorded', by: authority(context, 'book'), data }]);
  },
};

const forksNeed = (origin: string): NeedOf<'forks'> => ({ fact: 'forks', origin });
