import type { Matter } from '../statute/fields.ts';
import type { Time } from '../time.ts';

export interface Resolution {
  readonly motion: number | null;
  readonly sitting: number;
  readonly vote: number | null;
  readonly matter: Matter;
  readonly title: string;
  readonly textHash: string;
  readonly status: 'in-force' | 'suspended' | 'rejected';
  readonly adoptedAt: Time;
  readonly pactWith: string | null;
  readonly lifts: { readonly measure: number; readonly how: 'end' | 'suspend' | 'narrow' | 'move' } | null;
  readonly consultation: number | null;
}
