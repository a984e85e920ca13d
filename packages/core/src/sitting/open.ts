import { authority, seatsInSitting } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { accept, type Context } from '../decision.ts';
import { withoutSlips } from '../door/standing.ts';
import { floorNeed } from '../floor/find.ts';
import { debatesEndedWith } from '../floor/give.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { holderNeeds, strangers } from '../roll/strangers.ts';
import type { Sitting } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { quorumFound, statuteOf } from '../statute/quorum.ts';
import { plusMinutes } from '../time.ts';
import { besideAnother } from './beside.ts';
import { pastClosing } from './closing.ts';
import { convenedSitting, type Found, openVoteIn } from './find.ts';

export const openSitting: Handler<'OpenSitting'> = {
  decide(context, { sitting: index, call }) {
    const { state, at } = context;
    const rules = statuteOf(state);
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    if (rules === null) return refuse('body-not-founded', 'founding');
    const sitting = found.value;
    if (sitting.opened !== null) return refuse('sitting-already-open', 'calls', { present: sitting.opened.act });
    const early = besideAnother(context, index) ?? tooEarly(sitting, rules, call, at);
    if (early !== null) return early;
    const presence = presentIn(context, sitting, index);
    if (!presence.ok) return presence;
    const present = presence.value;
    const quorum = quorumFound(rules, call, { roll: sitting.roll, present });
    const { needed, met } = quorum;
    // On first call there is a lawful next step, the second; only there is a sitting without quorum put on record as held.
    if (!met && call === 'first') return refuse('no-quorum', 'calls.first', { needed, present });
    return accept([
      {
        act: 'SittingOpened',
        by: authority(context, 'calls'),
        data: { sitting: index, call, quorum },
      },
    ]);
  },
};

/** Why it is too early, or too late, for that call. */
export function tooEarly(
  sitting: Pick<Sitting, 'startsAt' | 'resumed'>,
  rules: Statute,
  call: 'first' | 'second',
  at: string,
): Refused | null {
  if (at < sitting.startsAt) return refuse('too-early', 'calls', { needed: sitting.startsAt, present: at });
  const second = plusMinutes(sitting.startsAt, rules.calls.minutesBetween);
  if (call === 'second' && at < second)
    return refuse('second-call-too-early', 'calls.minutesBetween', { needed: second, present: at });
  // Those who went home at the closing hour are not to find in the morning what a quarter of the roll has decided.
  if (call === 'second' && pastClosing(rules, sitting, at))
    return refuse('after-closing-hour', 'closing', { needed: rules.closing.hour, present: at });
  return null;
}

/** Members counted by two tellers; in a delegate assembly the accredited seats. */
function presentIn({ state, at }: Context, sitting: Sitting, index: number): Found<number> {
  if (sitsByDelegates(state)) return { ok: true, value: seatsInSitting(state, index, at, 'decision').length };
  if (sitting.counted === null) return refuse('not-counted', 'tellers', { needed: 2, present: 0 });
  if (sitting.present === null) return refuse('counts-differ', 'tellers', { needed: sitting.counted.round + 1 });
  return { ok: true, value: withoutSlips(sitting, sitting.present) };
}

export const appointTellers: Handler<'AppointTellers'> = {
  needs: ({ state }, { tellers }) => tellers.flatMap((teller) => holderNeeds(state, teller)),
  decide(context, { sitting, tellers }) {
    const found = convenedSitting(context.state, sitting);
    if (!found.ok) return found;
    const [first, second] = tellers;
    if (first === undefined || second === undefined || first === second)
      return refuse('two-tellers-needed', 'tellers', { needed: 2, present: new Set(tellers).size });
    const refused = strangers(context, tellers);
    if (refused !== null) return refused;
    return accept([
      { act: 'TellersAppointed', by: authority(context, 'tellers'), data: { sitting, tellers: [first, second] } },
    ]);
  },
};

export const closeSitting: Handler<'CloseSitting'> = {
  needs: (_ask, { sitting }) => [floorNeed(sitting)],
  decide(context, { sitting }) {
    const { state } = context;
    const found = convenedSitting(state, sitting);
    if (!found.ok) return found;
    if (found.value.opened === null) return refuse('sitting-not-open', 'calls', { present: sitting });
    const open = openVoteIn(state, found.value);
    if (open !== null) return refuse('vote-still-open', 'rules', { present: open });
    const closed = { act: 'SittingClosed', by: authority(context, 'calls'), data: { sitting } } as const;
    return accept([...debatesEndedWith(context, sitting), closed]);
  },
};

export const recordIrregularity: Handler<'RecordIrregularity'> = {
  decide(context, input) {
    const found = convenedSitting(context.state, input.sitting);
    if (!found.ok) return found;
    return accept([{ act: 'IrregularityRecorded', by: authority(context, 'calls'), data: input }]);
  },
};
