// One sitting of a body under any sound statute: everybody comes, and a motion is voted in the way that its matter has.
import {
  type Actor,
  type InputFor,
  plusDays,
  plusHours,
  plusMinutes,
  type Statute,
  type Time,
  tableEntries,
  tableGet,
} from '../../src/index.ts';
import { daysAhead } from '../../src/statute/notice.ts';
import { announcing, keyOf, type Matter } from './assembly.ts';
import { asMember, asSeat, type Done, type Federation, indexOf } from './federation.ts';

export interface Body {
  readonly fed: Federation;
  readonly origin: string;
  readonly kind: 'base' | 'delegate';
  /** Members, or seats (`<base>#1`). */
  readonly people: readonly string[];
  readonly chair: Actor;
}

export const rulesOf = ({ fed, origin }: Body): Statute => {
  const rules = fed.book(origin).state.statute?.rules;
  if (rules === undefined) throw new Error(`${origin} has no statute`);
  return rules;
};

/** Whoever is that person, or sits in that seat now. */
export function actorOf({ fed, origin, kind }: Body, person: string): Actor {
  if (kind === 'base') return asMember(person);
  const seat = tableGet(fed.book(origin).state.seats, person);
  const [below = '', number = ''] = person.split('#');
  return asSeat(below, Number(seat?.seat ?? number), seat?.holder ?? '');
}

/** The first midnight at the place from that time on: whatever the closing hour, it is before it. */
function midnightFrom({ closing }: Statute, time: Time): Time {
  const day = 86_400_000;
  const local = Date.parse(time) + closing.offsetMinutes * 60_000;
  const midnight = Math.ceil(local / day) * day - closing.offsetMinutes * 60_000;
  return new Date(midnight).toISOString().replace('.000', '');
}

const resolved = 'Se resuelve.';

export interface Held {
  readonly sitting: number;
  readonly present: readonly string[];
}

interface Convocation {
  readonly matter: Matter;
  readonly kind?: InputFor<'ConveneSitting'>['kind'];
  readonly call?: 'first' | 'second';
  readonly present?: number;
  /** Not before this time. */
  readonly from?: Time;
}

/** Convened in time, at midnight, as a kind of sitting that may decide the matter. */
export function convene(body: Body, { matter, kind, from }: Convocation): number {
  const { fed, origin, chair } = body;
  const rules = rulesOf(body);
  const competent = rules.rules.find((rule) => rule.matter === matter)?.sittings?.find((one) => one !== 'founding');
  // No sitting is convened further ahead than the statute says: until then everybody waits.
  const day = from === undefined ? fed.now : plusDays(midnightFrom(rules, from), -daysAhead(rules));
  if (day > fed.now) fed.now = day;
  const earliest = kind === 'founding' ? fed.now : plusHours(fed.now, rules.notice.hours);
  const startsAt = midnightFrom(rules, from !== undefined && from > earliest ? from : earliest);
  const convened = fed.must(origin, chair, 'ConveneSitting', {
    kind: kind ?? competent ?? 'ordinary',
    place: 'Sede',
    startsAt,
    notice: announcing({ matter, text: resolved }),
  });
  fed.now = startsAt;
  return indexOf(convened, 'SittingConvened');
}

/** Who is there is counted or accredited, and the sitting is opened. */
export function sit(body: Body, convocation: Convocation): Held {
  const { fed, origin, chair, kind, people } = body;
  const { call = 'first', present: wanted = people.length } = convocation;
  const sitting = convene(body, convocation);
  const present = people.slice(0, wanted);
  if (kind === 'base') {
    const tellers = people.slice(-2);
    fed.must(origin, chair, 'AppointTellers', { sitting, tellers });
    for (const teller of tellers)
      fed.must(origin, asMember(teller), 'CountPresence', { sitting, round: 1, present: wanted });
  } else
    for (const seat of present) {
      const [below = '', number = ''] = seat.split('#');
      fed.must(origin, chair, 'AccreditSeat', { sitting, below, seat: Number(number) });
    }
  if (kind === 'delegate') fed.must(origin, chair, 'AppointTellers', { sitting, tellers: present.slice(0, 2) });
  if (call === 'second') fed.now = plusMinutes(fed.now, rulesOf(body).calls.minutesBetween);
  fed.must(origin, chair, 'OpenSitting', { sitting, call });
  return { sitting, present };
}

/** A secret vote is prepared by trustees and tellers: its own tests play it. */
type Method = Exclude<InputFor<'OpenVote'>['method'], 'secret'>;

const preferred: readonly Method[] = ['roll-call', 'delegation-cards', 'devices', 'hands', 'urn', 'mixed'];

