import { authority, seatsInSitting } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { accept, type Context } from '../decision.ts';
import { withoutSlips } from '../door/standing.ts';
import { findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { challengeDays, quorumNeeded, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { besideAnother } from './beside.ts';
import { convenedSitting, openVoteIn, openVotesIn, quorateSitting } from './find.ts';

/** As many as the statute asks for on this sitting's call, against those of the roll who are there. */
export function quorumNow(state: BodyState, sitting: Sitting, counted: number) {
  const { opened, roll } = sitting;
  const rules = statuteOf(state);
  const present = withoutSlips(sitting, counted);
  const needed = rules === null ? 1 : quorumNeeded(rules.calls[opened?.call ?? 'first'], roll);
  return { needed, present, met: present >= needed };
}

export const recessSitting: Handler<'RecessSitting'> = {
  decide(context, { sitting: index, until }) {
    const { state, at } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const sitting = found.value;
    if (sitting.opened === null) return refuse('sitting-not-open', 'calls', { present: index });
    if (sitting.crowd !== null) return refuse('crowd-acclaims-only', 'acclamation', { needed: 'acclamation' });
    if (sitting.recess !== null) return refuse('in-recess', 'recess', { needed: sitting.recess });
    if (until <= at) return refuse('too-early', 'recess', { needed: at, present: until });
    // A sitting in recess has been held, with the roll of its convocation: it must not be a way of never sitting.
    const rules = statuteOf(state);
    const latest = rules === null ? until : plusDays(at, challengeDays(rules));
    if (until > latest) return refuse('recess-too-long', 'challenge', { needed: latest, present: until });
    const open = openVoteIn(state, sitting);
    if (open !== null) return refuse('vote-still-open', 'rules', { present: open });
    return accept([{ act: 'SittingRecessed', by: authority(context, 'recess'), data: { sitting: index, until } }]);
  },
};

/** Not before the hour that was said: those who left are to be there. The hall is counted anew. */
export const resumeSitting: Handler<'ResumeSitting'> = {
  decide(context, { sitting: index }) {
    const { state, at } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const { recess } = found.value;
    if (recess === null) return refuse('not-in-recess', 'recess', { present: index });
    if (at < recess) return refuse('too-early', 'recess', { needed: recess, present: at });
    const other = besideAnother(context, index);
    if (other !== null) return other;
    const present = thereAfterRecess(state, index, found.value, at);
    if (present === null) return refuse('not-counted', 'tellers', { needed: 2, present: 0 });
    const quorum = quorumNow(state, found.value, present);
    return accept([{ act: 'SittingResumed', by: authority(context, 'recess'), data: { sitting: index, quorum } }]);
  },
};

/** In a delegate assembly the seats that hold at this moment; of a base nobody knows before it is counted. */
export const liveSeats = (state: BodyState, index: number, at: Time): number | null =>
  sitsByDelegates(state) ? seatsInSitting(state, index, at, 'decision').length : null;

/**
 * An accredited seat says that its delegate came, not that the delegate stayed: where an assembly was counted once because its
 * quorum was doubted, a recess does not bring back who had gone, and it is counted again as a hall is. Nor is a recess the
 * answer to a doubt that nobody has answered yet.
 */
export function thereAfterRecess(state: BodyState, index: number, sitting: Sitting, at: Time): number | null {
  const live = liveSeats(state, index, at);
  if (live === null) return sitting.present;
  if (sitting.counted === null && !sitting.challenged) return live;
  return sitting.present === null ? null : Math.min(live, sitting.present);
}

/** What a challenge is answered with by the book itself: too few seats that hold. That they are enough only a count shows. */
export function knownLost(state: BodyState, index: number, sitting: Sitting, at: Time) {
  const live = liveSeats(state, index, at);
  const quorum = live === null ? null : quorumNow(state, sitting, live);
  return quorum === null || quorum.met ? null : quorum;
}

/**
 * Once an item, which is a tabled motion; also while it is voted, at the latest before anything of it is counted: afterwards
 * the numbers show how many took part. The two tellers count who is there, in an assembly of delegates too, and until they
 * have counted nothing is voted. Where too few seats hold the book says so at once.
 */
export const challengeQuorum: Handler<'ChallengeQuorum'> = {
  needs({ state }, { sitting: index }) {
    const sitting = tableGet(state.sittings, index);
    return sitting === undefined ? [] : openVotesIn(state, sitting).flatMap(entriesNeeds);
  },
  decide(context, { sitting: index }) {
    const { state, at } = context;
    const found = quorateSitting(state, index);
    if (!found.ok) return found;
    const sitting = found.value;
    const votes = openVotesIn(state, sitting);
    // One that somebody has begun to count and keeps open is no shelter for the others.
    const uncounted = votes.find((vote) => !countingBegun(context, vote));
    const [open] = votes;
    if (open !== undefined && uncounted === undefined) return refuse('vote-still-open', 'rules', { present: open });
    const voted = uncounted === undefined ? undefined : tableGet(state.votes, uncounted)?.motion;
    const item = voted ?? sitting.motions.at(-1) ?? index;
    if (sitting.challengedItems.includes(item)) return refuse('quorum-already-challenged', 'calls', { present: item });
    const lost = knownLost(state, index, sitting, at);
    const by = authority(context, 'calls');
    const data = { sitting: index, item, ...(lost === null ? {} : { quorum: lost }) };
    return accept([{ act: 'QuorumChallenged', by, data }]);
  },
};

const entriesNeeds = (vote: number) =>
  [
    { fact: 'block-counts', vote },
    { fact: 'card-counts', vote },
    { fact: 'urn-counts', vote },
    { fact: 'ballot-files', vote },
  ] as const;

/** A teller has entered a number, or trustees may know one. Phones and a roll call are counted when the vote is closed. */
const countingBegun = ({ state, evidence }: Context, vote: number): boolean =>
  tableGet(state.votes, vote)?.secret?.box.closed === true ||
  entriesNeeds(vote).some(
    (need) => (findingFor(evidence, need as Need & NeedOf<'block-counts'>).found ?? []).length > 0,
  );

export const changeAgenda: Handler<'ChangeAgenda'> = {
  decide(context, { sitting: index, order }) {
    const found = quorateSitting(context.state, index);
    if (!found.ok) return found;
    const items = found.value.notice.length;
    const named = new Set(order).size === items && order.length === items && order.every((item) => item < items);
    if (!named) return refuse('not-the-agenda', 'notice', { needed: items, present: order.length });
    return accept([{ act: 'AgendaChanged', by: authority(context, 'notice'), data: { sitting: index, order } }]);
  },
};

/** Said aloud in every hall, so it is written down too: it decides nothing and needs no quorum. An open vote is of its own item. */
export const takeItem: Handler<'TakeItem'> = {
  decide(context, { sitting: index, item }) {
    const { state } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const { opened, recess, notice, taken } = found.value;
    if (opened === null) return refuse('sitting-not-open', 'calls', { present: index });
    if (recess !== null) return refuse('in-recess', 'recess', { needed: recess });
    if (item >= notice.length) return refuse('not-found', 'notice', { needed: item + 1 });
    if (taken.at(-1) === item) return refuse('item-already-taken', 'notice', { present: item + 1 });
    const open = openVoteIn(state, found.value);
    if (open !== null) return refuse('vote-still-open', 'rules', { present: open });
    return accept([{ act: 'ItemTaken', by: authority(context, 'notice'), data: { sitting: index, item } }]);
  },
};

/** Beside what was done, never instead of it: open until the minutes are approved. */
export const recordObjection: Handler<'RecordObjection'> = {
  decide(context, { sitting: index, act, asksForCount, text }) {
    const { state } = context;
    const sitting = tableGet(state.sittings, index);
    if (sitting === undefined) return refuse('not-found', 'objections', { needed: `SittingConvened ${index}` });
    if (sitting.minutes !== null) return refuse('minutes-already-approved', 'minutes', { present: sitting.minutes });
    if (act < index || act >= state.size) return refuse('not-found', 'objections', { needed: act });
    return accept([
      {
        act: 'ObjectionRecorded',
        by: authority(context, 'objections'),
        data: { sitting: index, act, asksForCount },
        ...(text === undefined ? {} : { disclose: { text } }),
      },
    ]);
  },
};
