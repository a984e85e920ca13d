import { authority, holderOf } from '../authority.ts';
import { accept, type Context, type DraftAct, type VaultRecord } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { convenedSitting } from '../sitting/find.ts';
import { tableGet } from '../table.ts';
import { runsSitting } from './ask.ts';
import { floorIn, floorNeed, itemOf, talkingSitting, turnIn } from './find.ts';
import type { Floor } from './list.ts';
import { isTimeOver, orderOf } from './order.ts';
import { speakingRules } from './rules.ts';
import { openItems, summaryOf } from './summary.ts';

/** To whoever is next by the statute’s order: the presidium gives the floor, it does not choose. A point of order interrupts. */
export const giveFloor: Handler<'GiveFloor'> = {
  needs: (_ask, { sitting }) => [floorNeed(sitting)],
  decide(context, { sitting, number }) {
    const { state, at } = context;
    const found = talkingSitting(context, sitting);
    if (!found.ok) return found;
    const place = turnIn(context, sitting, number);
    if (!place.ok) return place;
    const { floor, turn } = place.value;
    if (turn.standing !== 'waiting') return refuse('not-waiting', 'speaking', { present: number });
    const [speaking] = floor.speaking;
    if (speaking !== undefined && turn.kind !== 'order')
      return refuse('somebody-speaks', 'speaking', { present: speaking });
    const rules = speakingRules(state);
    if (isTimeOver(floor, turn, rules, at))
      return refuse('speaking-time-over', 'speaking.group', { needed: rules.group?.seconds ?? 0 });
    const [next] = orderOf(floor, turn.item, rules, at);
    if (next !== undefined && next.number !== number)
      return refuse('not-next', 'speaking.order', { needed: next.number, present: number });
    return accept([], [{ record: 'floor', sitting, entry: { event: 'given', number } }]);
  },
};

export const endSpeech: Handler<'EndSpeech'> = {
  needs: (_ask, { sitting }) => [floorNeed(sitting)],
  decide(context, { sitting, number }) {
    const found = convenedSitting(context.state, sitting);
    if (!found.ok) return found;
    const place = turnIn(context, sitting, number);
    if (!place.ok) return place;
    const { floor, turn } = place.value;
    if (turn.holder !== holderOf(context.actor) && !runsSitting(context, sitting))
      return refuse('not-your-place', 'speaking', { present: number });
    if (!floor.speaking.includes(number)) return refuse('nobody-speaks', 'speaking', { present: number });
    return accept([], [{ record: 'floor', sitting, entry: { event: 'ended', number } }]);
  },
};

/** Those who wait are heard first, unless the hall has closed the debate by its vote. */
export const closeDebate: Handler<'CloseDebate'> = {
  needs: (_ask, { sitting }) => [floorNeed(sitting)],
  decide(context, { sitting, motion }) {
    const { state, at } = context;
    const found = convenedSitting(state, sitting);
    if (!found.ok) return found;
    const item = itemOf(context, sitting, motion);
    if (!item.ok) return item;
    if (found.value.debatesEnded.includes(item.value))
      return refuse('debate-over', 'speaking', { present: item.value });
    const floor = floorIn(context, sitting);
    const [speaking] = floor.speaking;
    if (speaking !== undefined) return refuse('somebody-speaks', 'speaking', { present: speaking });
    const rules = speakingRules(state);
    const waiting = orderOf(floor, item.value, rules, at).filter((turn) => !isTimeOver(floor, turn, rules, at));
    const tabled = tableGet(state.motions, item.value);
    const cutOff = tabled !== undefined && (tabled.debateClosed || tabled.vote !== null || tabled.end !== null);
    if (waiting.length > 0 && !cutOff)
      return refuse('speakers-waiting', 'speaking', { needed: 'close-debate', present: waiting.length });
    if (item.value === sitting && !openItems(floor).includes(sitting))
      return refuse('nobody-spoke', 'speaking', { present: sitting });
    return accept([debateEnded(context, floor, sitting, item.value)], [closedItem(sitting, item.value)]);
  },
};

const closedItem = (sitting: number, item: number): VaultRecord => ({
  record: 'floor',
  sitting,
  entry: { event: 'closed', item },
});

function debateEnded(context: Context, floor: Floor, sitting: number, item: number): DraftAct {
  return {
    act: 'DebateEnded',
    by: authority(context, 'speaking'),
    data: {
      sitting,
      ...(item === sitting ? {} : { motion: item }),
      ...summaryOf(floor, item, speakingRules(context.state), context.at),
    },
  };
}

/** What a sitting talked about and nobody closed ends with the sitting. */
export const debatesEndedWith = (context: Context, sitting: number): readonly DraftAct[] => {
  const floor = floorIn(context, sitting);
  return openItems(floor).map((item) => debateEnded(context, floor, sitting, item));
};
