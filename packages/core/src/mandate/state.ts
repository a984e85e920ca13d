import type { ActData } from '../catalogue/acts.ts';
import type { Tally } from '../vote/state.ts';

export interface Mandate {
  readonly act: number;
  readonly textHash: string;
  readonly instruction: ActData<'MandateGiven'>['instruction'];
  /** In what proportion it is divided, where it is. */
  readonly divided?: Tally;
  /** The last sealed one before it: it binds until this one is sealed. */
  readonly before?: Mandate;
}
