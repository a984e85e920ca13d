import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Supply } from '../known/supply-answer.ts';
import type { RegisterName } from './register-kinds.ts';
import type { RegisterWords } from './words-es.ts';

export interface RegisterProps {
  readonly name: RegisterName;
  readonly supply: Supply;
  readonly session: Session;
  readonly formats: Formats;
  readonly words: RegisterWords;
  /** Where the act is read that says so. */
  readonly proof: (act: number) => string;
}
