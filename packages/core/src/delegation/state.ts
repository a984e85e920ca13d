import type { SeatClass } from '../statute/fields.ts';
import type { Time } from '../time.ts';

export interface Election {
  readonly to: string;
  readonly from: Time;
  readonly until: Time;
  readonly seats: readonly {
    readonly seat: number;
    readonly holder: string;
    readonly alternate: string | null;
    /** The act that recalled the holder, and the one that recalled the alternate. */
    readonly recalled: number | null;
    readonly alternateRecalled: number | null;
    /** Absent: `titular`. */
    readonly class?: SeatClass;
  }[];
}

export interface Seat {
  readonly below: string;
  readonly seat: number;
  /** Sittings it was accredited for: the last one counts. */
  readonly sitting: number;
  readonly act: number;
  readonly holder: string;
  readonly alternate: string | null;
  readonly until: Time;
  readonly election: { readonly book: string; readonly index: number };
  /** Whom the base has recalled, as presented here, and by which act of its book. */
  readonly recalled: readonly { readonly holder: string; readonly act: number }[];
  readonly vacant: boolean;
  /** Absent: `titular`. */
  readonly class?: SeatClass;
  /** Members of its body as of the convocation, where the statute weighs cards by them. */
  readonly members?: number;
  /** How many of them are known to be in another base too. */
  readonly doubleMembers?: number;
}

/** A report to this body, and what the assembly said of it. */
export interface ReportMade {
  readonly to: string;
  readonly seat: number;
  readonly at: Time;
  readonly judged: { readonly act: number; readonly outcome: 'approved' | 'rejected' } | null;
}

export interface SeatReport {
  readonly last: { readonly act: number; readonly at: Time } | null;
  /** The act that says so, and the sitting above that was not reported on. */
  readonly missed: { readonly act: number; readonly sitting: number } | null;
}
