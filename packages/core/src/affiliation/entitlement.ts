import { type Refused, refuse } from '../refusal.ts';
import type { RollFact } from '../roll/roll-fact.ts';
import type { Affiliate, BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { tableEntries } from '../table.ts';
import type { Time } from '../time.ts';

interface Measured {
  /** As its roll was last shown; null where it never was. */
  readonly members: number | null;
  readonly class?: string | undefined;
}

/**
 * How many seats the statute gives such a body; null where it says nothing, and the admission does. A roll that was
 * never shown gives the floor, and one seat at least, so that a body can be admitted before its first count.
 */
export function seatsByStatute({ entitlement }: Statute, body: Measured): number | null {
  if (entitlement === undefined) return null;
  const { kind, seats, members: each, floor = 0, cap = Number.MAX_SAFE_INTEGER, classes = [] } = entitlement;
  if (kind === 'fixed') return seats ?? null;
  if (kind === 'by-class') return classes.find((one) => one.class === body.class)?.seats ?? 0;
  if (each === undefined) return null;
  if (body.members === null) return Math.max(floor, 1);
  return Math.min(Math.max(Math.ceil(body.members / each), floor), cap);
}

export function entitlementRefusal(rules: Statute | null, seats: number, body: Measured): Refused | null {
  const needed = rules === null ? null : seatsByStatute(rules, body);
  return needed === null || needed === seats
    ? null
    : refuse('entitlement-not-as-statute', 'entitlement', { needed, present: seats });
}

/** The seats of that body in a sitting convened by that act: what was changed later waits for the next convocation. */
export function seatsAt(affiliate: Affiliate, convocation: number): number {
  if (affiliate.act > convocation || affiliate.ended !== undefined) return 0;
  return affiliate.before?.find(({ until }) => until > convocation)?.seats ?? affiliate.entitlement;
}

/** An audit that this body has ordered. */
export interface AuditOrder {
  readonly act: number;
  readonly due: Time;
  /** Its number in the book before this one. */
  readonly was?: number;
}

/**
 * How many members count. What an audit found missing stays missing, however often the roll is counted again, until another
 * audit; a body that lets the day of an ordered audit pass shows nobody.
 */
export function membersOf(roll: RollFact, order: AuditOrder | null, at: Time): number {
  const { size, audit } = roll;
  const answered = order !== null && audit !== null && (audit.order === order.act || audit.order === order.was);
  if (order !== null && !answered && at > order.due) return 0;
  if (audit === null || audit.confirmed >= audit.sampled) return size;
  return Math.min(size, Math.floor((audit.size * audit.confirmed) / audit.sampled));
}

/** The last audit that was ordered of that body. */
export function lastOrder({ auditOrders }: Pick<BodyState, 'auditOrders'>, below: string): AuditOrder | null {
  const [act, order] = tableEntries(auditOrders).findLast(([, one]) => one.below === below) ?? [];
  if (order === undefined) return null;
  const { due, was } = order;
  return { act: Number(act), due, ...(was === undefined ? {} : { was }) };
}
