import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries } from '../table.ts';
import { plusDays } from '../time.ts';

/** By when a sitting on it must be convened: as soon as on any demand (article `convening`); without it within 10 days. */
const daysToSit = ({ convening }: Statute): number => convening?.days ?? 10;

/**
 * What somebody signed behind the bases' backs. Recording it puts nothing in force: it is no resolution, and becomes one
 * only if a sitting adopts its text as a pact and the bases ratify that (invariant 6).
 */
export const recordOutsidePact: Handler<'RecordOutsidePact'> = {
  needs: (_ask, { text }) => [{ fact: 'sha256', text }],
  decide(context, { with: other, text, signedBy, signedAt }) {
    const { state, at, evidence } = context;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    if (signedAt > at) return refuse('late-entry-in-future', 'ratification', { needed: at, present: signedAt });
    const textHash = findingFor(evidence, { fact: 'sha256', text }).found?.hash ?? '';
    const recorded = tableEntries(state.outsidePacts).find(([, pact]) => pact.textHash === textHash);
    const adopted = tableEntries(state.resolutions).find(
      ([, pact]) => pact.textHash === textHash && pact.pactWith !== null && pact.status !== 'rejected',
    );
    const known = recorded ?? adopted;
    if (known !== undefined) return refuse('already-received', 'ratification', { present: known[0] });
    return accept([
      {
        act: 'OutsidePactRecorded',
        by: authority(context, 'ratification'),
        data: { with: other, textHash, signedBy, signedAt, due: plusDays(at, daysToSit(rules)) },
        disclose: { text },
      },
    ]);
  },
};
