import type { WaitingSeal } from '../answers.ts';
import type { Formats } from '../shell/formats.ts';
import type { Session, SessionState } from '../shell/session.ts';
import type { CheckedAct } from './act-check.ts';
import type { NoKeys } from './device-key.ts';
import type { KeptKey } from './key-store.ts';
import type { SealWords } from './words.ts';

/** What this browser holds and can do; undefined while that is being found out. */
export interface Device {
  readonly noKeys: NoKeys | null;
  readonly key: KeptKey | null;
}

export interface SealProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly formats: Formats;
  readonly says: SealWords;
  readonly device: Device | undefined;
}

/** One act that waits, and the way back from it. */
export type ActProps = SealProps & { readonly item: WaitingSeal; readonly leave: () => void };

/** The same once this phone has worked it out from its bytes, and with the key that signs it. */
export type ButtonProps = ActProps & { readonly act: CheckedAct };
export type AskProps = ButtonProps & { readonly kept: KeptKey };
