import type { Formats } from '../shell/formats.ts';

export interface ScanProps {
  readonly formats: Formats;
  /** What the camera has read; false if it is not what is wanted, and the camera goes on. */
  readonly scanned: (text: string) => boolean;
  readonly close: () => void;
}
