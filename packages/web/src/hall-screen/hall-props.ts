import type { Live } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import type { HallWords } from './words-es.ts';

/** What every part of the screen is given. */
export interface HallProps {
  readonly live: Live;
  /** The node's time in milliseconds. */
  readonly now: number;
  readonly formats: Formats;
  readonly words: HallWords;
}
