import { type Actor, type BodyState, type FloorEntry, type Time, tableGet } from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { namesOf } from '../../store/vault/people.ts';
import type { Threads } from '../ballot/threads.ts';
import type { BookCache } from '../book-cache.ts';
import type { BookFactFinder } from '../book-facts.ts';
import type { BookNames } from '../book-names.ts';
import type { Doors } from '../doors.ts';
import type { HallsAttended } from '../halls-attended.ts';
import type { Heard } from '../heard.ts';
import type { LoadedBook } from '../loaded-book.ts';
import { voterOf } from '../my-place.ts';
import type { Node } from '../node.ts';
import type { Live, LiveFromBook, LiveMine, LiveMoving, LivePhones, Pulse, PulseOfSitting } from './answer.ts';
import { type LiveFloor, liveFloor, pulseOfFloor } from './floor.ts';
import { Halls } from './halls.ts';
import { mineIn } from './mine.ts';
import { Pulses, type PulseText } from './pulses.ts';
import type { FindWays } from './secret-steps.ts';
import { stepsOf } from './steps.ts';

export interface LivingTools {
  readonly store: Store;
  readonly books: BookCache;
  readonly facts: BookFactFinder;
  readonly doors: Doors;
  readonly threads: Threads;
  readonly attended: HallsAttended;
  readonly heard: Heard;
  readonly random: (bytes: number) => Uint8Array;
  /** What the node has of the secret vote on a motion, for that person. */
  readonly ways: FindWays;
  now(): Time;
  log(line: string): void;
  /** Phones that are checked in to a sitting and heard from; null where nobody knows. */
  phones(origin: string, sitting: number): Promise<LivePhones | null>;
}

interface LivingPart {
  readonly methods: Pick<Node, 'live' | 'steps' | 'pulse' | 'onPulse'>;
  /** Something of that body was written, be it an act or not, or a phone came or went. */
  touched(origin: string): void;
  stop(): void;
}

/** A sitting as it is now, what changes of it between acts, and which command comes next. */
export function livingPart(names: BookNames, tools: LivingTools): LivingPart {
  const { books, now } = tools;
  const halls = new Halls(tools);
  const pulses = new Pulses({
    compute: async (origin) => {
      const book = await books.get(origin);
      return book === null ? null : pulseOf(tools, halls, book);
    },
    log: tools.log,
    now: () => performance.now(),
  });

  const methods: LivingPart['methods'] = {
    async live(actor, body, index) {
      const book = await books.get(names.read(body));
      if (book === null) return null;
      const [known, moving] = await Promise.all([halls.fromBook(book, index), halls.moving(book, index)]);
      if (known === null || moving === null) return null;
      const { state } = book.folded;
      const base = actor.kind === 'seat' ? ((await books.get(actor.below))?.folded.state ?? null) : null;
      const mine = await mineIn(tools, state, index, { actor, base, now: now() });
      tools.heard.looked(book.origin, actor, runsIt(mine));
      const floor = await floorFor(tools, state, index, { actor, mine, spoken: moving.spoken });
      const phones = runsIt(mine) ? await tools.phones(book.origin, index) : null;
      const own: Own = { now: now(), sequence: moving.sequence, floor, phones, mine };
      // Three objects become one without writing out again what is the same for a whole hall.
      return `${known.slice(0, -1)},${moving.text.slice(1, -1)},${JSON.stringify(own).slice(1)}`;
    },
    async steps(actor, body, index) {
      const book = await books.get(names.read(body));
      return book === null ? null : stepsOf(tools, book, actor, index);
    },
    pulse: (body) => pulses.current(names.read(body)),
    onPulse: (origin, listener, runs) => pulses.listen(origin, listener, runs),
  };
  return {
    methods,
    touched(origin) {
      halls.touched(origin);
      pulses.touched(origin);
    },
    stop: () => pulses.stop(),
  };
}

const running: ReadonlySet<string> = new Set(['convener', 'presidium', 'secretary', 'teller', 'former-officer']);

const runsIt = (mine: LiveMine | null): boolean => mine?.roles.some((role) => running.has(role)) === true;

/** What is made anew for each who asks. */
type Own = Omit<Live, keyof LiveFromBook | keyof LiveMoving>;

interface Reader {
  readonly actor: Actor;
  readonly mine: LiveMine | null;
  readonly spoken: readonly FloorEntry[];
}

/** The list of speakers as that reader may see it. */
async function floorFor(
  { store }: LivingTools,
  state: BodyState,
  index: number,
  { actor, mine, spoken }: Reader,
): Promise<LiveFloor | null> {
  const runs = runsIt(mine);
  const holders = runs ? spoken.flatMap((entry) => (entry.event === 'asked' ? (entry.holder ?? []) : [])) : [];
  const names = holders.length === 0 ? null : await namesOf(store, state.origin, [...new Set(holders)]);
  const holder = voterOf(actor)?.voter ?? null;
  const reader = { holder, runs, nameOf: (one: string) => names?.get(one) ?? null };
  return liveFloor(state, index, spoken, reader);
}

/** Sittings that are open, or at the door; how many phones are heard is for those who run them. */
async function pulseOf(tools: LivingTools, halls: Halls, book: LoadedBook): Promise<PulseText | null> {
  const { state } = book.folded;
  const sittings: PulseOfSitting[] = [];
  for (const index of state.activeSittings) {
    const sitting = tableGet(state.sittings, index);
    if (sitting === undefined || (sitting.opened === null && !isNear(sitting.startsAt, tools.now()))) continue;
    const moving = await halls.moving(book, index);
    if (moving === null) continue;
    const floor = pulseOfFloor(liveFloor(state, index, moving.spoken, everybody));
    const { door, voices } = moving.part;
    const { sequence } = moving;
    sittings.push({ sitting: index, sequence, door, vote: movingVote(moving.part), floor, phones: null, voices });
  }
  if (sittings.length === 0) return null;
  const heard: PulseOfSitting[] = [];
  for (const one of sittings) heard.push({ ...one, phones: await tools.phones(book.origin, one.sitting) });
  const { size } = state;
  return {
    all: eventOf({ size, sittings }),
    running: eventOf({ size, sittings: heard }),
    said: { all: JSON.stringify(sittings.map(unnumbered)), running: JSON.stringify(heard.map(unnumbered)) },
  };
}

const unnumbered = ({ sequence: _, ...said }: PulseOfSitting) => said;

const everybody = { holder: null, runs: false, nameOf: () => null };

const HOURS_BEFORE = 6;

const isNear = (startsAt: Time, now: Time): boolean =>
  Date.parse(startsAt) - Date.parse(now) < HOURS_BEFORE * 3_600_000;

function movingVote({ vote }: LiveMoving): PulseOfSitting['vote'] {
  if (vote === null) return null;
  const { received, blocks, urn, cards, rollCall, contests } = vote;
  return { vote: vote.vote, received, blocks, urn, cards, rollCall, contests };
}

const eventOf = (pulse: Pulse): string => `event: live\ndata: ${JSON.stringify(pulse)}\n\n`;
