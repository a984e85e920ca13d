import type { WaitingSeal } from '../answers.ts';
import type { ScreenProps } from '../screen-props.ts';
import type { NoKeys } from '../seal/device-key.ts';
import type { KeptKey } from '../seal/key-store.ts';
import type { SealWords } from '../words/seals.ts';

/** What this browser holds and can do; undefined while that is being found out. */
export interface Device {
  readonly noKeys: NoKeys | null;
  readonly key: KeptKey | null;
}

export type SealProps = ScreenProps & { readonly says: SealWords; readonly device: Device | undefined };

/** One act that waits, and the way back from it. */
export type ActProps = SealProps & { readonly item: WaitingSeal; readonly leave: () => void };
