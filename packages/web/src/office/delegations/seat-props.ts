import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { SeatAbove } from './delegations-answer.ts';
import type { DelegationWords } from './words-es.ts';

export interface SeatProps {
  readonly seat: SeatAbove;
  /** The sitting of this body that is open now. */
  readonly sitting: number | null;
  readonly session: Session;
  readonly formats: Formats;
  readonly words: DelegationWords;
  /** Something was sent: where things stand is asked now. */
  readonly changed: () => Promise<void>;
}
