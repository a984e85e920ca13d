import type { ComponentChildren } from 'preact';
import type { Formats } from '../shell/formats.ts';

export interface ScanProps extends CameraProps {
  readonly formats: Formats;
}

/** What the camera itself needs of it. */
export interface CameraProps {
  readonly formats: { readonly words: Pick<Formats['words'], 'scan'> };
  /** What the camera has read; false if it is not what is wanted, `more` if it is a part of it: then the camera goes on. */
  readonly scanned: (text: string) => boolean | 'more';
  readonly close: () => void;
  /** What else one can do where there is no camera. */
  readonly otherwise?: ComponentChildren;
}
