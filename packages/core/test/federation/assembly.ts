// Assemblies of the tests: founded, meeting, deciding. Each step is a command; nothing is written past the rules.
import {
  type Actor,
  type InputFor,
  plusDays,
  plusHours,
  type Statute,
  type Time,
  tableEntries,
  tableGet,
} from '../../src/index.ts';
import { namesText } from '../../src/sitting/notice.ts';
import { keyOf, type Matter, type Notice, nameOf, originOf, type Proposal, slate, statuteWith } from './agreed.ts';
import { sha256 } from './book.ts';
import { asMember, type Done, dataOf, type Federation, indexOf, operator } from './federation.ts';

export interface Officers {
  readonly presidium: Actor;
  readonly secretary: Actor;
}

/** What must be known of a body to prove its founding. */
export interface Founded extends Officers {
  readonly origin: string;
  readonly foundingSitting: number;
}

/** A base assembly whose founding is complete up to its officers. */
export interface Base {
  readonly origin: string;
  readonly convener: Actor;
  readonly members: readonly string[];
  readonly presidium: Actor;
  readonly secretary: Actor;
  readonly tellers: readonly [Actor, Actor];
  readonly foundingSitting: number;
}

export function foundBody(
  fed: Federation,
  name: string,
  kind: 'base' | 'delegate' | 'committee',
  statute: Statute,
  splitFrom?: { readonly book: string; readonly index: number },
): { readonly origin: string; readonly convener: Actor } {
  const origin = originOf(name);
  const founded = fed.must(origin, operator, 'FoundBody', {
    name,
    title: name.toUpperCase(),
    kind,
    founder: { name: `fundadora de ${name}`, key: keyOf(origin, 'convener') },
    statute,
    provisionalDays: 60,
    ...(splitFrom === undefined ? {} : { splitFrom }),
  });
  return { origin, convener: asMember(String(founded.answer.member)) };
}

export function foundBase(
  fed: Federation,
  name: string,
  people: number,
  statute: Statute = statuteWith(),
  splitFrom?: { readonly book: string; readonly index: number },
): Base {
  const { origin, convener } = foundBody(fed, name, 'base', statute, splitFrom);
  const members = Array.from({ length: people }, (_, number) =>
    String(fed.must(origin, convener, 'EnrolMember', { name: `vecina ${number} de ${name}` }).answer.member),
  );
  const [presidium, secretary, first, second] = members.map(asMember);
  if (!presidium || !secretary || !first || !second) throw new Error('a base of the tests has at least four people');
  const tellers = [first, second] as const;
  const hall = { origin, chair: convener, tellers };
  const sitting = convene(fed, hall, { kind: 'founding', notice: [{ matter: 'election', title: 'Directiva' }] });
  open(fed, hall, sitting, people);
  decideByHands(fed, hall, sitting, {
    matter: 'election',
    proposal: slate(fed, origin, [members[0] ?? '', members[1] ?? '']),
    yes: people,
  });
  fed.must(origin, presidium, 'CloseSitting', { sitting });
  return { origin, convener, members, presidium, secretary, tellers, foundingSitting: sitting };
}

export interface Hall {
  readonly origin: string;
  readonly chair: Actor;
  readonly tellers: readonly [Actor, Actor];
}

export const hallOf = (base: Base): Hall => ({ origin: base.origin, chair: base.presidium, tellers: base.tellers });

interface Convocation {
  readonly kind?: InputFor<'ConveneSitting'>['kind'];
  readonly notice?: Notice;
  readonly inHours?: number;
}

/** A matter, with what is to be tabled under it: a text of its own, or the one that `table` gives to every motion of that title. */
export type Announced = Matter | Pick<Item, 'matter' | 'title' | 'text'>;

/** The text that is tabled where a test does not say another one. */
const textOf = ({ matter, title = `Moción: ${matter}`, text }: Pick<Item, 'matter' | 'title' | 'text'>): string =>
  text ?? `${title}. Se resuelve.`;

