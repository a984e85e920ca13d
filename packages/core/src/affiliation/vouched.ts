import { seatKey } from '../delegation/seat-key.ts';
import { type Evidence, type Finding, findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Affiliate, BodyState } from '../state.ts';
import { neighboursNeeded, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { affiliatedSince, firstBook, lineage } from './lineage.ts';

/**
 * Does this assembly know the body by more than its own papers? It was here before the founding of the assembly was complete,
 * it has sat here, or it is a part of a body of which either is so. Bodies that witness each other lead back to none of them.
 */
export function isVouched(state: BodyState, below: string): boolean {
  const proven = state.body?.proven ?? null;
  if (proven === null || state.body?.kind !== 'delegate') return true;
  const affiliate = tableGet(state.affiliates, below);
  // A claimant of a disputed seat takes a share of seats that are here already.
  if (affiliate === undefined || affiliatedSince(affiliate) < proven || hasSat(state, below, affiliate)) return true;
  return affiliate.partOf !== undefined && isVouched(state, affiliate.partOf);
}

function hasSat({ seats }: BodyState, below: string, { entitlement, before = [] }: Affiliate): boolean {
  const most = Math.max(entitlement, ...before.map((one) => one.seats));
  return lineage(below).some((book) =>
    Array.from({ length: most }, (_, i) => seatKey(book, i + 1)).some((key) => tableHas(seats, key)),
  );
}

type Named = readonly string[] | undefined;

export const vouchingNeeds = (below: string, witnesses: Named): readonly NeedOf<'founding-witness'>[] =>
  [...new Set(witnesses)].map((book) => ({ fact: 'founding-witness', book, of: firstBook(below) }));

/** Those who say so in their own books, and are themselves known here. */
export function vouching(
  { state, evidence }: { readonly state: BodyState; readonly evidence: Evidence },
  below: string,
  witnesses: Named,
): readonly Finding<'founding-witness'>[] {
  if (isVouched(state, below)) return [];
  const bodies = new Map<string, Finding<'founding-witness'>>();
  for (const need of vouchingNeeds(below, witnesses)) {
    const finding = findingFor(evidence, need);
    const here = tableGet(state.affiliates, need.book);
    const isKnown = here !== undefined && here.ended === undefined && isVouched(state, need.book);
    if (finding.found !== null && isKnown && firstBook(need.book) !== firstBook(below))
      bodies.set(firstBook(need.book), finding);
  }
  return [...bodies.values()];
}

/** As many as prove a founding by the statute of this assembly. */
export function vouchingRefusal(state: BodyState, below: string, found: number): Refused | null {
  const needed = neighboursNeeded(statuteOf(state));
  if (found >= needed || isVouched(state, below)) return null;
  return refuse('witnesses-unknown-here', 'founding', { needed, present: found });
}
