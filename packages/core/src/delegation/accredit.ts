import { authority } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { type ElectionFact, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { convenedSitting } from '../sitting/find.ts';
import { tableGet } from '../table.ts';
import { seatKey } from './seat-key.ts';

/** The commission of credentials: invariant 3, each condition with a refusal of its own. */
export const accreditSeat: Handler<'AccreditSeat'> = {
  needs: ({ state }, { below, seat }) => [electionNeed(state.origin, below, seat)],
  decide(context, { sitting: index, below, seat: number }) {
    const { state, evidence } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const affiliate = tableGet(state.affiliates, below);
    if (affiliate === undefined) return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    if (number > affiliate.entitlement)
      return refuse('entitlement-exceeded', 'entitlement', { needed: affiliate.entitlement, present: number });
    const finding = findingFor(evidence, electionNeed(state.origin, below, number));
    const key = seatKey(below, number);
    if (finding.found === null) return refuse('no-such-seat', 'delegates', { needed: key });
    const refused =
      credentialRefusal(context, finding.found, key) ?? presentedRefusal(context, key, finding.found, index);
    if (refused !== null) return refused;
    const { holder, alternate, until, index: election } = finding.found;
    return accept([
      {
        act: 'SeatAccredited',
        by: authority(context, 'delegates'),
        data: {
          sitting: index,
          below,
          seat: number,
          holder,
          ...(alternate === null ? {} : { alternate }),
          until,
          election: { book: below, index: election },
        },
        cites: finding.cites,
      },
    ]);
  },
};

function credentialRefusal({ at }: Context, election: ElectionFact, key: string): Refused | null {
  if (!election.bodyProven) return refuse('body-unproven', 'founding', { needed: 'BodyProven', present: key });
  if (!election.sealed) return refuse('election-not-sealed', 'seals', { needed: 'ActSealed', present: election.index });
  if (election.recalled) return refuse('delegate-recalled', 'recall', { present: key });
  if (at < election.from) return refuse('credential-not-yet-valid', 'terms', { needed: election.from, present: at });
  if (at >= election.until) return refuse('credential-expired', 'terms', { needed: election.until, present: at });
  return null;
}

/** What this book itself knows of the seat: recalls that were presented here, and this sitting's accreditation. */
function presentedRefusal(
  { state }: Context,
  key: string,
  { holder, index: election }: ElectionFact,
  sitting: number,
): Refused | null {
  const seat = tableGet(state.seats, key);
  if (seat === undefined) return null;
  // A delegate elected anew after a recall comes with a newer election; the old one stays recalled.
  if (seat.recalled.includes(holder) && election <= seat.election.index)
    return refuse('delegate-recalled', 'recall', { present: key });
  const here = seat.sitting === sitting && !seat.vacant && seat.election.index === election;
  return here ? refuse('already-accredited', 'delegates', { present: seat.act }) : null;
}

const electionNeed = (to: string, book: string, seat: number): NeedOf<'election'> => ({
  fact: 'election',
  book,
  to,
  seat,
});
