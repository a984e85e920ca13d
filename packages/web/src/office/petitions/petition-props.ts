import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Petition, Target } from './petitions-answer.ts';
import type { PetitionWords } from './words-es.ts';

export interface PetitionProps {
  readonly session: Session;
  readonly formats: Formats;
  readonly words: PetitionWords;
  /** Something was sent: where it stands is asked now. */
  readonly changed: () => Promise<void>;
}

export interface OnePetition extends PetitionProps {
  readonly petition: Petition;
  /** Of the body: hours are typed by its clock. */
  readonly offsetMinutes: number;
}

/** Whom it is about: an office or a seat, never a name. */
export function whomOf(
  { against, target, called, title, seat }: Target,
  { whom }: PetitionWords,
  formats: Formats,
): string {
  if (against === 'delegate') return whom.delegate(formats.number(seat ?? 0), title ?? target);
  return against === 'presidium' ? whom.presidium : whom[against](called === undefined ? target : formats.said(called));
}
