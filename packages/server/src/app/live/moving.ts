import {
  attendanceOver,
  type BodyState,
  enteredAtDoor,
  type FloorEntry,
  openVoteIn,
  progressOf,
  seatsCalled,
  sitsByDelegates,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { readBallotFiles } from '../../store/vault/ballot-files.ts';
import { countBallots, votersIn } from '../../store/vault/ballots.ts';
import { readFloor } from '../../store/vault/floor.ts';
import { readBlockCounts, readCardCounts, readPresenceCounts, readUrnCounts } from '../../store/vault/hall.ts';
import { motionsRecorded } from '../../store/vault/recordings.ts';
import { ballotsOnBoard, electionOfSecretVote } from '../ballot/of-vote.ts';
import type { HallsAttended } from '../halls-attended.ts';
import { isHeard } from '../recordings.ts';
import type { CountedMethod, LiveMoving, LiveVote } from './answer.ts';

type Vote = NonNullable<ReturnType<typeof voteOf>>;
const voteOf = (state: BodyState, index: number) => tableGet(state.votes, index);
type Sitting = NonNullable<ReturnType<typeof sittingOf>>;
const sittingOf = (state: BodyState, index: number) => tableGet(state.sittings, index);

export interface MovingTools {
  readonly store: Store;
  readonly attended: HallsAttended;
}

/** What changes of a sitting between acts. Numbers of tellers and choices are read here, and end here. */
export async function movingPart(
  { store, attended }: MovingTools,
  state: BodyState,
  index: number,
  at: Time,
): Promise<LiveMoving | null> {
  const sitting = sittingOf(state, index);
  if (sitting === undefined) return null;
  const vote = openVoteIn(state, sitting);
  const [door, voices] = await Promise.all([
    doorOf({ store, attended }, state, index, sitting, at),
    motionsHeard(store, state, sitting, at),
  ]);
  return { vote: vote === null ? null : await openVote(store, state, vote, at), door, voices };
}

/** Those of which a recording can be asked for. */
async function motionsHeard(
  store: Store,
  state: BodyState,
  { motions }: Sitting,
  at: Time,
): Promise<readonly number[]> {
  const heard = motions.filter((motion) => isHeard(state, motion, at));
  return heard.length === 0 ? [] : motionsRecorded(store, state.origin, heard);
}

/** What has happened on the lists of speakers: each reader is shown their own part of it (`floor.ts`). */
export async function spokenIn(
  store: Store,
  state: BodyState,
  index: number,
  at: Time,
): Promise<readonly FloorEntry[]> {
  return attendanceOver(state, index, at) ? [] : readFloor(store, state.origin, index);
}

async function doorOf(
  { store, attended }: MovingTools,
  state: BodyState,
  index: number,
  sitting: Sitting,
  at: Time,
): Promise<LiveMoving['door']> {
  const [entries, there] = await Promise.all([
    sitting.closedAt === null ? readPresenceCounts(store, state.origin, index) : [],
    sitsByDelegates(state) || attendanceOver(state, index, at) ? null : attended.of(state.origin, index),
  ]);
  return { ...enteredAtDoor(sitting, entries), checkedIn: there?.size ?? null };
}

async function openVote(store: Store, state: BodyState, index: number, at: Time): Promise<LiveVote | null> {
  const vote = voteOf(state, index);
  if (vote === undefined) return null;
  const { origin } = state;
  const [blocks, urn, cards, files] = await Promise.all([
    readBlockCounts(store, origin, index),
    readUrnCounts(store, origin, index),
    vote.method === 'delegation-cards' ? readCardCounts(store, origin, index) : [],
    vote.method === 'urn' ? readBallotFiles(store, origin, index) : [],
  ]);
  return {
    vote: index,
    motion: vote.motion,
    title: tableGet(state.motions, vote.motion)?.title ?? '',
    // An open vote is a counted one: what is acclaimed is closed when it is written.
    method: vote.method as CountedMethod,
    rule: vote.rule,
    and: vote.and ?? null,
    openedAt: vote.openedAt,
    of: vote.electorate.count,
    channels: vote.channels ?? null,
    again: vote.again ?? null,
    slips: vote.slips ?? 0,
    blockNames: blockNames(state, vote.sitting),
    ...progressOf(state, index, vote, { blocks, urn, cards, files }, at),
    ...(await heard(store, state, index, vote, at)),
  };
}

/** Ballots that lie there; of seats those that hold, and whose turn it is in a roll call. */
async function heard(
  store: Store,
  state: BodyState,
  index: number,
  vote: Vote,
  at: Time,
): Promise<Pick<LiveVote, 'election' | 'received' | 'rollCall'>> {
  if (vote.method === 'secret') {
    const election = await electionOfSecretVote(store, state, index);
    return { election, received: await ballotsOnBoard(store, election), rollCall: null };
  }
  return { election: null, ...(await heardOpenly(store, state, index, vote, at)) };
}

async function heardOpenly(
  store: Store,
  state: BodyState,
  index: number,
  vote: Vote,
  at: Time,
): Promise<Pick<LiveVote, 'received' | 'rollCall'>> {
  if (vote.method === 'mixed' || !sitsByDelegates(state)) {
    const byPhone = vote.method === 'mixed' || vote.method === 'devices';
    return { received: byPhone ? await countBallots(store, state.origin, index) : 0, rollCall: null };
  }
  if (vote.method !== 'devices' && vote.method !== 'roll-call') return { received: 0, rollCall: null };
  const ballots = await votersIn(store, state.origin, index);
  const answered = new Set(
    ballots.flatMap(({ voter, holder }) => (tableGet(state.seats, voter)?.holder === holder ? [voter] : [])),
  );
  const seats = seatsCalled(state, index, vote, at);
  const received = seats.filter((seat) => answered.has(seat)).length;
  if (vote.method === 'devices') return { received, rollCall: null };
  const next = seats.find((seat) => !answered.has(seat));
  const seat = next === undefined ? undefined : tableGet(state.seats, next);
  const turn = seat === undefined ? null : { below: seat.below, seat: seat.seat };
  return { received, rollCall: { answered: received, of: seats.length, next: turn } };
}

/** As the hall was divided before, so that nobody types a name twice. */
function blockNames(state: BodyState, sitting: number): readonly string[] {
  const names = (sittingOf(state, sitting)?.motions ?? [])
    .flatMap((motion) => tableGet(state.motions, motion)?.vote ?? [])
    .flatMap((vote) => {
      const blocks = voteOf(state, vote)?.blocks;
      return blocks === undefined ? [] : tableEntries(blocks).map(([name]) => name);
    });
  return [...new Set(names)];
}