/** A notice of these items, each once, with the text where that matter is announced with one. */
export function announcing(...announced: Announced[]): Notice {
  const items = announced.map((one): Notice[number] => {
    const item = typeof one === 'string' ? { matter: one } : one;
    const { matter } = item;
    return {
      matter,
      title: `Punto: ${matter}`,
      ...(namesText(matter) ? { textHash: sha256(textOf(item)) } : {}),
    };
  });
  return [...new Map(items.map((item) => [`${item.matter} ${item.textHash}`, item])).values()];
}

/** By matters alone: what was demanded so, and nobody has named a text of yet. */
export const bare = (...announced: readonly Matter[]): Notice =>
  announced.map((matter) => ({ matter, title: `Punto: ${matter}` }));

export function convene(
  fed: Federation,
  { origin, chair }: Hall,
  { kind = 'ordinary', notice = [], inHours }: Convocation = {},
): number {
  const hours = inHours ?? (kind === 'founding' ? 0 : 48);
  const convened = fed.must(origin, chair, 'ConveneSitting', {
    kind,
    place: 'Sede social',
    startsAt: plusHours(fed.now, hours),
    notice,
  });
  fed.pass({ hours });
  return indexOf(convened, 'SittingConvened');
}

/** Tellers appointed, the hall counted, the sitting opened. */
export function open(
  fed: Federation,
  hall: Hall,
  sitting: number,
  present: number,
  call: 'first' | 'second' = 'first',
): Done {
  countHall(fed, hall, sitting, present);
  if (call === 'second') fed.pass({ minutes: 30 });
  return fed.must(hall.origin, hall.chair, 'OpenSitting', { sitting, call });
}

export function countHall(fed: Federation, { origin, chair, tellers }: Hall, sitting: number, present: number): void {
  appoint(fed, { origin, chair }, sitting, tellers);
  for (const teller of tellers) fed.must(origin, teller, 'CountPresence', { sitting, round: 1, present });
}

export function appoint(
  fed: Federation,
  { origin, chair }: Pick<Hall, 'origin' | 'chair'>,
  sitting: number,
  tellers: Hall['tellers'],
): void {
  fed.must(origin, chair, 'AppointTellers', { sitting, tellers: tellers.map(nameOf) });
}

/** Two neighbours who are neither officers nor the first tellers: they recount. */
export function others({ members }: Base, number = 0): Hall['tellers'] {
  const [first, second] = members.slice(4 + 2 * number).map(asMember);
  if (!first || !second) throw new Error('not enough people for so many recounts');
  return [first, second];
}

interface Item {
  readonly matter: Matter;
  readonly proposal?: Proposal;
  readonly title?: string;
  readonly text?: string;
  readonly from?: number;
  readonly map?: string;
  readonly yes?: number;
  readonly no?: number;
  readonly abstain?: number;
}

export function table(
  fed: Federation,
  { origin, chair }: Pick<Hall, 'origin' | 'chair'>,
  sitting: number,
  item: Item,
): number {
  const { matter, proposal = { kind: 'resolution' }, from } = item;
  const title = item.title ?? `Moción: ${matter}`;
  const text = textOf(item);
  const tabled = fed.must(origin, chair, 'TableMotion', {
    sitting,
    matter,
    title,
    text,
    proposal,
    ...(from === undefined ? {} : { from }),
    ...(item.map === undefined ? {} : { map: item.map }),
  });
  return indexOf(tabled, 'MotionTabled');
}

export function openVote(
  fed: Federation,
  { origin, chair }: Pick<Hall, 'origin' | 'chair'>,
  motion: number,
  method: InputFor<'OpenVote'>['method'],
): number {
  return indexOf(fed.must(origin, chair, 'OpenVote', { motion, method }), 'VoteOpened');
}

/** Tables a motion, lets both tellers count the hands of one block, and closes. */
export function decideByHands(fed: Federation, hall: Hall, sitting: number, item: Item): Done {
  const motion = table(fed, hall, sitting, item);
  const vote = openVote(fed, hall, motion, 'hands');
  countHands(fed, hall, vote, item);
  return fed.must(hall.origin, hall.chair, 'CloseVote', { vote });
}

export function countHands(
  fed: Federation,
  { origin, tellers }: Hall,
  vote: number,
  { yes = 0, no = 0, abstain = 0 }: Pick<Item, 'yes' | 'no' | 'abstain'>,
): void {
  for (const teller of tellers)
    fed.must(origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes, no, abstain });
}

