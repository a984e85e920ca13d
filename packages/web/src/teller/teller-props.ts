import type { Live } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import type { Session } from '../shell/session.ts';
import type { Shell } from '../shell/shell.ts';
import type { Given } from './kept.ts';
import type { TellerWords } from './words.ts';

/** What every part of the teller's phone works with. */
export interface TellerProps {
  readonly shell: Shell;
  readonly session: Session;
  readonly sitting: number;
  readonly live: Live;
  readonly formats: Formats;
  readonly words: TellerWords;
}

/** What every count works with beside that. */
export interface CountProps extends TellerProps {
  readonly given: Given;
  /** A number was given, in that round. */
  readonly gave: (name: string, round: number) => void;
  readonly leave: () => void;
}
