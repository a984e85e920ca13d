import type { Matter } from '../statute/fields.ts';
import type { Time } from '../time.ts';

export interface Resolution {
  readonly motion: number | null;
  readonly sitting: number;
  readonly vote: number | null;
  readonly matter: Matter;
  readonly title: string;
  readonly textHash: string;
  /** As last written. What holds at a time is `statusAt`: a condition runs out by itself. */
  readonly status: 'in-force' | 'suspended' | 'conditional' | 'rejected' | 'revoked';
  readonly adoptedAt: Time;
  readonly pactWith: string | null;
  readonly lifts: { readonly measure: number; readonly how: 'end' | 'suspend' | 'narrow' | 'move' } | null;
  readonly consultation: number | null;
  readonly condition: number | null;
  readonly challenges: readonly Challenge[];
  /** The act that took it back. */
  readonly revoked?: number;
  /** Its effects have been written: at adoption, or when it was first ratified. */
  readonly hasActed: boolean;
}

export interface Challenge {
  readonly act: number;
  /** The body that says so: one below, or this one where a member of a base did. */
  readonly body: string;
  readonly claimedMatter: Matter;
}

/** What a resolution begins with. */
export const unchallenged = { condition: null, challenges: [], hasActed: false } as const;

export interface Condition {
  readonly resolution: number;
  readonly event: string;
  readonly by: Time;
  readonly holdsIf: 'happened' | 'not-happened';
  readonly certifier: string;
  readonly otherwise: 'in-force' | 'void';
  readonly certified: {
    readonly act: number;
    readonly at: Time;
    readonly happened: 'yes' | 'no' | 'not-agreed';
  } | null;
}

export interface OutsidePact {
  readonly with: string;
  readonly textHash: string;
  readonly signedBy: string;
  readonly signedAt: Time;
}

/** A resolution of a late entry has a key of its own: `<entry>.<number of the decision>`. */
export const resolutionKey = (which: { readonly resolution: number; readonly decision?: number }): string =>
  which.decision === undefined ? String(which.resolution) : `${which.resolution}.${which.decision}`;