/** A whole evening of a base: convened with what it decides in the notice, everybody there, decided by hands. */
export function evening(fed: Federation, base: Base, items: readonly Item[], present = base.members.length): Done[] {
  const hall = { ...hallOf(base), tellers: tellersFor(base, items) };
  const sitting = convene(fed, hall, { notice: announcing(...items) });
  open(fed, hall, sitting, present);
  const done = items.map((item) => decideByHands(fed, hall, sitting, { yes: present, ...item }));
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  return done;
}

/** The tellers of the base, or, where one of them is to be elected, two neighbours who are not. */
function tellersFor(base: Base, items: readonly Item[]): Hall['tellers'] {
  const named = JSON.stringify(items.filter(({ matter }) => matter === 'election'));
  if (!base.tellers.some((teller) => named.includes(nameOf(teller)))) return base.tellers;
  const [first, second] = base.members.filter((member) => !named.includes(member)).map(asMember);
  if (!first || !second) throw new Error('everybody stands: nobody is left to count');
  return [first, second];
}

/** Both officers sign with the keys that are enrolled for them now. */
export function seal(fed: Federation, body: { readonly origin: string } & Officers, index: number): Done {
  const { state } = fed.book(body.origin);
  let last: Done | null = null;
  for (const actor of [body.presidium, body.secretary]) {
    const held = tableEntries(state.officers).find(([, officer]) => officer.holder === nameOf(actor));
    if (held === undefined) throw new Error(`${nameOf(actor)} holds no office of ${body.origin}`);
    last = fed.sign(body.origin, actor, held[1].key, index);
  }
  if (last === null) throw new Error('nobody signed');
  return last;
}

/** Minutes approved and sealed, two neighbours as witnesses, the founding complete. */
export function prove(fed: Federation, base: Founded, neighbours: readonly Base[]): void {
  const { origin, presidium, secretary, foundingSitting } = base;
  const minutes = fed.must(origin, secretary, 'ApproveMinutes', {
    sitting: foundingSitting,
    text: 'Acta de fundación',
  });
  seal(fed, base, indexOf(minutes, 'MinutesApproved'));
  for (const neighbour of neighbours) {
    const seen = fed.must(neighbour.origin, neighbour.presidium, 'WitnessFounding', { neighbour: origin });
    seal(fed, neighbour, indexOf(seen, 'FoundingWitnessed'));
  }
  fed.must(origin, presidium, 'ProveFounding', {
    minutes: indexOf(minutes, 'MinutesApproved'),
    witnesses: neighbours.map((neighbour) => neighbour.origin),
  });
}

interface Sent {
  readonly seat: number;
  readonly holder: string;
  readonly alternate?: string;
  readonly class?: 'titular' | 'adscrito' | 'fraterno';
}

export function delegatesTo(fed: Federation, to: string, seats: readonly Sent[], days = 360): Proposal {
  return { kind: 'elect-delegates', to, from: fed.now, until: plusDays(fed.now, days), seats };
}

/** A base asks to belong to the body above and sends delegates there; both acts sealed. */
export function affiliate(
  fed: Federation,
  base: Base,
  upper: string,
  seats: readonly Sent[],
  days = 360,
): { request: number; election: number } {
  const [request, election] = evening(fed, base, [
    { matter: 'affiliation', proposal: { kind: 'request-affiliation', to: upper, toKey: fed.book(upper).key } },
    { matter: 'election', proposal: delegatesTo(fed, upper, seats, days) },
  ]);
  if (request === undefined || election === undefined) throw new Error('both were decided');
  const found = { request: indexOf(request, 'AffiliationRequested'), election: indexOf(election, 'DelegatesElected') };
  seal(fed, base, found.request);
  seal(fed, base, found.election);
  return found;
}

export const heldBy = (fed: Federation, origin: string, key: string): string =>
  tableGet(fed.book(origin).state.seats, key)?.holder ?? '';

export const until = (time: Time, fed: Federation): void => {
  if (time > fed.now) fed.now = time;
};

export { dataOf, indexOf, keyOf, type Matter, nameOf, originOf, slate, statuteWith };
