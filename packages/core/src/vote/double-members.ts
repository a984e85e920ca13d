import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { tableValues } from '../table.ts';

interface Counted {
  readonly members: number;
  readonly doubleMembers?: number;
}

/**
 * What the members of a body weigh above. `once`: whoever is in two bases counts for half in each, a half that is left over
 * for the base; by the other readings of `doubleMembership` everybody counts whole.
 */
export function weighedMembers(rules: Statute | null, { members, doubleMembers = 0 }: Counted): number {
  if (rules?.doubleMembership !== 'once') return members;
  return members - Math.floor(Math.min(doubleMembers, members) / 2);
}

/**
 * Of all whom the cards of these delegations weigh: how many are known to be in another base too. Undefined where nobody has
 * said, or where the statute does not have it shown.
 */
export function doubleMembersIn(
  state: BodyState,
  rules: Statute | null,
  { sitting, delegations }: { readonly sitting: number; readonly delegations: ReadonlyMap<string, number> },
): number | undefined {
  if ((rules?.doubleMembership ?? 'each') === 'each') return undefined;
  const known = new Map<string, number>();
  for (const { sitting: of, below, doubleMembers } of tableValues(state.seats))
    if (of === sitting && delegations.has(below) && doubleMembers !== undefined) known.set(below, doubleMembers);
  return known.size === 0 ? undefined : [...known.values()].reduce((sum, number) => sum + number, 0);
}
