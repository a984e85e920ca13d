import { authority } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept, type Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type RefusalCode, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { tableGet } from '../table.ts';
import { isServed, portionsOn, takesPart } from './standing.ts';
import type { HouseholdCard, Queue } from './state.ts';
import { householdCardText, servedText } from './text.ts';

interface Shown {
  readonly queue: number;
  /** What is on the paper. */
  readonly code: string;
}

const hashes = (book: string, { queue, code }: Shown): readonly [NeedOf<'sha256'>, NeedOf<'sha256'>] => [
  { fact: 'sha256', text: householdCardText(book, code) },
  { fact: 'sha256', text: servedText(book, queue, code) },
];

interface Held {
  readonly queue: Queue;
  readonly card: HouseholdCard;
  readonly number: number;
  readonly mark: string;
}

/** The queue that was drawn, and the card that somebody holds up: known by its commitment, as the book has no codes. */
function shown({ state, evidence }: Context, shown: Shown): Found<Held> {
  const { queues, cards, cardOf } = state.queues;
  const queue = tableGet(queues, shown.queue);
  if (queue === undefined) return refuse('not-found', 'supply', { needed: `QueueAnnounced ${shown.queue}` });
  if (queue.drawn === null) return refuse('queue-not-drawn', 'supply', { present: shown.queue });
  const [commitment, mark] = hashes(state.origin, shown).map((need) => findingFor(evidence, need).found?.hash ?? '');
  const number = tableGet(cardOf, commitment ?? '');
  const card = number === undefined ? undefined : tableGet(cards, number);
  if (number === undefined || card === undefined) return refuse('no-such-household-card', 'supply');
  return { ok: true, value: { queue, card, number, mark: mark ?? '' } };
}

type Irregular = NonNullable<ActData<'PortionServed'>['irregular']>;

const refusedFor: Readonly<Record<Irregular, RefusalCode>> = {
  void: 'household-card-void',
  'not-in-draw': 'household-card-later',
  again: 'already-served',
  'after-close': 'queue-closed',
};

function irregularity({ queue, card, mark }: Held, announced: number): Irregular | null {
  if (!takesPart(card, announced)) return card.issued > announced ? 'not-in-draw' : 'void';
  // Void since then: whoever lost it has said so.
  if (card.voided !== null) return 'void';
  if (isServed(tableGet(queue.marks, mark) ?? [])) return 'again';
  return queue.closings.length > 0 ? 'after-close' : null;
}

/**
 * A portion for a card. What was handed out already, by a phone that had no network, is a fact and is recorded, whatever is the
 * matter with it; before that it is a question, and refused where something is. The same serving again is one serving.
 */
export const servePortion: Handler<'ServePortion'> = {
  needs: ({ state }, input) => hashes(state.origin, input),
  decide(context, { serving, given, ...held }) {
    const found = shown(context, held);
    if (!found.ok) return found;
    const { queue, mark, number } = found.value;
    const before = tableGet(queue.marks, mark) ?? [];
    const stands = before.find((one) => one.serving === serving);
    if (stands !== undefined) return accept([], [], { card: number, portions: portionsOn(before) });
    const irregular = irregularity(found.value, held.queue);
    if (irregular !== null && !given)
      return refuse(refusedFor[irregular], 'supply', { present: before.at(-1)?.act ?? held.queue });
    const data = { queue: held.queue, mark, serving, ...(irregular === null ? {} : { irregular }) };
    const answer = { card: number, portions: portionsOn(before) + 1 };
    return accept([{ act: 'PortionServed', by: authority(context, 'supply'), data }], [], answer);
  },
};

/** On the spot, with the card at hand: nobody takes back what somebody else got. */
export const withdrawServing: Handler<'WithdrawServing'> = {
  needs: ({ state }, input) => hashes(state.origin, input),
  decide(context, { serving, why, ...held }) {
    const found = shown(context, held);
    if (!found.ok) return found;
    const { queue, mark } = found.value;
    const stands = (tableGet(queue.marks, mark) ?? []).find((one) => one.serving === serving);
    if (stands === undefined) return refuse('not-found', 'supply', { needed: 'PortionServed' });
    if (stands.withdrawn !== null) return refuse('already-so', 'supply', { present: stands.withdrawn });
    const data = { queue: held.queue, mark, serving, why };
    return accept([{ act: 'ServingWithdrawn', by: authority(context, 'supply'), data }]);
  },
};
