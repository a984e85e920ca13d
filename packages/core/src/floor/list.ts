import { secondsBetween, type Time } from '../time.ts';
import type { FloorEntry, Turn } from './state.ts';

/** The lists of a sitting: every place in the order in which it was asked for. */
export interface Floor {
  readonly turns: readonly Turn[];
  /** Who is speaking, the one who interrupted last first. Only the first one's clock runs. */
  readonly speaking: readonly number[];
}

const nobody: Floor = { turns: [], speaking: [] };

const unspoken = { begun: null, standing: 'waiting', seconds: 0, since: null, accounted: false } as const;

export const floorOf = (entries: readonly FloorEntry[]): Floor => entries.reduce(after, nobody);

function after(floor: Floor, entry: FloorEntry): Floor {
  switch (entry.event) {
    case 'asked': {
      const { event: _, at, ...asked } = entry;
      const turn: Turn = { ...asked, ...unspoken, askedAt: at };
      return { ...floor, turns: [...floor.turns, turn] };
    }
    case 'withdrawn':
      return changed(floor, entry.number, () => ({ standing: 'withdrawn' }));
    case 'given': {
      const [before] = floor.speaking;
      const quiet = before === undefined ? floor : changed(floor, before, (turn) => interrupted(turn, entry.at));
      const begun = floor.turns.filter((turn) => turn.begun !== null).length + 1;
      const given = changed(quiet, entry.number, () => ({ standing: 'speaking', since: entry.at, begun }));
      return { ...given, speaking: [entry.number, ...floor.speaking] };
    }
    case 'ended':
      return ended(floor, entry.number, entry.at);
    case 'closed':
      return closed(floor, entry.item, entry.at);
  }
}

/** Whoever was interrupted goes on by itself. */
function ended(floor: Floor, number: number, at: Time): Floor {
  const speaking = floor.speaking.filter((one) => one !== number);
  const quiet = changed(floor, number, (turn) => ({ ...stopped(turn, at), standing: 'spoken' }));
  const [next] = speaking;
  const goesOn = next !== undefined && floor.speaking[0] === number;
  const now = goesOn ? changed(quiet, next, () => ({ standing: 'speaking', since: at })) : quiet;
  return { ...now, speaking };
}

function closed(floor: Floor, item: number, at: Time): Floor {
  const speaking = floor.speaking.filter((one) => turnOf(floor, one)?.item === item);
  const quiet = speaking.reduce((before, number) => ended(before, number, at), floor);
  const turns = quiet.turns.map((turn) =>
    turn.item === item && !turn.accounted
      ? { ...turn, accounted: true, ...(turn.standing === 'waiting' ? { standing: 'unheard' as const } : {}) }
      : turn,
  );
  return { ...quiet, turns };
}

const interrupted = (turn: Turn, at: Time): Partial<Turn> => ({ ...stopped(turn, at), standing: 'interrupted' });

const stopped = (turn: Turn, at: Time): Partial<Turn> => ({ seconds: spokenBy(turn, at), since: null });

/** For how long that turn has been spoken. */
export const spokenBy = ({ seconds, since }: Turn, at: Time): number =>
  since === null ? seconds : seconds + secondsBetween(since, at);

export const turnOf = ({ turns }: Floor, number: number): Turn | undefined => turns[number - 1];

const changed = (floor: Floor, number: number, change: (turn: Turn) => Partial<Turn>): Floor => ({
  ...floor,
  turns: floor.turns.map((turn) => (turn.number === number ? { ...turn, ...change(turn) } : turn)),
});
