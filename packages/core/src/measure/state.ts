import type { Time } from '../time.ts';

export interface Measure {
  readonly resolution: number;
  readonly what: string;
  readonly place: string;
  readonly from: Time;
  /** Services that it does not touch beside those that the statute calls essential, and what decided so. */
  readonly exempt: readonly { readonly service: string; readonly resolution: number }[];
  /** The last lifting. Suspended, narrowed or moved it goes on; it is over once it was ended. */
  readonly lifted: {
    readonly act: number;
    readonly how: 'end' | 'suspend' | 'narrow' | 'move';
    readonly resolution: number;
    readonly to?: string;
  } | null;
}
