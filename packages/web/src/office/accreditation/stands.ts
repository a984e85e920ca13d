import type { Entry } from '../../shell/sent.ts';
import { type DeskKit, seatKey } from './desk-answer.ts';

/**
 * How a seat stands, as far as this desk knows: `replaced` and `emptied` are those whose delegate was let in here and had been recalled
 * when the node looked; `refused` is what the node did not take.
 */
export type Stands = 'there' | 'waiting' | 'replaced' | 'emptied' | 'refused' | 'missing' | 'none';

/** What this machine has sent of one sitting and was not taken yet, or never will be. */
export interface Unsent {
  readonly waiting: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
}

export function unsentOf(entries: readonly Entry[], sitting: number): Unsent {
  const own = entries.filter(({ command, input }) => command === 'AccreditSeat' && input.sitting === sitting);
  const keys = (those: readonly Entry[]) =>
    new Set(those.map(({ input }) => seatKey(String(input.below), Number(input.seat))));
  return {
    waiting: keys(own.filter(({ refused }) => refused === null)),
    refused: keys(own.filter(({ refused }) => refused !== null)),
  };
}

export function standsAs(key: string, kit: DeskKit, { waiting, refused }: Unsent, sitting: number): Stands {
  const seat = kit.body.state.seats[key];
  const letIn = kit.letIn?.[key];
  if (seat !== undefined && seat.sitting === sitting) {
    if (seat.vacant) return letIn === undefined ? 'none' : 'emptied';
    return letIn === undefined || letIn === seat.holder ? 'there' : 'replaced';
  }
  if (waiting.has(key)) return 'waiting';
  if (refused.has(key)) return 'refused';
  return kit.held[key]?.refused == null ? 'missing' : 'none';
}
