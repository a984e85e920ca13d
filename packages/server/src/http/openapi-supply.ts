import type { JsonSchema } from '@cabildo/core';
import { count, hash, list, object, orNull, publicKey, text, time } from './openapi-shapes.ts';

const act = { ...count, description: 'Number of an act' } as const;
const acts = orNull(act);
const line = object({ lot: act, site: act, quantity: count, left: count });
const amounts = { received: count, depots: count, vehicles: count, sites: count, lost: count, passed: count } as const;
const signed = { type: 'integer' } as const;

const counted = object({ item: act, act, round: count, at: time, found: count });

const announced = object(
  {
    announcement: act,
    kind: { enum: ['contingent', 'places', 'closure'] },
    from: time,
    until: orNull(time),
    withdrawn: acts,
    size: { enum: ['tens', 'hundreds', 'thousands', 'ten-thousands'] },
    people: { ...orNull(count), description: 'Of a contingent: how many exactly' },
    site: act,
    what: { enum: ['beds', 'meals'] },
    count,
    title: text,
    confirmed: { type: 'boolean' },
    about: { ...orNull(text), description: 'Who is coming, or where a road is closed' },
  },
  ['size', 'site', 'what', 'count', 'title', 'confirmed'],
);

/** A committee's supply as it stands. */
export const supplyComponents: Readonly<Record<string, JsonSchema>> = {
  CommitteesOfItsSites: object({ committees: list(object({ body: text, title: text })) }),
  SupplyHere: object({
    at: time,
    size: count,
    origin: text,
    rules: object({
      allocation: { enum: ['vote', 'officers'] },
      counters: count,
      allocationDays: orNull(count),
      handDays: count,
    }),
    officer: { type: 'boolean', description: 'Whoever asks may give orders' },
    items: list(
      object({
        item: act,
        symbol: text,
        title: text,
        unit: text,
        cargo: text,
        ...amounts,
        depots: signed,
        vehicles: signed,
        sites: signed,
      }),
    ),
    sites: list(
      object({
        site: act,
        title: text,
        kind: text,
        peopleServed: count,
        assembly: orNull(text),
        closed: acts,
        area: { ...orNull(text), description: 'Where it is, as roughly as everybody may know' },
        near: { ...orNull(object({ east: signed, north: signed })), description: 'In hundredths of a degree' },
        location: orNull(text),
        counted: list(counted),
      }),
    ),
    vehicles: list(
      object({
        vehicle: act,
        title: text,
        carries: list(object({ item: act, quantity: count })),
        withdrawn: acts,
        plate: { ...orNull(text), description: 'For officers' },
      }),
    ),
    hands: list(object({ hand: act, of: act, key: publicKey, until: time, withdrawn: acts })),
    lots: {
      ...list(
        object({
          lot: act,
          item: act,
          site: act,
          by: { enum: ['outside', 'found', 'accepted'] },
          received: count,
          bestBefore: orNull(time),
          free: count,
          meant: { ...count, description: 'For somebody, and not handed over yet' },
          offered: count,
          short: { ...count, description: 'So much less than was meant or offered' },
          places: list(object({ place: act, quantity: signed })),
          notShownYet: { ...list(act), description: 'Places below zero: a hand-over that brought it there is missing' },
        }),
      ),
      description: 'Those of which anything is in a depot or a vehicle, meant for somebody, or not shown yet',
    },
    needs: list(
      object({
        need: act,
        site: act,
        item: act,
        quantity: count,
        until: time,
        declaredAt: time,
        countersigned: acts,
        hand: acts,
        found: { ...orNull(count), description: 'What those who looked found to be needed' },
        came: { ...signed, description: 'Handed over since it was declared, without what was damaged' },
        over: { ...list(object({ need: act, act, declared: count, found: count })), description: 'Of needs before' },
      }),
    ),
    announcements: list(announced),
    rule: orNull(
      object({
        act,
        vote: act,
        rule: { enum: ['leximin', 'proportional', 'equal-awards', 'equal-losses', 'talmud'] },
        parameters: hash,
      }),
    ),
    plans: list(
      object({
        plan: act,
        rule: acts,
        problem: hash,
        hash,
        parts: list(hash),
        entered: list(count),
        whole: { type: 'boolean' },
        holds: { type: 'boolean' },
        until: orNull(time),
        ended: acts,
        lines: list(line),
      }),
    ),
    trips: {
      ...list(
        object({
          trip: act,
          plan: act,
          vehicle: act,
          hand: act,
          lines: list(line),
          ended: acts,
          route: orNull(text),
        }),
      ),
      description: 'All that are under way, and the newest that are over',
    },
    handOvers: count,
  }),
};
