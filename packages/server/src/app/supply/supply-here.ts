import { type Actor, later, rolesOf, supplyRules, tableEntries, tableGet, tableValues } from '@cabildo/core';
import type { Audience } from '../../store/schema.ts';
import { readNamedSlots } from '../../store/vault/disclosures.ts';
import type { BookView, Node } from '../node.ts';
import { needsNow } from './needs-now.ts';
import { itemsNow, lotsNow } from './stock-now.ts';
import { plansNow, tripsNow } from './work-now.ts';

/** What lies beside the acts of supply, and whom it is for (the catalogue's `discloses`). */
const slots = ['location', 'plate', 'route', 'about', 'place', 'people'] as const;

type Reader = Exclude<Audience, 'public'>;

/** Who may read what is for officers may read what is for members. */
const readable: Readonly<Record<Reader, readonly Audience[]>> = {
  members: ['public', 'members'],
  officers: ['public', 'members', 'officers'],
};

/**
 * A committee's state of supply as it stands, for its members and officers: registers, what there is and where, needs, plans, trips.
 * Plates are for officers, and null for others. What everybody is shown, and how roughly, the public pages say (decision 0017).
 */
export async function supplyHere(node: Node, book: BookView, asks: { actor: Actor; audience: Reader }) {
  const { state, origin } = book;
  const { supply } = state;
  const at = later(node.now(), state.at);
  const { actor, audience } = asks;
  const beside = await readNamedSlots(node.store, origin, slots, readable[audience]);
  const said = (index: number, slot: (typeof slots)[number]): string | null => beside.get(index)?.[slot] ?? null;
  const before = await besideBooksBefore(node, book, readable[audience]);
  return {
    at,
    size: book.head.size,
    origin,
    rules: supplyRules(state),
    officer: rolesOf(state, actor, at).has('officer'),
    items: itemsNow(supply),
    sites: tableEntries(supply.sites).map(
      ([site, { counted, title, kind, peopleServed, assembly, closed, ...rough }]) => ({
        site: Number(site),
        title,
        kind,
        peopleServed,
        assembly,
        closed,
        area: rough.area ?? null,
        near: rough.near ?? null,
        location:
          rough.changed === undefined
            ? (said(Number(site), 'location') ?? before(rough.beside, 'location'))
            : said(rough.changed, 'location'),
        counted: tableEntries(counted).map(([item, last]) => ({ item: Number(item), ...last })),
      }),
    ),
    vehicles: tableEntries(supply.vehicles).map(([vehicle, { title, carries, withdrawn, beside: was }]) => ({
      vehicle: Number(vehicle),
      title,
      carries,
      withdrawn,
      plate: said(Number(vehicle), 'plate') ?? before(was, 'plate'),
    })),
    hands: tableEntries(supply.hands).map(([hand, { of, key, until, withdrawn }]) => ({
      hand: Number(hand),
      of,
      key,
      until,
      withdrawn,
    })),
    lots: lotsNow(supply, at),
    needs: needsNow(supply),
    announcements: tableEntries(supply.announcements).map(([index, announced]) => ({
      announcement: Number(index),
      ...announced,
      about: said(Number(index), 'about') ?? said(Number(index), 'place'),
      people: Number(said(Number(index), 'people')) || null,
    })),
    rule: supply.rule,
    plans: plansNow(supply, at),
    trips: tripsNow(supply).map((trip) => ({
      ...trip,
      route: said(trip.trip, 'route') ?? before(tableGet(supply.trips, trip.trip)?.beside, 'route'),
    })),
    handOvers: tableEntries(supply.handOvers).length,
  };
}

/** The words of what was taken over lie beside the book that it comes from. */
async function besideBooksBefore(node: Node, { state }: BookView, audiences: readonly Audience[]) {
  const { sites, vehicles, trips } = state.supply;
  const was = [...tableValues(sites), ...tableValues(vehicles), ...tableValues(trips)].flatMap(
    ({ beside }) => beside ?? [],
  );
  const books = [...new Set(was.map(({ book }) => book))];
  const read = await Promise.all(
    books.map(async (book) => [book, await readNamedSlots(node.store, book, slots, audiences)] as const),
  );
  const known = new Map(read);
  return (
    at: { readonly book: string; readonly index: number } | undefined,
    slot: (typeof slots)[number],
  ): string | null => (at === undefined ? null : (known.get(at.book)?.get(at.index)?.[slot] ?? null));
}
