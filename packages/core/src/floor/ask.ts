import { holderOf } from '../authority.ts';
import type { InputFor } from '../catalogue/commands.ts';
import type { Role } from '../catalogue/entry.ts';
import { accept, type Context } from '../decision.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { voiceRefusal } from '../delegation/voice.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { rolesFor } from '../sitting/presidium.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { floorIn, floorNeed, itemOf, talkingSitting, turnIn } from './find.ts';
import type { Floor } from './list.ts';
import { orderOf, speakerOf } from './order.ts';
import { hasKind, type SpeakingRules, speakingRules } from './rules.ts';
import type { Asked, SpeechKind } from './state.ts';

type Ask = InputFor<'AskForFloor'>;

/** A place on the list, for oneself or, by those who run the sitting, for somebody without a phone. */
export const askForFloor: Handler<'AskForFloor'> = {
  needs: ({ actor }, { sitting, label }) => [
    floorNeed(sitting),
    ...(actor.kind === 'member' && label === undefined ? [hereNeed(sitting, actor.member)] : []),
  ],
  decide(context, input) {
    const { state, at } = context;
    const found = talkingSitting(context, input.sitting);
    if (!found.ok) return found;
    const item = itemOf(context, input.sitting, input.motion);
    if (!item.ok) return item;
    const rules = speakingRules(state);
    const floor = floorIn(context, input.sitting);
    const asked = askedBy(context, input, item.value);
    const refused =
      whoRefusal(context, input) ??
      kindRefusal(rules, input.kind) ??
      overRefusal(state, item.value, input.kind) ??
      sectorRefusal(rules, floor, asked) ??
      twiceRefusal(floor, asked);
    if (refused !== null) return refused;
    const number = floor.turns.length + 1;
    const event = { event: 'asked', number, ...asked } as const;
    const queued = orderOf({ ...floor, turns: [...floor.turns, waiting(number, asked, at)] }, item.value, rules, at);
    return accept([], [{ record: 'floor', sitting: input.sitting, entry: event }], {
      number,
      place: queued.findIndex((turn) => turn.number === number) + 1,
    });
  },
};

const waiting = (number: number, asked: Asked, askedAt: string) =>
  ({ ...asked, number, askedAt, begun: null, standing: 'waiting', seconds: 0, since: null, accounted: false }) as const;

const hereNeed = (sitting: number, member: string): NeedOf<'checked-in'> => ({ fact: 'checked-in', sitting, member });

function askedBy({ actor }: Context, { kind, label, sector, woman }: Ask, item: number): Asked {
  const own = label === undefined;
  return {
    item,
    kind,
    holder: own ? holderOf(actor) : null,
    label: label ?? null,
    body: own && actor.kind === 'seat' ? actor.below : null,
    sector: sector ?? null,
    woman: woman === true,
  };
}

const runs: readonly Role[] = ['convener', 'presidium', 'secretary'];

export const runsSitting = (context: Context, sitting: number): boolean => {
  const roles = rolesFor(context, { sitting });
  return runs.some((role) => roles.has(role));
};

/** Somebody who is there, with voice. */
function whoRefusal(context: Context, { sitting, label }: Ask): Refused | null {
  const { state, actor, evidence } = context;
  if (label !== undefined)
    return runsSitting(context, sitting) ? null : refuse('not-allowed', 'speaking', { needed: runs.join(' | ') });
  if (actor.kind === 'member') {
    const here = findingFor(evidence, hereNeed(sitting, actor.member)).found !== null;
    return here || runsSitting(context, sitting) ? null : refuse('not-checked-in', 'speaking', { needed: 'CheckIn' });
  }
  if (actor.kind === 'slip')
    return actor.sitting === sitting ? null : refuse('not-checked-in', 'speaking', { needed: 'CheckIn' });
  const seat = actor.kind === 'seat' ? tableGet(state.seats, seatKey(actor.below, actor.seat)) : undefined;
  if (seat?.sitting !== sitting) return refuse('not-checked-in', 'speaking', { needed: 'AccreditSeat' });
  return voiceRefusal(context, sitting);
}

const kindRefusal = (rules: SpeakingRules, kind: SpeechKind): Refused | null =>
  hasKind(rules, kind) ? null : refuse('speech-not-in-statute', 'speaking', { needed: kind });

/** What is being voted, or was closed, is talked about no more; order can be asked for as long as the sitting lasts. */
function overRefusal(state: BodyState, item: number, kind: SpeechKind): Refused | null {
  const motion = tableGet(state.motions, item);
  if (motion === undefined || kind === 'order') return null;
  if (motion.vote !== null) return refuse('already-put-to-vote', 'speaking', { present: motion.vote });
  const over = motion.debateClosed || tableGet(state.sittings, motion.sitting)?.debatesEnded.includes(item) === true;
  return over || motion.end !== null ? refuse('debate-over', 'speaking', { present: item }) : null;
}

/** Nobody changes sector to have more time: what was said first holds for the whole sitting. */
function sectorRefusal({ group, sectors = [] }: SpeakingRules, floor: Floor, asked: Asked): Refused | null {
  const { sector } = asked;
  const known = sector === null ? group?.of !== 'sector' || asked.kind !== 'speech' : sectors.includes(sector);
  if (!known)
    return refuse('sector-needed', 'speaking.sectors', {
      needed: sectors.join(' | '),
      ...(sector === null ? {} : { present: sector }),
    });
  const who = asked.body ?? speakerOf(asked);
  const before = floor.turns.find((turn) => turn.sector !== null && (turn.body ?? speakerOf(turn)) === who)?.sector;
  if (before === undefined || before === null || sector === null || before === sector) return null;
  return refuse('sector-differs', 'speaking.sectors', { needed: before, present: sector });
}

function twiceRefusal(floor: Floor, asked: Asked): Refused | null {
  const open = floor.turns.find(
    (turn) =>
      turn.item === asked.item &&
      turn.kind === asked.kind &&
      speakerOf(turn) === speakerOf(asked) &&
      (turn.standing === 'waiting' || turn.since !== null || turn.standing === 'interrupted'),
  );
  return open === undefined ? null : refuse('already-on-the-list', 'speaking', { present: open.number });
}

/** One’s own place; and, by those who run the sitting, that of somebody without a phone. */
export const withdrawFromFloor: Handler<'WithdrawFromFloor'> = {
  needs: (_ask, { sitting }) => [floorNeed(sitting)],
  decide(context, { sitting, number }) {
    const found = talkingSitting(context, sitting);
    if (!found.ok) return found;
    const at = turnIn(context, sitting, number);
    if (!at.ok) return at;
    const { turn } = at.value;
    const own = turn.holder === null ? runsSitting(context, sitting) : turn.holder === holderOf(context.actor);
    if (!own) return refuse('not-your-place', 'speaking', { present: number });
    if (turn.standing !== 'waiting') return refuse('not-waiting', 'speaking', { present: number });
    return accept([], [{ record: 'floor', sitting, entry: { event: 'withdrawn', number } }]);
  },
};