/** Everybody who is there votes yes, in the way that this turn asks for among those that the matter has. */
export function decide(
  body: Body,
  held: Held,
  item: { readonly matter: Matter; readonly proposal?: InputFor<'TableMotion'>['proposal']; readonly turn?: number },
): Done {
  const { fed, origin, chair } = body;
  const { matter, proposal = { kind: 'resolution' }, turn = 0 } = item;
  const tabled = fed.must(origin, chair, 'TableMotion', {
    sitting: held.sitting,
    matter,
    title: `Moción: ${matter}`,
    text: resolved,
    proposal,
  });
  const motion = indexOf(tabled, 'MotionTabled');
  const methods = rulesOf(body).rules.find((rule) => rule.matter === matter)?.methods ?? [];
  const possible = preferred.filter((method) => methods.includes(method));
  const method = possible[turn % possible.length] ?? 'hands';
  if (body.kind === 'base' && method !== 'hands' && method !== 'mixed') checkIn(body, held, method);
  const vote = indexOf(fed.must(origin, chair, 'OpenVote', { motion, method }), 'VoteOpened');
  ways[method](body, held, vote);
  return fed.must(origin, chair, 'CloseVote', { vote });
}

function checkIn({ fed, origin, chair }: Body, { sitting, present }: Held, method: Method): void {
  for (const member of present)
    fed.must(origin, chair, 'AdmitAtDoor', { sitting, member, channel: method === 'urn' ? 'paper' : 'phone' });
}

const nobody = { yes: 0, no: 0, abstain: 0 };

const ways: Readonly<Record<Method, (body: Body, held: Held, vote: number) => void>> = {
  hands(body, held, vote) {
    for (const teller of tellersOf(body, held, vote))
      body.fed.must(body.origin, teller, 'CountBlock', {
        vote,
        block: 'sala',
        round: 1,
        ...nobody,
        yes: held.present.length,
      });
  },
  devices(body, { present }, vote) {
    for (const person of present)
      body.fed.must(body.origin, actorOf(body, person), 'CastVote', { vote, choice: 'yes' });
  },
  'roll-call'({ fed, origin, chair }, { present }, vote) {
    for (const person of present) {
      const [below = '', seat = ''] = person.split('#');
      fed.must(origin, chair, 'RecordRollCallVote', { vote, below, seat: Number(seat), choice: 'yes' });
    }
  },
  'delegation-cards'(body, held, vote) {
    const delegations = new Set(held.present.map((seat) => seat.split('#')[0] ?? ''));
    for (const teller of tellersOf(body, held, vote))
      for (const below of delegations)
        body.fed.must(body.origin, teller, 'CountDelegationCard', { vote, below, round: 1, raised: 'yes' });
  },
  urn: (body, held, vote) => papers(body, held, vote, held.present.length),
  mixed(body, held, vote) {
    ways.hands(body, held, vote);
    papers(body, held, vote, 0);
  },
};

function papers(body: Body, held: Held, vote: number, yes: number): void {
  const count = { vote, round: 1, papers: yes, ...nobody, yes, blank: 0, spoilt: 0 };
  for (const teller of tellersOf(body, held, vote)) body.fed.must(body.origin, teller, 'CountUrn', count);
}

/** Two who are not to be elected by that vote, appointed for it where they are not those of the hall. */
function tellersOf(body: Body, { sitting, present }: Held, vote: number): readonly Actor[] {
  const { fed, origin, chair } = body;
  const { motions, votes } = fed.book(origin).state;
  const named = JSON.stringify(tableGet(motions, tableGet(votes, vote)?.motion ?? -1)?.proposal ?? {});
  const usual = body.kind === 'base' ? body.people.slice(-2) : present.slice(0, 2);
  const others = (body.kind === 'base' ? body.people : present).filter((person) => !named.includes(`"${person}"`));
  if (others.length < 2 || !usual.some((person) => named.includes(`"${person}"`)))
    return usual.map((person) => actorOf(body, person));
  const tellers = others.slice(-2);
  fed.must(origin, chair, 'AppointTellers', { sitting, tellers });
  return tellers.map((person) => actorOf(body, person));
}

/** Every office of the statute, each with somebody else, to that day. */
export function slateOf(
  body: Body,
  until: Time,
): Extract<InputFor<'TableMotion'>['proposal'], { kind: 'elect-officers' }> {
  const { offices, parity } = rulesOf(body);
  const officers = offices.map(({ office }, position) => {
    const holder = body.people[position] ?? '';
    return { office, holder, key: keyOf(body.origin, `${office} ${holder} ${body.fed.now}`) };
  });
  return {
    kind: 'elect-officers',
    officers,
    from: body.fed.now,
    until,
    ...(parity === undefined ? {} : { women: officers.length }),
  };
}

/** Officers sign until no more signatures are needed. */
export function sealWhole(body: Body, index: number): void {
  const { fed, origin } = body;
  for (const [, { holder, key }] of tableEntries(fed.book(origin).state.officers)) {
    if (tableGet(fed.book(origin).state.sealed, index) !== undefined) return;
    fed.sign(origin, actorOf(body, holder), key, index);
  }
}
