// A junta whose officers cannot hand over any more: it elects in a sitting of its own, and two other bodies attest that.
import { tableEntries, tableGet } from '../../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  countHall,
  dataOf,
  decideByHands,
  hallOf,
  indexOf,
  keyOf,
  seal,
  slate,
  statuteWith,
} from './assembly.ts';
import { fakeSignature } from './book.ts';
import { objectionText } from './evidence.ts';
import { anyone, asMember, type Done, deviceKey, type Federation } from './federation.ts';
import { demand, neighbour } from './sitting-scenes.ts';
import { federationOf, type World } from './upper.ts';

export interface Lost extends World {
  readonly base: Base;
  readonly origin: string;
}

/**
 * Bodies whose founders have handed over to the officers elected: their word is good elsewhere. Two neighbours have witnessed
 * the founding of the first one; two more are known to it by the assembly above alone.
 */
export function attestedWorld(others = true): Lost {
  const convening = { members: { num: 1, den: 3 }, above: true, days: 10 };
  const world = federationOf({ bases: 5, statute: statuteWith({ convening }), upperStatute: statuteWith() });
  const { fed, upper, bases } = world;
  for (const { origin, convener } of others ? bases : bases.slice(0, 1)) handOver(fed, origin, convener);
  handOver(fed, upper.origin, asMember(fed.book(upper.origin).state.body?.convener.holder ?? ''));
  const base = bases[0] as Base;
  return { ...world, base, origin: base.origin };
}

function handOver(fed: Federation, origin: string, convener: Base['convener']): void {
  fed.sign(origin, convener, keyOf(origin, 'convener'), fed.book(origin).state.enrolment?.act ?? 0);
}

/** Members demand an election, a neighbour convenes it over the officers’ heads and presides; the new officers are elected. */
export function electAnew(
  { fed, base }: Lost,
  [chair, first, second] = [7, 6, 7],
): { readonly election: number; readonly base: Base } {
  const { origin, members } = base;
  const demanded = demand(fed, base, ['election']);
  fed.now = dataOf(demanded, 'SittingDemanded').due;
  const hall = { ...hallOf(base), chair: neighbour(base, chair ?? 7) };
  const sitting = convene(fed, hall, { notice: announcing('election') });
  countHall(fed, hall, sitting, members.length);
  fed.must(origin, hall.chair, 'OpenSitting', { sitting, call: 'first' });
  const [president, secretary] = [members[first ?? 6] ?? '', members[second ?? 7] ?? ''] as const;
  const proposal = slate(fed, origin, [president, secretary]);
  const done = decideByHands(fed, hall, sitting, { matter: 'election', proposal, yes: members.length });
  const elected = { ...base, presidium: asMember(president), secretary: asMember(secretary) };
  return { election: indexOf(done, 'OfficersElected'), base: elected };
}

export const attest = (fed: Federation, by: Pick<Base, 'origin' | 'presidium'>, body: string, signatures = 6): Done =>
  fed.must(by.origin, by.presidium, 'AttestElection', {
    body,
    election: fed.book(body).state.enrolment?.act ?? 0,
    signatures,
  });

/** The neighbour that witnessed the founding and the assembly above, each sealed by its own officers. */
export function attestBoth({ fed, upper, bases, origin }: Lost, signatures = 6): readonly string[] {
  const bodies = [bases[1] as Base, upper];
  for (const body of bodies) seal(fed, body, indexOf(attest(fed, body, origin, signatures), 'ElectionAttested'));
  return bodies.map((body) => body.origin);
}

export const claim = ({ fed, origin }: Lost, books: readonly string[]): Done =>
  fed.must(origin, anyone, 'ClaimRecovery', { bodies: books.map((book) => ({ book })) });

/** What the secretary of before brings, signed with the key of before. */
export function objecting({ fed, base, origin }: Lost, index: number, office = 'actas') {
  const holder = office === 'actas' ? base.members[1] : base.members[0];
  const key = keyOf(origin, `${office} ${holder}`);
  return { claim: index, office, key, signature: fakeSignature(key, objectionText(fed.book(origin), index)) };
}

export function playRecovery(): World {
  const world = attestedWorld();
  const { fed, origin } = world;
  electAnew(world);
  const done = claim(world, attestBoth(world));
  fed.must(origin, anyone, 'ObjectToRecovery', objecting(world, indexOf(done, 'RecoveryClaimed')));
  return world;
}

export const isAttested = ({ fed, origin }: Lost): boolean => {
  const { enrolment, attested, recoveries } = fed.book(origin).state;
  const by = tableEntries(recoveries).some(
    ([, one]) => one.election === enrolment?.act && one.objected === null && one.due <= fed.now,
  );
  return by || tableGet(attested, enrolment?.act ?? -1) === true;
};

export const otherDevice = deviceKey('otro teléfono');
