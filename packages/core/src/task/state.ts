import type { ActData } from '../catalogue/acts.ts';
import type { Time } from '../time.ts';

export interface Task extends Omit<ActData<'TaskAssigned'>, 'resolution'> {
  readonly resolution: number;
  /** The last report. */
  readonly report: { readonly act: number; readonly state: ActData<'TaskReported'>['state']; readonly at: Time } | null;
}
