import type { Time } from '../time.ts';

export interface Measure {
  readonly resolution: number;
  readonly what: string;
  readonly place: string;
  readonly from: Time;
  readonly lifted: { readonly act: number; readonly how: string } | null;
}
