import { accept, type Context, type Decision } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { statuteOf } from '../statute/quorum.ts';
import { plusDays } from '../time.ts';
import { convenedSitting } from './find.ts';

export const checkIn: Handler<'CheckIn'> = {
  needs: ({ actor }) => (actor.kind === 'member' ? [memberNeed(actor.member)] : []),
  decide: (context, { sitting }) =>
    context.actor.kind === 'member' ? attending(context, sitting, context.actor.member) : refuse('not-allowed', 'roll'),
};

/** At the door a hand-card is swapped for the phone: each person has one channel (DESIGN section 6, Counted once). */
export const admitAtDoor: Handler<'AdmitAtDoor'> = {
  needs: (_ask, { member }) => [memberNeed(member)],
  decide: (context, { sitting, member }) => attending(context, sitting, member),
};

function attending(context: Context, index: number, holder: string): Decision {
  const { state, evidence } = context;
  const found = convenedSitting(state, index);
  if (!found.ok) return found;
  const member = findingFor(evidence, memberNeed(holder)).found;
  if (member === null) return refuse('not-on-roll', 'roll', { needed: holder });
  const { convenedAt, kind } = found.value;
  const waitingDays = kind === 'founding' ? 0 : (statuteOf(state)?.roll.waitingDays ?? 0);
  const entitledFrom = plusDays(member.enrolledAt, waitingDays);
  if (entitledFrom > convenedAt)
    return refuse('waiting-time', 'roll.waitingDays', { needed: entitledFrom, present: convenedAt });
  return accept([], [{ record: 'attendance', sitting: index, holder }]);
}

const memberNeed = (member: string): NeedOf<'member'> => ({ fact: 'member', member });
