import type { Live } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import type { Session, SessionState } from '../shell/session.ts';
import type { Shell } from '../shell/shell.ts';
import type { Member, MemberState } from './member.ts';
import type { MemberWords } from './words-es.ts';

/** What every screen of the member's page is given. */
export interface ScreenProps {
  readonly shell: Shell;
  readonly session: Session;
  readonly member: Member;
  readonly mine: SessionState;
  readonly state: MemberState;
  /** The sitting that is shown, as it stands; null before that is known. */
  readonly live: Live | null;
  readonly formats: Formats;
  readonly words: MemberWords;
}

export const isWaitingVote = ({ command, refused }: SessionState['entries'][number]): boolean =>
  command === 'CastVote' && refused === null;
