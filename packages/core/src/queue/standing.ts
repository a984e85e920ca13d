import { tableEntries } from '../table.ts';
import type { HouseholdCard, Queue, QueueState, Serving } from './state.ts';

/** Does the card take part in a queue? Cards are frozen when it is announced, before anybody can know the seed. */
export const takesPart = ({ issued, voided }: HouseholdCard, announced: number): boolean =>
  issued < announced && (voided === null || voided > announced);

export const cardsIn = ({ cards }: QueueState, announced: number): readonly number[] =>
  tableEntries(cards).flatMap(([number, card]) => (takesPart(card, announced) ? [Number(number)] : []));

const stands = ({ withdrawn }: Serving): boolean => withdrawn === null;

/** Of a card that counts: a portion on a card that is void, or not in the draw, serves nobody. */
const counts = (serving: Serving): boolean =>
  stands(serving) && serving.irregular !== 'void' && serving.irregular !== 'not-in-draw';

export const isServed = (servings: readonly Serving[]): boolean => servings.some(counts);

export const isDisputed = (servings: readonly Serving[]): boolean => servings.filter(stands).length > 1;

export const portionsOn = (servings: readonly Serving[]): number => servings.filter(stands).length;

/** Cards that were not served. */
export const leftIn = ({ cards, served }: Pick<Queue, 'cards' | 'served'>): number => cards - served;
