import { accept, type Context, type Decision } from '../decision.ts';
import { type Channel, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { countsFrom, noWaiting, waitingUnder } from '../roll/waiting.ts';
import { attendanceEnds, attendanceOver } from './attendance.ts';
import { convenedSitting } from './find.ts';

export const checkIn: Handler<'CheckIn'> = {
  needs: ({ actor }, { sitting }) => (actor.kind === 'member' ? attendingNeeds(sitting, actor.member) : []),
  decide: (context, { sitting }) =>
    context.actor.kind === 'member'
      ? attending(context, sitting, context.actor.member, 'phone')
      : refuse('not-allowed', 'roll', { needed: 'member' }),
};

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
