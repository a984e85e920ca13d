import type { MemberWords } from '../member/words-es.ts';
import type { Formats } from './formats.ts';
import type { ShellWords } from './words-es.ts';

/** What the frame and the member's own page say: one language is loaded with the page, the other when it is chosen. */
export interface FirstWords {
  readonly shell: ShellWords;
  readonly member: MemberWords;
  /** Of a language that lies over Spanish: what else it has of its own. */
  readonly manner?: Manner;
}

export type Manner = Pick<Formats, 'tag' | 'locale' | 'number' | 'said'> & Required<Pick<Formats, 'over' | 'Aloud'>>;
