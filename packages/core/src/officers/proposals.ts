import type { Context } from '../decision.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { termRefusal, twice } from '../motion/slate.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';

export const officerProposals: ProposalRules<'elect-officers' | 'extend-term'> = {
  'elect-officers': {
    matters: ['election'],
    carries: 'at-once',
    checkedAgain: true,
    needs: ({ state }, { officers }) => officers.flatMap(({ holder }) => holderNeeds(state, holder)),
    refuses(context, rules, { officers, from, until }) {
      const unknown = officers.find(({ office }) => !rules.offices.some((known) => known.office === office));
      if (unknown !== undefined) return refuse('office-not-in-statute', 'offices', { needed: unknown.office });
      return (
        slateRefusal(rules, officers) ??
        termRefusal(context.at, from, until, rules.terms.officersMonths, 'terms.officersMonths') ??
        twice(officers.map(({ holder }) => holder)) ??
        twice(officers.map(({ office }) => office)) ??
        twice(officers.map(({ key }) => key)) ??
        strangers(
          context,
          officers.map(({ holder }) => holder),
        )
      );
    },
    effects: ({ context, vote, by }, { officers, from, until }) => [
      {
        act: 'OfficersElected',
        by,
        data: { vote, officers, from, until, signaturesNeeded: statuteOf(context.state)?.seals.signatures ?? 1 },
      },
    ],
  },

  /** Invariant 5: no body lengthens its own term, by whatever majority. */
  'extend-term': {
    matters: ['election', 'statute', 'ordinary'],
    carries: 'at-once',
    checkedAgain: false,
    refuses: ({ state }: Context, _rules, { office, until }) => {
      const present = tableGet(state.officers, office)?.until;
      return refuse('term-cannot-be-extended', 'terms', { needed: present ?? 'election', present: until });
    },
  },
};

/** Every election is of a whole list: with a presidium, and with as many officers as must sign. */
function slateRefusal(rules: Statute, officers: readonly { readonly office: string }[]): Refused | null {
  const presidium = rules.offices.filter(({ role }) => role === 'presidium').map(({ office }) => office);
  if (!officers.some(({ office }) => presidium.includes(office)))
    return refuse('offices-missing', 'offices', { needed: presidium.join(' | ') });
  const needed = rules.seals.signatures;
  return officers.length < needed ? refuse('offices-missing', 'seals', { needed, present: officers.length }) : null;
}
