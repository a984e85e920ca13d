import { base64Encode, utf8Encode } from '@cabildo/book';
import { needText } from '@cabildo/core';
import { actOf } from '../client.ts';
import type { Stage } from '../stage.ts';
import type { Committee } from './supply-committee.ts';
import type { Stock } from './supply-plan.ts';
import { type Good, type SupplySample, type SupplySite, supplySites } from './supply-sample.ts';

const goods = ['gas', 'oxygen', 'meals'] as const;

/** What the committee has entered: numbers of acts by title. */
export interface Registers {
  readonly sites: readonly SupplySite[];
  readonly items: Readonly<Record<Good, number>>;
  /** Sites and vehicles. */
  readonly places: ReadonlyMap<string, number>;
  /** Place → the hand that signs for it; its key is that of the device `mano/<title>`. */
  readonly hands: ReadonlyMap<string, number>;
  readonly stock: Stock;
}

const vehicles = ['Camión 1', 'Camión 2', 'Camioneta'] as const;
export const handOf = (title: string): string => `mano/${title}`;

/** Titles are no keys: those are of visible ASCII characters. */
export const keyOf = (name: string): string => `supply/${encodeURIComponent(name)}`;

/** Whoever enters it and how: one act of an officer. */
export const entering =
  ({ name, presidency }: Committee) =>
  async (command: string, input: object, key: string, act: string): Promise<number> =>
    actOf(await presidency.must(name, command, input, keyOf(key)), act).index;

export async function fillRegisters(stage: Stage, committee: Committee, sample: SupplySample): Promise<Registers> {
  const enter = entering(committee);
  const items = {} as Record<Good, number>;
  for (const good of goods) items[good] = await enter('NameItem', sample.items[good], `item/${good}`, 'ItemNamed');
  const sites = supplySites(sample);
  const places = new Map<string, number>();
  for (const site of sites)
    places.set(
      site.title,
      await enter('RegisterSite', siteInput(committee, site), `site/${site.title}`, 'SiteRegistered'),
    );
  for (const [number, title] of vehicles.entries()) {
    const input = { title, carries: [{ item: items.gas, quantity: 900 }], plate: `${1850 + number}-KXR` };
    places.set(title, await enter('RegisterVehicle', input, `vehicle/${title}`, 'VehicleRegistered'));
  }
  const hands = await enrolHands(stage, committee, places);
  await announce(stage, committee, sample, places);
  const lots = await receiveLots(stage, committee, sample, { items, places });
  await declareNeeds(stage, committee, { sites, items, places });
  return { sites, items, places, hands, stock: { sites: places, lots } };
}

/** Where a place is, to a kilometre, for everybody; an assembly signs for the clinic and the neighbourhood of its district. */
function siteInput({ parents }: Committee, { title, kind, people, at, area }: SupplySite): object {
  const near = { east: Math.round(at[0] * 100), north: Math.round(at[1] * 100) };
  const assembly = kind === 'clinic' && area === 'Distrito 6' ? { assembly: parents[0]?.origin } : {};
  return { title, kind, peopleServed: people, area, near, publish: true, location: `${title}, ${area}`, ...assembly };
}

/** Keys on phones of depots, crews and of those who receive today. */
async function enrolHands(
  stage: Stage,
  committee: Committee,
  places: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const enter = entering(committee);
  const hands = new Map<string, number>();
  const until = stage.calendar.time(77 + 20, 12);
  const of = [...places.keys()].filter((title) => !/^(Posta )?Distrito (3|4|5|7|9|10|11|12|14)$/.test(title));
  for (const title of of) {
    const input = { of: places.get(title), key: stage.people.deviceKeyOf(handOf(title)), until };
    hands.set(title, await enter('EnrolHand', input, `hand/${title}`, 'HandEnrolled'));
  }
  return hands;
}

async function announce(
  { calendar }: Stage,
  committee: Committee,
  sample: SupplySample,
  places: ReadonlyMap<string, number>,
): Promise<void> {
  const enter = entering(committee);
  const when = { from: calendar.time(78, 6), until: calendar.time(78 + 10, 18) };
  const coming = { people: sample.contingent, ...when, about: 'Mineros de Huanuni, por la carretera de Oruro.' };
  await enter('AnnounceContingent', coming, 'contingent', 'ContingentAnnounced');
  for (const { title, meals } of sample.kitchens) {
    const input = { site: places.get(title), what: 'meals', count: meals, ...when };
    await enter('OfferPlaces', input, `offer/${title}`, 'PlacesOffered');
  }
  const { road, corner, at } = sample.closure;
  const place = `${corner}, lon ${at[0]} lat ${at[1]}`;
  const closed = { title: road, place, confirmed: true, from: calendar.time(77, 6) };
  await enter('ReportRoadClosure', closed, 'closure', 'RoadClosureReported');
}

/** Counted by both officers, of whom neither sees the other’s number. */
async function receiveLots(
  _stage: Stage,
  committee: Committee,
  sample: SupplySample,
  { items, places }: Pick<Registers, 'items' | 'places'>,
): Promise<Stock['lots']> {
  const enter = entering(committee);
  const lots = { gas: [], oxygen: [], meals: [] } as Record<Good, { lot: number; quantity: number }[]>;
  for (const good of goods) {
    const [item, site] = [items[good], places.get(sample.depots[good].title)];
    for (const [number, quantity] of sample.received[good].entries()) {
      const input = { item, site, quantity, from: `Entrega ${number + 1}` };
      lots[good].push({ lot: await enter('ReceiveLot', input, `lot/${good}-${number}`, 'LotReceived'), quantity });
    }
    const found = lots[good].reduce((sum, { quantity }) => sum + quantity, 0);
    for (const [place, person] of [committee.presidency, committee.secretary].entries())
      await person.must(committee.name, 'CountStock', { site, item, round: 1, found }, `supply/count/${good}-${place}`);
  }
  return lots;
}

async function declareNeeds(
  stage: Stage,
  committee: Committee,
  { sites, items, places }: Pick<Registers, 'sites' | 'items' | 'places'>,
): Promise<void> {
  const enter = entering(committee);
  const until = stage.calendar.time(77 + 7, 12);
  for (const { title, kind, area, needs } of sites)
    for (const good of goods) {
      const quantity = needs[good];
      if (quantity === undefined) continue;
      const need = { site: places.get(title) ?? -1, item: items[good], quantity, until };
      const index = await enter('DeclareNeed', need, `need/${title}-${good}`, 'NeedDeclared');
      if (kind === 'clinic' && area === 'Distrito 6') await countersign(stage, committee, index, need);
    }
}

/** An officer of the assembly to which the clinic belongs signs with the key that its own book enrolled. */
async function countersign(
  stage: Stage,
  committee: Committee,
  need: number,
  said: Parameters<typeof needText>[1],
): Promise<void> {
  const [assembly] = committee.parents;
  if (assembly === undefined) return;
  const signer = stage.people.deviceOf(assembly.devices.presidency);
  const signature = base64Encode(signer.sign(utf8Encode(needText(committee.origin, said))));
  const officer = { book: assembly.origin, key: base64Encode(signer.publicKey), signature };
  await committee.presidency.must(committee.name, 'CountersignNeed', { need, officer }, `supply/countersign/${need}`);
}
