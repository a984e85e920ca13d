import type { Charter } from '../committee/state.ts';
import type { Split } from '../split/state.ts';
import type { SeatClass } from '../statute/fields.ts';
import type { TerritoryMap } from '../territory/fields.ts';
import type { Time } from '../time.ts';

export interface Body {
  readonly name: string;
  readonly title: string;
  readonly kind: 'base' | 'delegate' | 'committee';
  readonly convener: { readonly holder: string; readonly key: string };
  readonly foundedAt: Time;
  readonly provisionalUntil: Time;
  /** When its first officers were elected: whoever was there before that founded it. */
  readonly startedAt?: Time;
  /** The act that ended the provisional time. */
  readonly proven: number | null;
  /** The act that dissolved it. */
  readonly dissolved: number | null;
  /** Of a committee: what its parents have given it. */
  readonly charter?: Charter;
  /** Of a part: the act by which another body divided itself; of a body that has divided itself: into what. */
  readonly splitFrom?: { readonly book: string; readonly index: number };
  readonly split?: Split;
  /** The map of its territory, as last voted. */
  readonly territory?: TerritoryMap & { readonly act: number };
  /** On what that act rests: approved minutes here, and books of neighbours. */
  readonly provenBy: { readonly minutes: number; readonly witnesses: readonly string[] } | null;
}

/** How an affiliation ended, as its last act in this book says; `shown`: on proof from the other body's book. */
export interface AffiliationEnd {
  readonly act: number;
  readonly side: 'left' | 'excluded' | 'dissolved';
  readonly shown: boolean;
  readonly at: Time;
}

/** An affiliation that is over, of a body that has been admitted anew since. */
export interface PastAffiliation {
  readonly act: number;
  readonly since: number;
  readonly ended: AffiliationEnd;
}

export interface Affiliate {
  readonly act: number;
  readonly key: string;
  readonly title: string;
  readonly entitlement: number;
  /** Where seats are given by class. */
  readonly class?: string;
  /** Of which class its seats are, where the admission says so. */
  readonly seatClass?: SeatClass;
  /** After a split: not more than that by any recalculation, until the assembly votes on its seats. */
  readonly cap?: number;
  /** The body that divided itself and of whose seats these are. */
  readonly partOf?: string;
  /** As counted when its seats were last recalculated. */
  readonly members?: number;
  /** Its seats before they were changed: in sittings convened before that act they still hold. */
  readonly before?: readonly { readonly until: number; readonly seats: number }[];
  readonly at: Time;
  /** The act that first admitted the body, and when, where its book goes on from one that was affiliated. */
  readonly since?: number;
  readonly sinceAt?: Time;
  /** Its affiliation is over: its seats count no more, whatever they were accredited for. */
  readonly ended?: AffiliationEnd;
  readonly earlier?: readonly PastAffiliation[];
  /** The book in which the body goes on; this one counts for nothing any more. */
  readonly succeededBy?: string;
}
