import { canonicalText } from '../canonical.ts';
import type { Context } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableEntries, tableHas } from '../table.ts';
import type { Statute } from './fields.ts';
import { contradiction } from './problems.ts';

export const statuteProposals: ProposalRules<'amend-statute'> = {
  'amend-statute': {
    matters: ['statute'],
    carries: 'may-wait',
    checkedAgain: true,
    needs: (_ask, { statute }) => [{ fact: 'sha256', text: canonicalText(statute) }],
    refuses: (context, _rules, { statute }) =>
      contradiction(statute, context.state.body?.kind ?? null) ?? orphaned(context, statute),
    effects: ({ context, vote, by }, { statute }) => [
      {
        act: 'StatuteAdopted',
        by,
        data: {
          statute,
          sha256: findingFor(context.evidence, { fact: 'sha256', text: canonicalText(statute) }).found?.hash ?? '',
          vote,
        },
      },
    ],
  },
};

/** An amendment must leave those in office with a presidium among them, or nobody could convene any more. */
function orphaned({ state }: Context, statute: Statute): Refused | null {
  const presidium = statute.offices.filter(({ role }) => role === 'presidium').map(({ office }) => office);
  if (state.officers.size === 0 || presidium.some((office) => tableHas(state.officers, office))) return null;
  return refuse('statute-contradiction', 'offices', {
    needed: tableEntries(state.officers)
      .map(([office]) => office)
      .join(' | '),
  });
}
