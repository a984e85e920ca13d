import type { Time } from '../time.ts';
import type { Cargo } from './fields.ts';

/** Whose phone writes safe-conducts for closures of this body. */
export interface PassKey {
  /** By which its passes name it. */
  readonly code: string;
  /** 32 bytes, base64. */
  readonly key: string;
  readonly cargoes: readonly Cargo[];
  /** The measures that closed the roads. */
  readonly closures: readonly number[];
  readonly from: Time;
  readonly until: Time;
  readonly withdrawn: Time | null;
}

/** A safe-conduct that is on record. */
export interface RecordedPass {
  /** The act that entered it; null where only its revocation is on record. */
  readonly granted: number | null;
  readonly revoked: Time | null;
}
