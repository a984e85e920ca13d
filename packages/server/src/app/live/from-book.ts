import {
  agendaOf,
  type BodyState,
  closingOf,
  itemNow,
  plusMinutes,
  quorumNeeded,
  seatsInSitting,
  sitsByDelegates,
  statuteOf,
  type Time,
  tableGet,
} from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import type { Call, LiveFromBook, LivePhase } from './answer.ts';
import { motionsOf } from './motions.ts';
import { lastResult } from './result.ts';

type Sitting = NonNullable<ReturnType<typeof sittingOf>>;

const sittingOf = (state: BodyState, index: number) => tableGet(state.sittings, index) ?? null;

/** Everything of a sitting that its book says; null where the book has no such sitting. */
export async function liveFromBook(
  store: Store,
  state: BodyState,
  index: number,
  at: Time,
): Promise<LiveFromBook | null> {
  const sitting = sittingOf(state, index);
  if (sitting === null) return null;
  const delegates = sitsByDelegates(state);
  const { opened } = sitting;
  const pending = tableGet(state.procedures, index)?.pending ?? null;
  return {
    body: state.origin,
    title: state.body?.title ?? '',
    size: state.size,
    sitting: index,
    kind: sitting.kind,
    place: sitting.place,
    convenedAt: sitting.convenedAt,
    startsAt: sitting.startsAt,
    offsetMinutes: statuteOf(state)?.closing.offsetMinutes ?? 0,
    phase: phaseOf(sitting),
    openedAt: opened?.at ?? null,
    closedAt: sitting.closedAt,
    recess: sitting.recess,
    call: opened === null || sitting.crowd !== null ? null : opened.call,
    ...callsOf(state, sitting),
    roll: sitting.roll,
    delegates,
    present: presentOf(state, index, sitting, at),
    quorum: quorumOf(state, index, sitting, at),
    crowd: sitting.crowd,
    tellers: sitting.tellers.length,
    presidium: sitting.presidium.map(({ office }) => office),
    agenda: agendaOf(state, sitting).map(({ textHash = null, ...item }) => ({
      ...item,
      textHash,
      textAct: textHash === null ? null : (sitting.named.find((one) => one.item === item.item)?.act ?? index),
    })),
    item: itemNow(state, sitting),
    motions: await motionsOf(store, state, sitting, at),
    procedure: pending === null ? null : { act: pending.act, kind: pending.kind, motion: pending.motion },
    last: await lastResult(store, state, index, sitting),
    objections: sitting.objections,
    minutes: sitting.minutes,
  };
}

function phaseOf({ calledOff, closedAt, recess, opened }: Sitting): LivePhase {
  if (calledOff) return 'called-off';
  if (closedAt !== null) return 'closed';
  if (opened === null) return 'convened';
  return recess === null ? 'open' : 'recess';
}

function callsOf(state: BodyState, sitting: Sitting): Pick<LiveFromBook, 'calls' | 'closingHour'> {
  const rules = statuteOf(state);
  const { startsAt, roll } = sitting;
  const call = (which: Call) => ({
    needed: rules === null ? 1 : quorumNeeded(rules.calls[which], roll),
    from: which === 'first' ? startsAt : plusMinutes(startsAt, rules?.calls.minutesBetween ?? 0),
  });
  return {
    calls: { first: call('first'), second: call('second') },
    closingHour: rules === null ? startsAt : closingOf(rules, sitting),
  };
}

/** Delegates are there as long as their seats hold; a hall of people as it was counted. */
function presentOf(state: BodyState, index: number, { present, closedAt }: Sitting, at: Time): number | null {
  if (!sitsByDelegates(state) || closedAt !== null) return present;
  const seats = seatsInSitting(state, index, at, 'decision').length;
  return present === null ? seats : Math.min(present, seats);
}

function quorumOf(state: BodyState, index: number, sitting: Sitting, at: Time): LiveFromBook['quorum'] {
  const { opened, crowd, lost, challenged } = sitting;
  const rules = statuteOf(state);
  const call = opened?.call ?? 'first';
  const needed = rules === null || crowd !== null ? 0 : quorumNeeded(rules.calls[call], sitting.roll);
  const present = presentOf(state, index, sitting, at);
  const standing = lost === null ? (opened?.quorum.met ?? null) : false;
  const met = opened === null && present !== null ? present >= needed : standing;
  return { needed, met: crowd === null ? met : null, lost, challenged };
}
