import { accept, type Context, type Decision } from '../decision.ts';
import { type Channel, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { countsFrom, noWaiting, waitingUnder } from '../roll/waiting.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { attendanceEnds, attendanceOver } from './attendance.ts';
import { convenedSitting } from './find.ts';

/**
 * A vote by phone is that of somebody who is there, so checking in takes the code of the door, unless the statute lets people
 * meet from anywhere. Whoever is checked in already is not asked for it again: the answer may have been lost.
 */
export const checkIn: Handler<'CheckIn'> = {
  needs: ({ state, actor }, { sitting, door }) =>
    actor.kind === 'member'
      ? [...attendingNeeds(sitting, actor.member), ...(isRemote(state) ? [] : [doorNeed(sitting, door ?? '')])]
      : [],
  decide(context, { sitting, door }) {
    const { state, actor, evidence } = context;
    if (actor.kind !== 'member') return refuse('not-allowed', 'roll', { needed: 'member' });
    const found = attending(context, sitting, actor.member, 'phone');
    if (!found.ok || isRemote(state) || isThere(context, sitting, actor.member)) return found;
    if (door === undefined) return refuse('door-code-missing', 'checkIn', { needed: 'code' });
    const holds = findingFor(evidence, doorNeed(sitting, door)).found?.holds === true;
    return holds ? found : refuse('door-code-over', 'checkIn', { needed: 'code' });
  },
};

const isRemote = (state: BodyState): boolean => statuteOf(state)?.checkIn === 'anywhere';

const isThere = ({ evidence }: Context, sitting: number, member: string): boolean =>
  findingFor(evidence, checkedInNeed(sitting, member)).found !== null;

const doorNeed = (sitting: number, code: string): NeedOf<'door-code'> => ({ fact: 'door-code', sitting, code });

/** At the door the hand-card is swapped for the phone or for paper: each person has one channel (DESIGN section 6, Counted once). */
export const admitAtDoor: Handler<'AdmitAtDoor'> = {
  needs: (_ask, { sitting, member }) => attendingNeeds(sitting, member),
  decide: (context, { sitting, member, channel }) => attending(context, sitting, member, channel ?? 'phone'),
};

function attending(context: Context, index: number, holder: string, channel: Channel): Decision {
  const { state, at, evidence } = context;
  const found = convenedSitting(state, index);
  if (!found.ok) return found;
  const ends = attendanceEnds(state, found.value);
  if (ends !== null && attendanceOver(state, index, at))
    return refuse('attendance-over', 'publicity', { needed: ends, present: at });
  const member = findingFor(evidence, memberNeed(holder)).found;
  if (member === null) return refuse('not-on-roll', 'roll', { needed: holder });
  const { convenedAt, kind } = found.value;
  const entitledFrom = countsFrom(kind === 'founding' ? noWaiting : waitingUnder(state), member.enrolledAt);
  if (entitledFrom > convenedAt)
    return refuse('waiting-time', 'roll.waitingDays', { needed: entitledFrom, present: convenedAt });
  const before = findingFor(evidence, checkedInNeed(index, holder)).found?.channel ?? channel;
  if (before !== channel) return refuse('other-channel', 'calls', { needed: before, present: channel });
  return accept([], [{ record: 'attendance', sitting: index, holder, channel }]);
}

const attendingNeeds = (sitting: number, member: string) => [memberNeed(member), checkedInNeed(sitting, member)];

const checkedInNeed = (sitting: number, member: string): NeedOf<'checked-in'> => ({
  fact: 'checked-in',
  sitting,
  member,
});

const memberNeed = (member: string): NeedOf<'member'> => ({ fact: 'member', member });
