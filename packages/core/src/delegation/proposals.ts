import { hasRequested, lineage } from '../affiliation/lineage.ts';
import type { Context } from '../decision.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { termRefusal, twice } from '../motion/slate.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import { tableEntries, tableGet } from '../table.ts';
import { parseSeatKey } from './seat-key.ts';

export const delegationProposals: ProposalRules<'elect-delegates'> = {
  'elect-delegates': {
    matters: ['election'],
    carries: 'at-once',
    checkedAgain: true,
    needs: ({ state }, { seats }) => seats.flatMap(holdersOf).flatMap((holder) => holderNeeds(state, holder)),
    refuses(context, rules, { to, from, until, seats }) {
      if (!hasRequested(context.state, to)) return refuse('not-affiliated', 'rules.affiliation', { needed: to });
      return (
        termRefusal(context.at, from, until, rules.terms.delegatesMonths, 'terms.delegatesMonths') ??
        twice(seats.map(({ seat }) => String(seat))) ??
        twice(seats.flatMap(holdersOf)) ??
        seatedElsewhere(context, to, seats) ??
        strangers(context, seats.flatMap(holdersOf))
      );
    },
    effects: ({ vote, by }, { to, from, until, seats }) => [
      { act: 'DelegatesElected', by, data: { vote, to, from, until, seats } },
    ],
  },
};

const holdersOf = ({ holder, alternate }: { readonly holder: string; readonly alternate?: string }): string[] =>
  alternate === undefined ? [holder] : [holder, alternate];

/** One person, one seat in the body above: not by two elections either. */
function seatedElsewhere(
  { state, at }: Context,
  to: string,
  seats: ProposalOf<'elect-delegates'>['seats'],
): Refused | null {
  const refilled = new Set(seats.map(({ seat }) => seat));
  const named = new Set(seats.flatMap(holdersOf));
  for (const [key, elections] of tableEntries(state.seatsAbove)) {
    const { book, seat: number } = parseSeatKey(key);
    const election = tableGet(state.elections, elections.at(-1) ?? -1);
    if (!lineage(to).includes(book) || refilled.has(number) || election === undefined || at >= election.until) continue;
    const seat = election.seats.find((candidate) => candidate.seat === number);
    const sitting = seat === undefined ? [] : [seat.recalled === null ? seat.holder : null, seat.alternate];
    const twiceSeated = sitting.find((holder) => holder !== null && named.has(holder));
    if (twiceSeated !== undefined && twiceSeated !== null)
      return refuse('holder-twice', 'delegates', { present: twiceSeated });
  }
  return null;
}
