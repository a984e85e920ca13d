import type { Live, LiveDoor, LivePhones, LiveVote } from './live-answer.ts';
import type { LiveFloor, LiveTurn, PulseFloor } from './live-floor.ts';

/** Event `live` of `/api/bodies/{body}/events`: what changes of the body's sittings without an act. */
export interface Pulse {
  readonly size: number;
  readonly sittings: readonly PulseOfSitting[];
}

export interface PulseOfSitting {
  readonly sitting: number;
  /** As in the answer: the greater one is the newer. */
  readonly sequence: number;
  readonly door: LiveDoor;
  readonly vote: Pick<LiveVote, 'vote' | 'received' | 'blocks' | 'urn' | 'cards' | 'rollCall' | 'contests'> | null;
  readonly floor: PulseFloor | null;
  readonly phones: LivePhones | null;
  readonly voices: readonly number[];
}

/**
 * What the answer says after a pulse; one that is older than it, or of another vote, changes nothing of it. An act alone makes no new
 * sequence: before the opening there is no list of speakers, and a pulse of then would take it away again.
 */
export function pulsed(live: Live, pulse: Pulse): Live {
  const now = pulse.sittings.find(({ sitting }) => sitting === live.sitting);
  if (now === undefined || now.sequence < live.sequence || pulse.size < live.size) return live;
  const { sequence, door, floor, voices } = now;
  const vote = live.vote !== null && now.vote?.vote === live.vote.vote ? { ...live.vote, ...now.vote } : live.vote;
  return { ...live, sequence, door, floor: pulsedFloor(live, floor), vote, voices, phones: now.phones ?? live.phones };
}

/** Names and labels are in no pulse: those that were known stay until the answer is asked for anew. */
function pulsedFloor({ floor: before, sitting, motions }: Live, now: PulseFloor | null): LiveFloor | null {
  if (before === null || now === null || now.changes < before.changes) return now === null ? null : before;
  const known = before.speaking === null ? before.next : [before.speaking, ...before.next];
  const named = (turn: LiveTurn): LiveTurn => {
    const { label = null, name = null, slip = null } = known.find(({ number }) => number === turn.number) ?? {};
    return { ...turn, label, name, slip };
  };
  const next = now.order.flatMap((number) => {
    const turn = now.next.find((one) => one.number === number) ?? known.find((one) => one.number === number);
    return turn === undefined ? [] : [named(turn)];
  });
  const isHere = ({ number }: { readonly number: number }): boolean =>
    now.order.includes(number) || now.speaking?.number === number || now.item !== before.item;
  const about = {
    motion: now.item === sitting ? null : now.item,
    title: motions.find(({ motion }) => motion === now.item)?.title ?? null,
    heard: now.item === before.item ? before.heard : 0,
  };
  return {
    ...before,
    ...now,
    ...about,
    speaking: now.speaking === null ? null : named(now.speaking),
    next,
    mine: before.mine.filter((turn) => turn.item !== now.item || isHere(turn)),
  };
}
