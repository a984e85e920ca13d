import { hasLeft, lineage } from '../affiliation/lineage.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import type { BodyState, Mandate } from '../state.ts';
import { tableEntries, tableHas } from '../table.ts';

/** The mandate that other bodies find: a new one that nobody has sealed yet takes nothing from the one before it. */
export function sealedMandate({ sealed }: Pick<BodyState, 'sealed'>, last: Mandate | undefined): Mandate | undefined {
  const found = last === undefined || tableHas(sealed, last.act) ? last : last.before;
  return found !== undefined && tableHas(sealed, found.act) ? found : undefined;
}

/** Of each motion the act of that mandate, as long as this body has not left the body whose motion it is. */
export function mandatesStanding(state: BodyState): ReadonlySet<number> {
  const left = new Set(hasLeft(state).flatMap((above) => lineage(above)));
  return new Set(
    tableEntries(state.mandates).flatMap(([on, last]) =>
      left.has(parseSeatKey(on).book) ? [] : (sealedMandate(state, last)?.act ?? []),
    ),
  );
}
