// A neighbourhood with household cards, which gives out gas by lot.
import { createHash } from 'node:crypto';
import { householdCardText, type InputFor, plusHours } from '../../src/index.ts';
import { type Base, indexOf } from './assembly.ts';
import { sha256 } from './book.ts';
import type { Done, Federation } from './federation.ts';
import { committee } from './supply.ts';

export interface Neighbourhood {
  readonly fed: Federation;
  readonly base: Base;
  readonly origin: string;
  /** Codes on the papers, the first at no. 1. */
  readonly codes: readonly string[];
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same 80 bits whenever it is asked for. */
export const codeOf = (name: string): string =>
  [...createHash('sha256').update(name).digest().subarray(0, 16)].map((byte) => letters[byte % 32]).join('');

export const servingOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

type Place = Pick<Neighbourhood, 'fed' | 'base' | 'origin'>;

export const commitmentOf = (origin: string, code: string): string => sha256(householdCardText(origin, code));

export function issue({ fed, base, origin }: Place, codes: readonly string[], households: number): Done {
  const commitments = codes.map((code) => commitmentOf(origin, code));
  return fed.must(origin, base.secretary, 'IssueHouseholdCards', { households, commitments });
}

export function neighbourhood(cards = 12): Neighbourhood {
  const { fed, base, origin } = committee();
  return cardsFor({ fed, base, origin }, cards);
}

export function cardsFor(place: Place, cards: number): Neighbourhood {
  const codes = Array.from({ length: cards }, (_, number) => codeOf(`${place.origin} ${number}`));
  issue(place, codes, cards);
  return { ...place, codes };
}

export function announce({ fed, base, origin }: Place, portions = 10): number {
  const input = {
    goods: 'Garrafa de 10 kg, una por hogar',
    portions,
    drawnFrom: 'Tres dados que tiran tres vecinas delante de todos',
    at: plusHours(fed.now, 1),
  };
  return indexOf(fed.must(origin, base.presidium, 'AnnounceQueue', input), 'QueueAnnounced');
}

/** Announced, and drawn an hour later. */
export function drawn(place: Place, portions = 10, seed = '4 2 6'): number {
  const queue = announce(place, portions);
  place.fed.pass({ hours: 1 });
  place.fed.must(place.origin, place.base.presidium, 'DrawQueue', { queue, seed });
  return queue;
}

/** What a phone says of a card: `given` where it had no network and has handed out already. */
export const serving = (queue: number, code: string, name: string, given = false): InputFor<'ServePortion'> => ({
  queue,
  code,
  serving: servingOf(name),
  given,
});
