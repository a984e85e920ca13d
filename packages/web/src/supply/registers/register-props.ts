import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { OfficerKey } from '../known/officer-keys.ts';
import type { Supply } from '../known/supply-answer.ts';
import type { RegisterName } from './register-kinds.ts';
import type { RegisterWords } from './words-es.ts';

export interface RegisterProps {
  readonly name: RegisterName;
  readonly supply: Supply;
  readonly session: Session;
  /** Of the offices that this phone signs for. */
  readonly officers: readonly OfficerKey[];
  readonly formats: Formats;
  readonly words: RegisterWords;
  /** Where the act is read that says so. */
  readonly proof: (act: number) => string;
}
