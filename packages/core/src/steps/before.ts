import { affiliatesNow } from '../affiliation/lineage.ts';
import { sitsByDelegates } from '../body/standing.ts';
import type { RefusalCode } from '../refusal.ts';
import { isBare } from '../sitting/notice.ts';
import type { BodyState, Sitting } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { plusHours, type Time } from '../time.ts';
import { beside, type Candidate, step } from './candidate.ts';
import { seats } from './seats.ts';
import { anyHash, anyHolders, anyWords } from './stand-ins.ts';

const namingPeople: readonly RefusalCode[] = ['two-tellers-needed', 'not-on-roll', 'no-such-seat'];

/** Convened and not open yet: its texts, who counts, the count, the two calls. */
export function beforeOpening(state: BodyState, index: number, sitting: Sitting, at: Time): readonly Candidate[] {
  const place = { sitting: index };
  return [
    ...sitting.notice.flatMap((item, number) =>
      isBare(item)
        ? [step('NameNoticeText', { ...place, item: number, textHash: anyHash }, { ...texts, title: item.title })]
        : [],
    ),
    ...tellers(state, index, sitting),
    ...(sitsByDelegates(state) ? [] : counting(index, sitting)),
    ...seats(state, index, sitting, at),
    step('OpenSitting', { ...place, call: 'first' }),
    step('OpenSitting', { ...place, call: 'second' }),
    ...crowd(state, index, sitting),
    beside('CallOffSitting', { ...place, reason: anyWords }, { missing: ['reason'] }),
  ];
}

const texts = { missing: ['textHash'] };

/** Once they are appointed, others can be: a recount is by others. */
export function tellers(state: BodyState, index: number, { tellers: appointed }: Sitting): readonly Candidate[] {
  const input = { sitting: index, tellers: anyHolders(state) };
  const more = { missing: ['tellers'], aside: namingPeople };
  const needed = appointed.length === 0 && !sitsByDelegates(state);
  return [needed ? step('AppointTellers', input, more) : beside('AppointTellers', input, more)];
}

/** The next round of counting who is there. */
export function counting(index: number, { counted, present }: Sitting): readonly Candidate[] {
  const input = { sitting: index, round: (counted?.round ?? 0) + 1, present: 0 };
  const more = { missing: ['present'] };
  return [present === null ? step('CountPresence', input, more) : beside('CountPresence', input, more)];
}

function crowd(state: BodyState, index: number, { roll }: Sitting): readonly Candidate[] {
  if (affiliatesNow(state).length === 0) return [];
  const range = { atLeast: roll + 1, atMost: roll + 1 };
  const missing = ['atLeast', 'atMost', 'method'];
  return [beside('EstimateCrowd', { sitting: index, ...range, method: anyWords }, { missing })];
}

/** The next sitting, when this one is over. */
export function convening(state: BodyState, { kind, place }: Sitting, at: Time): readonly Candidate[] {
  const startsAt = plusHours(at, (statuteOf(state)?.notice.hours ?? 0) + 1);
  const notice = [{ matter: 'ordinary' as const, title: anyWords }];
  return [
    step('ConveneSitting', { kind, place, startsAt, notice }, { missing: ['kind', 'place', 'startsAt', 'notice'] }),
  ];
}
