import { authority } from '../authority.ts';
import type { ActData, ActName } from '../catalogue/acts.ts';
import { accept, type Context, type Decision, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { handHolds, handOfKey, noPlace, placeKind, placeStands, supplyRules } from './places.ts';
import { contingentSizeOf, publicationRefusal } from './shown.ts';

/** One act of an officer, with what lies beside the book where something is said of it. */
export function written<N extends ActName>(
  context: Context,
  act: N,
  data: ActData<N>,
  beside: Readonly<Record<string, string | undefined>> = {},
): Decision {
  const disclose = Object.fromEntries(Object.entries(beside).filter(([, said]) => said !== undefined));
  const draft = { act, by: authority(context, 'supply'), data };
  return accept([{ ...draft, ...(Object.keys(disclose).length === 0 ? {} : { disclose }) } as unknown as DraftAct]);
}

export const nameItem: Handler<'NameItem'> = {
  decide(context, input) {
    const { supply, accounts } = context.state;
    const present = tableGet(supply.symbols, input.symbol) ?? tableGet(accounts.commodities, input.symbol)?.act;
    return present === undefined
      ? written(context, 'ItemNamed', input)
      : refuse('already-so', 'supply', { needed: input.symbol, present });
  },
};

export const registerSite: Handler<'RegisterSite'> = {
  decide: (context, { location, publish, ...data }) =>
    publicationRefusal(context.state, { ...data, publish }) ?? written(context, 'SiteRegistered', data, { location }),
};

export const changeSite: Handler<'ChangeSite'> = {
  decide(context, { location, publish, ...data }) {
    const found = tableGet(context.state.supply.sites, data.site);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `SiteRegistered ${data.site}` });
    if (found.closed !== null) return refuse('place-closed', 'supply', { present: data.site });
    const published = { ...data, kind: found.kind, publish };
    return publicationRefusal(context.state, published) ?? written(context, 'SiteChanged', data, { location });
  },
};

export const closeSite: Handler<'CloseSite'> = {
  decide(context, { site }) {
    const found = tableGet(context.state.supply.sites, site);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `SiteRegistered ${site}` });
    if (found.closed !== null) return refuse('already-so', 'supply', { present: found.closed });
    return written(context, 'SiteClosed', { site });
  },
};

export const registerVehicle: Handler<'RegisterVehicle'> = {
  decide(context, { plate, ...data }) {
    const unknown = data.carries.find(({ item }) => tableGet(context.state.supply.items, item) === undefined);
    return unknown === undefined
      ? written(context, 'VehicleRegistered', data, { plate })
      : refuse('not-found', 'supply', { needed: `ItemNamed ${unknown.item}` });
  },
};

export const withdrawVehicle: Handler<'WithdrawVehicle'> = {
  decide(context, { vehicle }) {
    const found = tableGet(context.state.supply.vehicles, vehicle);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `VehicleRegistered ${vehicle}` });
    if (found.withdrawn !== null) return refuse('already-so', 'supply', { present: found.withdrawn });
    return written(context, 'VehicleWithdrawn', { vehicle });
  },
};

/** A key signs for one place at a time: a hand-over with one key on both sides would be one person's word. */
export const enrolHand: Handler<'EnrolHand'> = {
  decide(context, input) {
    const { state, at } = context;
    const { supply } = state;
    if (placeKind(supply, input.of) === null) return noPlace(input.of);
    if (!placeStands(supply, input.of)) return refuse('place-closed', 'supply', { present: input.of });
    const last = plusDays(at, supplyRules(state).handDays);
    if (input.until <= at) return refuse('due-in-the-past', 'supply.handDays', { needed: at, present: input.until });
    if (input.until > last) return refuse('hand-too-long', 'supply.handDays', { needed: last, present: input.until });
    const taken = handOfKey(supply, input.key, at);
    return taken === null
      ? written(context, 'HandEnrolled', input)
      : refuse('already-so', 'supply.handDays', { present: taken });
  },
};

export const withdrawHand: Handler<'WithdrawHand'> = {
  decide(context, { hand }) {
    const { supply } = context.state;
    const found = tableGet(supply.hands, hand);
    if (found === undefined) return refuse('not-found', 'supply.handDays', { needed: `HandEnrolled ${hand}` });
    if (!handHolds(supply, found, context.at))
      return refuse('hand-over-its-day', 'supply.handDays', { needed: context.at, present: found.until });
    return written(context, 'HandWithdrawn', { hand });
  },
};

const timeRefusal = (from: string, until: string | undefined, at: string): Refused | null => {
  if (until === undefined) return null;
  if (until <= at) return refuse('due-in-the-past', 'supply', { needed: at, present: until });
  return until > from ? null : refuse('due-in-the-past', 'supply', { needed: from, present: until });
};

export const announceContingent: Handler<'AnnounceContingent'> = {
  decide: (context, { about, people, ...data }) =>
    timeRefusal(data.from, data.until, context.at) ??
    written(
      context,
      'ContingentAnnounced',
      { size: contingentSizeOf(people), ...data },
      { people: String(people), about },
    ),
};

export const offerPlaces: Handler<'OfferPlaces'> = {
  decide(context, data) {
    const site = tableGet(context.state.supply.sites, data.site);
    if (site === undefined) return refuse('not-found', 'supply', { needed: `SiteRegistered ${data.site}` });
    if (site.closed !== null) return refuse('place-closed', 'supply', { present: data.site });
    return timeRefusal(data.from, data.until, context.at) ?? written(context, 'PlacesOffered', data);
  },
};

export const reportRoadClosure: Handler<'ReportRoadClosure'> = {
  decide: (context, { place, ...data }) =>
    timeRefusal(data.from, data.until, context.at) ?? written(context, 'RoadClosureReported', data, { place }),
};

export const withdrawAnnouncement: Handler<'WithdrawAnnouncement'> = {
  decide(context, { announcement }) {
    const found = tableGet(context.state.supply.announcements, announcement);
    if (found === undefined)
      return refuse('not-found', 'supply', { needed: `ContingentAnnounced | PlacesOffered ${announcement}` });
    if (found.withdrawn !== null) return refuse('already-so', 'supply', { present: found.withdrawn });
    return written(context, 'AnnouncementWithdrawn', { announcement });
  },
};
