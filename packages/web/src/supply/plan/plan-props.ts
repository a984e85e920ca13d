import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import type { Supply } from '../known/supply-answer.ts';
import type { PlanWords } from './words-es.ts';

export interface PlanProps {
  readonly shell: Shell;
  readonly session: Session;
  readonly supply: Supply;
  readonly formats: Formats;
  readonly words: PlanWords;
  /** Where the act is read that says so. */
  readonly proof: (act: number) => string;
}
