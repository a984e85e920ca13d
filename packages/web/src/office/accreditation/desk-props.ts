import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { DeskWords } from './words-es.ts';

export interface DeskProps {
  readonly session: Session;
  readonly formats: Formats;
  readonly words: DeskWords;
  readonly sitting: number;
}
