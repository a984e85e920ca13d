import { aboveOf } from '../affiliation/cycle.ts';
import { lineage } from '../affiliation/lineage.ts';
import type { Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { twice } from '../motion/slate.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';

type Proposed = ProposalOf<'split'>;

export const splitProposals: ProposalRules<'split'> = {
  split: {
    matters: ['dissolution'],
    carries: 'may-wait',
    checkedAgain: true,
    needs: ({ state }) => aboveOf(state).map((above) => seatsNeed(state, above)),
    refuses: (context, _rules, proposal) => partsRefusal(context.state, proposal) ?? seatsRefusal(context, proposal),
    effects: ({ context: { state, evidence }, vote, by }, { kind: _kind, ...split }) => [
      {
        act: 'BodySplit',
        by,
        data: { vote, ...split },
        cites: aboveOf(state).flatMap((above) => findingFor(evidence, seatsNeed(state, above)).cites),
      },
    ],
  },
};

/** Two parts or more, and among them the whole roll of the sitting. */
function partsRefusal(state: BodyState, { parts }: Proposed): Refused | null {
  const double = twice(parts.map(({ body }) => body));
  if (double !== null) return double;
  const people = parts.reduce((sum, { members }) => sum + members, 0);
  // Once the bases have ratified it there is no sitting any more: the roll was that of the one that decided.
  const roll = tableGet(state.sittings, state.activeSittings.at(-1) ?? -1)?.roll ?? people;
  return parts.length < 2 || people !== roll
    ? refuse('parts-do-not-add-up', 'affiliation.splitting', { needed: roll, present: people })
    : null;
}

/** In each body above, all parts together have no more seats than the body has there now (DESIGN section 6, Frozen). */
function seatsRefusal({ state, evidence }: Context, { parts, seats }: Proposed): Refused | null {
  const known = aboveOf(state);
  const strange = seats.find(({ above }) => !known.some((book) => lineage(book).includes(above)));
  if (strange !== undefined) return refuse('not-affiliated', 'rules.affiliation', { needed: strange.above });
  for (const above of known) {
    const row = seats.find((one) => lineage(above).includes(one.above));
    const needed = findingFor(evidence, seatsNeed(state, above)).found?.seats ?? null;
    if (needed === null) return refuse('evidence-missing', 'affiliation.splitting', { needed: above });
    if (row === undefined || row.seats.length !== parts.length)
      return refuse('parts-do-not-add-up', 'affiliation.splitting', {
        needed: parts.length,
        present: row?.seats.length ?? 0,
      });
    const present = row.seats.reduce((sum, one) => sum + one, 0);
    if (present > needed) return refuse('split-adds-seats', 'affiliation.splitting', { needed, present });
  }
  return null;
}

const seatsNeed = ({ origin }: Pick<BodyState, 'origin'>, book: string): NeedOf<'seats-given'> => ({
  fact: 'seats-given',
  book,
  below: origin,
});
