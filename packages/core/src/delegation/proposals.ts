import { lineage } from '../affiliation/lineage.ts';
import { sendsTo } from '../committee/standing.ts';
import type { Context } from '../decision.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { parityRefusal, termRefusal, twice } from '../motion/slate.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { tableEntries, tableGet } from '../table.ts';
import { parseSeatKey } from './seat-key.ts';
import { electionAt } from './serving.ts';

export const delegationProposals: ProposalRules<'elect-delegates'> = {
  'elect-delegates': {
    matters: ['election'],
    carries: 'at-once',
    checkedAgain: true,
    needs: ({ state }, { seats }) => seats.flatMap(holdersOf).flatMap((holder) => holderNeeds(state, holder)),
    refuses(context, rules, { to, from, until, seats, women }) {
      if (!sendsTo(context.state, to)) return refuse('not-affiliated', 'rules.affiliation', { needed: to });
      return (
        termRefusal(context.at, from, until, rules.terms.delegatesMonths, 'terms.delegatesMonths') ??
        inARowRefusal(context.state, rules, { to, until, seats }) ??
        parityRefusal(rules, seats.length, women) ??
        seatBySeatRefusal(context, rules, { to, until, seats }) ??
        twice(seats.map(({ seat }) => String(seat))) ??
        twice(seats.flatMap(holdersOf)) ??
        seatedElsewhere(context, { to, from, until, seats }) ??
        strangers(context, seats.flatMap(holdersOf))
      );
    },
    effects: ({ vote, by }, { to, from, until, seats, women }) => [
      {
        act: 'DelegatesElected',
        by,
        data: { vote, to, from, until, seats, ...(women === undefined ? {} : { women }) },
      },
    ],
  },
};

const holdersOf = ({ holder, alternate }: { readonly holder: string; readonly alternate?: string }): string[] =>
  alternate === undefined ? [holder] : [holder, alternate];

/** One person, one seat in the body above at a time: not by two elections either. */
function seatedElsewhere(
  { state, at }: Context,
  { to, from, until, seats }: Slate & Pick<ProposalOf<'elect-delegates'>, 'from'>,
): Refused | null {
  const refilled = new Set(seats.map(({ seat }) => seat));
  const named = new Set(seats.flatMap(holdersOf));
  for (const [key, elections] of tableEntries(state.seatsAbove)) {
    const { book, seat: number } = parseSeatKey(key);
    if (!lineage(to).includes(book) || refilled.has(number)) continue;
    // Who serves now, and who is to follow.
    for (const index of new Set([electionAt(state, book, number, at), elections.at(-1)])) {
      const election = tableGet(state.elections, index ?? -1);
      const beside = election !== undefined && at < election.until && from < election.until && election.from < until;
      const seat = beside ? election.seats.find((candidate) => candidate.seat === number) : undefined;
      const sitting = seat === undefined ? [] : [seat.recalled === null ? seat.holder : null, seat.alternate];
      const twiceSeated = sitting.find((holder) => holder !== null && named.has(holder));
      if (twiceSeated !== undefined && twiceSeated !== null)
        return refuse('holder-twice', 'delegates', { present: twiceSeated });
    }
  }
  return null;
}

type Slate = Pick<ProposalOf<'elect-delegates'>, 'to' | 'until' | 'seats'>;

/**
 * Parity is of a delegation: elected seat by seat, each slate would be of one and none would have to have a woman. Who adds
 * to a delegation that serves elects it whole; a seat that fell empty is filled alone, up to the day of its term.
 */
function seatBySeatRefusal({ state, at }: Context, rules: Statute, { to, until, seats }: Slate): Refused | null {
  if (rules.parity === undefined) return null;
  const running = tableEntries(state.seatsAbove).flatMap(([key, elections]) => {
    const { book, seat: number } = parseSeatKey(key);
    const election = tableGet(state.elections, elections.at(-1) ?? -1);
    const seat = election?.seats.find((one) => one.seat === number);
    if (!lineage(to).includes(book) || election === undefined || seat === undefined || at >= election.until) return [];
    return [{ number, until: election.until, empty: seat.recalled !== null }];
  });
  const named = new Set(seats.map(({ seat }) => seat));
  const others = running.filter(({ number }) => !named.has(number)).length;
  const fillsUp = seats.every(({ seat }) =>
    running.some((one) => one.number === seat && one.empty && until <= one.until),
  );
  return others === 0 || fillsUp
    ? null
    : refuse('parity-not-met', 'parity', { needed: others + seats.length, present: seats.length });
}

/** Whoever changes from one seat of the delegation to another serves on all the same. */
function inARowRefusal(state: BodyState, { terms: { delegatesInARow: most } }: Statute, slate: Slate): Refused | null {
  if (most === undefined) return null;
  for (const { holder } of slate.seats) {
    const served = servedInARow(state, slate.to, holder);
    if (served.terms >= most && slate.until > served.until)
      return refuse('terms-in-a-row', 'terms.delegatesInARow', { needed: most, present: served.terms });
  }
  return null;
}

/** Terms of one delegate in that body, up to the last one before somebody else was elected to the seat. */
function servedInARow(
  state: BodyState,
  to: string,
  holder: string,
): { readonly terms: number; readonly until: string } {
  let run = { terms: 0, until: '' };
  let seat: number | null = null;
  for (const [, election] of tableEntries(state.elections).toSorted(([a], [b]) => Number(a) - Number(b))) {
    if (!lineage(to).includes(election.to)) continue;
    const held = election.seats.find((candidate) => candidate.holder === holder);
    const replaced = seat !== null && election.seats.some((candidate) => candidate.seat === seat);
    if (held === undefined && replaced) [run, seat] = [{ terms: 0, until: '' }, null];
    if (held === undefined) continue;
    run = { terms: run.terms + (election.until > run.until ? 1 : 0), until: election.until };
    seat = held.seat;
  }
  return run;
}
