import type { ActData } from '../catalogue/acts.ts';
import type { Time } from '../time.ts';

type Formed = ActData<'CommitteeFormed'>;

/** A committee that this body has formed, alone or with others. */
export interface Committee
  extends Pick<Formed, 'parents' | 'matters' | 'powers' | 'reportDays' | 'textHash' | 'until'> {
  readonly act: number;
  /** The act by which this body has ended it. */
  readonly ended: number | null;
}

/** In the committee's own book: what its parents have given it, shown from their books. */
export interface Charter extends Pick<Formed, 'parents' | 'matters' | 'powers' | 'reportDays'> {
  readonly act: number;
  readonly until: Time;
  /** Its last report. */
  readonly reported: number | null;
}
