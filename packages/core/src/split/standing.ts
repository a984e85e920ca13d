import { lineage } from '../affiliation/lineage.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Time } from '../time.ts';
import type { Split } from './state.ts';

/** From the day on which its parts take over a body decides nothing more, unless it is one of them itself. */
export function splitRefusal({ body, origin }: BodyState, at: Time): Refused | null {
  const split = body?.split;
  if (split === undefined || at < split.on || split.parts.some((part) => lineage(origin).includes(part.body)))
    return null;
  return refuse('body-split', 'affiliation.splitting', { needed: split.on, present: split.act });
}

/** The seats of one part in a body above; 0 where the split gives it none. */
export function shareOf({ parts, seats }: Pick<Split, 'parts' | 'seats'>, part: string, above: string): number {
  const row = seats.find((one) => lineage(above).includes(one.above));
  return row?.seats[parts.findIndex((one) => one.body === part)] ?? 0;
}
