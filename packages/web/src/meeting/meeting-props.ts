import type { Formats } from '../shell/formats.ts';
import type { Person } from '../shell/person.ts';
import type { Hours } from './hours.ts';
import type { Meeting } from './meeting.ts';
import type { View } from './views.ts';
import type { MeetingWords } from './words-es.ts';

/** What every screen of a meeting is given. */
export interface MeetingProps {
  readonly meeting: Meeting;
  readonly view: View;
  readonly words: MeetingWords;
  readonly formats: Formats;
  readonly hours: Hours;
  /** Who is signed in on this phone. */
  readonly people: readonly Person[];
  /** The hour now, to the second. */
  now(): string;
  newId(): string;
  change(meeting: Meeting): void;
  go(view: View): void;
  /** To the screen before. */
  back(): void;
  remove(): void;
}
