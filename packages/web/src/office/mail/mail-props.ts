import type { Problem } from '../../answers.ts';
import type { Formats } from '../../shell/formats.ts';
import type { MailWords } from './words-es.ts';

/** `unreachable` where nobody knows what came of it. */
export type MailTrouble = Problem | 'unreachable' | null;

export interface MailProps {
  readonly formats: Formats;
  readonly words: MailWords;
  /** Asks the node for it; true once it has been done. What the node says then is shown. */
  readonly send: (path: 'mine' | 'withdraw' | 'server' | 'test', body: object) => Promise<boolean>;
  readonly busy: boolean;
}
