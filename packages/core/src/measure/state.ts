import type { Time } from '../time.ts';
import type { ExemptionLimits } from './essential.ts';
import type { Withheld } from './fields.ts';

export interface Measure {
  readonly resolution: number;
  readonly what: string;
  /** Where it stands, as far as everybody reads it in the book. */
  readonly place?: string;
  readonly area?: string;
  /** The places it has had that are for members, the last one last. */
  readonly withheld?: readonly Withheld[];
  readonly from: Time;
  /** What the statute called essential when it was called: amending the statute empties no measure that stands. */
  readonly essential: readonly string[];
  /** Services that it does not touch beside those, and what decided so. */
  readonly exempt: readonly {
    readonly service: string;
    readonly resolution: number;
    readonly limits?: ExemptionLimits;
  }[];
  /** The last lifting. Suspended, narrowed or moved it goes on; it is over once it was ended. */
  readonly lifted: {
    readonly act: number;
    readonly how: 'end' | 'suspend' | 'narrow' | 'move';
    readonly resolution: number;
    readonly to?: string;
    /** Where a place is withheld: it is published so long after the end. */
    readonly at?: Time;
  } | null;
}
