import { tableEntries, tableGet, tableHas } from '@cabildo/core';
import type { BookView } from '../node.ts';
import type { Popolo, PopoloMembership, PopoloOrganization, PopoloPost } from './shape.ts';

export const actId = (origin: string, index: number): string => `${origin}#${index}`;

/** When the act of that index was written. */
export type TimeOfAct = (index: number) => Promise<string | undefined>;

type People = Pick<Popolo, 'persons' | 'posts' | 'memberships'>;

/** The body and those that belong to it. */
export function organizationsOf({ origin, title, state }: BookView): PopoloOrganization[] {
  const below = tableEntries(state.affiliates).map(([id, affiliate]) => ({
    id,
    name: affiliate.title,
    parent_id: origin,
  }));
  const body = state.body;
  const self = {
    id: origin,
    name: title,
    ...(body === null ? {} : { classification: body.kind, founding_date: day(body.foundedAt) }),
  };
  return [self, ...below];
}

export function affiliations({ origin, state }: BookView): PopoloMembership[] {
  return tableEntries(state.affiliates).map(([id, { title, act, at }]) => ({
    id: actId(origin, act),
    organization_id: origin,
    member: { '@type': 'organization', id, name: title },
    start_date: day(at),
  }));
}

/** Offices and who holds them. Before the first election there are none: a founder is no officer. */
export function officersOf({ origin, state }: BookView): People {
  const posts = (state.statute?.rules.offices ?? []).map(
    ({ office, role }): PopoloPost => ({ id: officeId(origin, office), label: office, role, organization_id: origin }),
  );
  const held = tableEntries(state.officers);
  return {
    posts,
    persons: held.map(([, { person }]) => ({ id: person, name: null })),
    memberships: held.map(([office, { person, act, from, until }]) => ({
      id: `${actId(origin, act)}/${office}`,
      organization_id: origin,
      person_id: person,
      post_id: officeId(origin, office),
      start_date: day(from),
      end_date: day(until),
    })),
  };
}

const officeId = (origin: string, office: string): string => `${origin}#office/${office}`;

/** Delegates whom this body has sent up, from the elections that its officers have sealed. */
export async function delegatesOf({ origin, state }: BookView, timeOf: TimeOfAct): Promise<People> {
  const seats = tableEntries(state.elections).flatMap(([key, { to, from, until, seats: elected }]) => {
    const act = Number(key);
    return tableHas(state.sealed, act) ? elected.map((seat) => ({ ...seat, act, to, from, until })) : [];
  });
  const memberships = seats.map(async ({ act, to, seat, holder, from, until, recalled }) => {
    const end = recalled === null ? until : ((await timeOf(recalled)) ?? until);
    return {
      id: `${actId(origin, act)}/${seat}`,
      organization_id: to,
      person_id: holder,
      post_id: seatId(to, origin, seat),
      on_behalf_of_id: origin,
      start_date: day(from),
      end_date: day(end),
    };
  });
  return {
    persons: seats.map(({ holder }) => ({ id: holder, name: null })),
    posts: seats.map(({ to, seat }) => seatPost(to, origin, seat)),
    memberships: await Promise.all(memberships),
  };
}

/** Seats that this body has accredited: the persons are named by the books that elected them, and again here. */
export function seatsOf({ origin, state }: BookView): People {
  const seats = tableEntries(state.seats).map(([, seat]) => seat);
  const held = seats.filter((seat) => !seat.vacant);
  return {
    posts: seats.map(({ below, seat }) => seatPost(origin, below, seat)),
    persons: held.map(({ holder }) => ({ id: holder, name: null })),
    memberships: held.map(({ below, seat, holder, until, election, sitting }) => ({
      id: `${actId(election.book, election.index)}/${seat}`,
      organization_id: origin,
      person_id: holder,
      post_id: seatId(origin, below, seat),
      on_behalf_of_id: below,
      start_date: day(tableGet(state.sittings, sitting)?.startsAt ?? state.at),
      end_date: day(until),
    })),
  };
}

const seatId = (above: string, below: string, seat: number): string => `${above}#seat/${below}#${seat}`;

const seatPost = (above: string, below: string, seat: number): PopoloPost => ({
  id: seatId(above, below, seat),
  label: `${below} #${seat}`,
  role: 'delegate',
  organization_id: above,
});

const day = (time: string): string => time.slice(0, 10);
