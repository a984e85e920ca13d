/** Closures on a network: where each lies, what it closes, and which of them cut a place off. */
import { isBy } from '../moment.ts';
import type { Position } from './great-circle.ts';
import type { Roads } from './network.ts';
import { nearestStretch, type Snap } from './snap.ts';
import { type Closed, nothingClosed } from './ways.ts';

export interface Closure {
  readonly id: string;
  readonly place: Position;
  readonly since?: string;
  /** The office that reported it, never a person. */
  readonly reportedBy?: string;
  /** The body that decided it. */
  readonly decidedBy?: string;
  /** Closes the road either way: who plans on an unconfirmed closure's being open plans on a hope. */
  readonly confirmed?: boolean;
  /** From then on it is no longer counted. */
  readonly until?: string;
}

export interface SnappedClosure {
  readonly closure: Closure;
  /** Closes this road point, where it lies at one, or else this stretch. */
  readonly point: number;
  readonly stretch: number;
  /** How far along the stretch from its first end, in decimetres. */
  readonly along: number;
  readonly decimetres: number;
}

export interface IgnoredClosure {
  readonly closure: Closure;
  readonly why: 'too-far' | 'expired';
  /** From the nearest road. */
  readonly decimetres: number;
}

export interface ClosuresOnRoads {
  readonly snapped: readonly SnappedClosure[];
  readonly ignored: readonly IgnoredClosure[];
}

/** A closure farther than this from any road lies on another continent, or has its coordinates in the wrong order. */
export const ASTRAY_DM = 1_000_000;

/** Puts closures on the nearest stretch within `within` decimetres; the others are listed. `at` leaves out the expired. */
export function placeClosures(
  roads: Roads,
  closures: readonly Closure[],
  { within, at }: { readonly within: number; readonly at?: string },
): ClosuresOnRoads {
  const snapped: SnappedClosure[] = [];
  const ignored: IgnoredClosure[] = [];
  for (const closure of closures) {
    const snap = nearestStretch(roads, closure.place);
    const { decimetres } = snap;
    if (isExpired(closure, at)) ignored.push({ closure, why: 'expired', decimetres });
    else if (decimetres > within) ignored.push({ closure, why: 'too-far', decimetres });
    else snapped.push({ closure, ...where(snap) });
  }
  return { snapped, ignored };
}

const where = (snap: Snap): Snap => (snap.point >= 0 ? { ...snap, stretch: -1, along: 0 } : snap);

function isExpired({ until }: Closure, at: string | undefined): boolean {
  return until !== undefined && at !== undefined && isBy(until, at);
}

/** What these closures close together. */
export function closedBy(roads: Roads, snapped: readonly SnappedClosure[]): Closed {
  const closed = nothingClosed(roads);
  for (const { point, stretch } of snapped) {
    if (point >= 0) closed.points[point] = 1;
    else closed.stretches[stretch] = 1;
  }
  return closed;
}
