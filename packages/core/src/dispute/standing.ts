import { seatsAt } from '../affiliation/entitlement.ts';
import { belongs, firstBook } from '../affiliation/lineage.ts';
import { bodyCountsFrom } from '../affiliation/waiting.ts';
import { seatsByTurn } from '../delegation/joint.ts';
import type { Affiliate, BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { tableGet, tableHas, tableValues } from '../table.ts';
import type { Dispute } from './state.ts';

type Disputing = Pick<BodyState, 'disputes' | 'affiliates'>;
type Hall = Pick<BodyState, 'disputes' | 'affiliates' | 'sittings' | 'body' | 'statutes' | 'predecessor'>;

const isClaimant = ({ claimants }: Dispute, book: string): boolean =>
  claimants.some((claim) => firstBook(claim.book) === firstBook(book));

/** The dispute in which that body's claim is open. */
export function openDispute({ disputes }: Pick<Disputing, 'disputes'>, book: string): Dispute | null {
  if (disputes.size === 0) return null;
  return tableValues(disputes).find((one) => one.settled === null && isClaimant(one, book)) ?? null;
}

/** A dispute, open or settled, in which all of these have claimed. */
export const disputeBetween = ({ disputes }: Pick<Disputing, 'disputes'>, books: readonly string[]): Dispute | null =>
  tableValues(disputes).find((one) => books.every((book) => isClaimant(one, book))) ?? null;

/**
 * How many seats each claimant has meanwhile (article `disputes`). Vacant: none. Shared: what the body among them that has most
 * seats here has, divided equally, and what cannot be divided stays empty; so a dispute adds no seat. Where cards weigh
 * members nothing can be divided, and a shared seat is vacant too.
 */
export function shareMeanwhile({ affiliates }: Disputing, rules: Statute, claimants: readonly string[]): number {
  if (meanwhileOf(rules) === 'vacant' || rules.weights === 'members') return 0;
  const seats = claimants.map((book) => {
    const affiliate = tableGet(affiliates, book);
    return affiliate === undefined || affiliate.ended !== undefined ? 0 : affiliate.entitlement;
  });
  return Math.floor(Math.max(0, ...seats) / claimants.length);
}

export const meanwhileOf = ({ disputes }: Statute): 'vacant' | 'shared' => disputes?.meanwhile ?? 'vacant';

/** Does that seat count now, as far as affiliation and disputes go? A seat that was lent to a claimant ends with the dispute. */
export function seatStands(state: Disputing, below: string, seat: number): boolean {
  const dispute = openDispute(state, below);
  if (dispute?.share !== undefined) return belongs(state, below) && seat <= dispute.share;
  return tableHas(state.affiliates, below) && belongs(state, below);
}

/**
 * The seats of that body in a sitting convened by that act; null: it has no business here. A frozen list forbids additions,
 * never removals: a claimant who was not seated here sits from the next convocation on.
 */
export function seatsInHall(state: Hall, below: string, convocation: number): number | null {
  const affiliate = tableGet(state.affiliates, below);
  const own =
    affiliate === undefined || affiliate.ended !== undefined ? null : ownSeats(state, below, affiliate, convocation);
  const dispute = openDispute(state, below);
  if (dispute?.share === undefined) return own;
  if (own !== null) return Math.min(own, dispute.share);
  return affiliate === undefined && dispute.act < convocation && dispute.share > 0 ? dispute.share : null;
}

function ownSeats(state: Hall, below: string, affiliate: Affiliate, convocation: number): number {
  const { convenedAt, joint = [] } = tableGet(state.sittings, convocation) ?? {};
  const waits = convenedAt !== undefined && bodyCountsFrom(state, affiliate) > convenedAt;
  return waits ? 0 : seatsByTurn(joint, below, seatsAt(affiliate, convocation));
}
