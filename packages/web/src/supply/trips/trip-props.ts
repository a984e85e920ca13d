import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import type { Supply } from '../known/supply-answer.ts';
import type { TripWords } from './words-es.ts';

export interface TripProps {
  readonly shell: Shell;
  readonly session: Session;
  readonly supply: Supply;
  readonly formats: Formats;
  readonly words: TripWords;
  /** Where the act is read that says so. */
  readonly proof: (act: number) => string;
}
