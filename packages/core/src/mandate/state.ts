import type { ActData } from '../catalogue/acts.ts';

export interface Mandate {
  readonly act: number;
  readonly textHash: string;
  readonly instruction: ActData<'MandateGiven'>['instruction'];
}
