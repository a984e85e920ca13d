// Juntas that form committees together, or divide: voted, signed, shown, taken back, in any order and by anybody.
import { tableEntries } from '../../src/index.ts';
import {
  type Base,
  convene,
  delegatesTo,
  evening,
  foundBody,
  indexOf,
  originOf,
  seal,
  statuteWith,
} from './assembly.ts';
import { fakeSignature } from './book.ts';
import { formation, waterText } from './committees.ts';
import { sealedText } from './evidence.ts';
import { anyone, asMember } from './federation.ts';
import { division, foundPart, partNames } from './splits.ts';
import { type Numbers, pick, type Stage } from './stage.ts';
import { decideByRollCall, federationOf, foundUpper, sitUpper, type World } from './upper.ts';

const federation = federationOf();
export const committee = originOf('comite-de-agua');
const convening = foundBody(federation.fed, 'comite-de-agua', 'committee', statuteWith());

const given = (): World => ({ ...federation, fed: federation.fed.fork() });
const baseOf = ({ bases }: World, number: number): Base => pick(bases, number);

/** Two of the juntas, or all of them; now and then other seats, or other words. */
function forms(world: World, { a, b, c }: Numbers): void {
  const base = baseOf(world, a);
  const parents = world.bases.slice(0, b % 5 === 0 ? 3 : 2);
  const change = c % 6 === 0 ? { reportDays: 31 } : {};
  const proposal = formation(parents, change);
  const text = c % 7 === 0 ? 'Otro texto.' : waterText;
  const [, , , , one = '', alternate = '', two = ''] = base.members;
  const seats = [
    { seat: 1, holder: one, alternate },
    { seat: 2, holder: two },
  ];
  const [formed, elected] = evening(world.fed, base, [
    { matter: 'affiliation', proposal, text },
    { matter: 'election', proposal: delegatesTo(world.fed, committee, seats) },
  ]);
  if (elected !== undefined) seal(world.fed, base, indexOf(elected, 'DelegatesElected'));
  if (formed !== undefined && c % 4 > 0) seal(world.fed, base, indexOf(formed, 'CommitteeFormed'));
}

const waitingKinds = ['CommitteeFormed', 'CommitteeEnded', 'DelegatesElected', 'BodySplit'];

/** Whoever is in office signs what waits, also what was signed already or is void. */
function signs(world: World, { a }: Numbers): void {
  const { fed } = world;
  const { origin } = baseOf(world, a);
  const book = fed.book(origin);
  for (const { act, index } of [...book.acts].slice(-30))
    if (waitingKinds.includes(act))
      for (const [, { holder, key }] of tableEntries(book.state.officers))
        fed.do(origin, asMember(holder), 'SignAct', { index, signature: fakeSignature(key, sealedText(book, index)) });
}

function shows(world: World, { a, b }: Numbers): void {
  const parents = world.bases.slice(b % 3, 1 + (a % 3)).map(({ origin }) => origin);
  if (parents.length > 0) world.fed.do(committee, anyone, 'ShowFormation', { parents });
}

function ends(world: World, { a, b }: Numbers): void {
  const base = baseOf(world, a);
  const [done] = evening(world.fed, base, [{ matter: 'recall', proposal: { kind: 'end-committee', committee } }]);
  if (done !== undefined && b % 4 > 0) seal(world.fed, base, indexOf(done, 'CommitteeEnded'));
}

function presents(world: World, { a }: Numbers): void {
  world.fed.do(committee, anyone, 'PresentEnd', { other: baseOf(world, a).origin });
}

function sits(world: World, { a, b }: Numbers): void {
  const { fed } = world;
  const parents = world.bases.slice(0, 2 + (b % 2));
  const { officers } = fed.book(committee).state;
  const upper =
    officers.size === 0
      ? foundUpper(fed, committee, convening.convener, parents)
      : { ...world.upper, origin: committee, bases: parents };
  const own = { ...world, upper, bases: parents };
  const matter = pick(['ordinary', 'pact', 'measure', 'statute', 'affiliation'] as const, a);
  const proposal =
    matter === 'pact' ? ({ kind: 'pact', with: 'la empresa' } as const) : ({ kind: 'resolution' } as const);
  const text = `Asunto ${a}`;
  decideByRollCall(own, sitUpper(own, { matter, text }), { matter, proposal, text });
}

function time(world: World, { a }: Numbers): void {
  world.fed.pass({ days: 1 + (a % 20) });
}

export const committeeStage: Stage = {
  given,
  steps: [forms, forms, forms, signs, shows, shows, sits, sits, ends, presents, time],
};

/** The whole is named with its own seats kept, or given away, or more than there are. */
function divides(world: World, { a, b, c }: Numbers): void {
  const base = baseOf(world, a);
  const seats = pick(
    [
      [1, 1],
      [2, 0],
      [1, 1],
      [2, 1],
      [0, 2],
    ] as const,
    b,
  );
  const goesOn = c % 2 === 0;
  const proposed = division(world, { seats: [{ above: world.upper.origin, seats: [...seats] }] });
  const parts = proposed.parts.map((part, at) => (at === 0 && goesOn ? { ...part, body: base.origin } : part));
  const [done] = evening(world.fed, base, [{ matter: 'dissolution', proposal: { ...proposed, parts } }]);
  if (done !== undefined && c % 5 > 0) seal(world.fed, base, indexOf(done, 'BodySplit'));
}

function partFounded(world: World, { a, b }: Numbers): void {
  const base = baseOf(world, a);
  const split = world.fed.book(base.origin).state.body?.split;
  const name = pick(partNames, b);
  if (split === undefined || world.fed.book(originOf(name)).acts.length > 0) return;
  foundPart(world, name, { book: base.origin, index: split.act });
}

function partShown(world: World, { a, b }: Numbers): void {
  const part = b % 4 === 0 ? baseOf(world, b).origin : originOf(pick(partNames, b));
  world.fed.do(world.upper.origin, anyone, 'ShowSplit', { below: baseOf(world, a).origin, part });
}

function partsSit(world: World, { a }: Numbers): void {
  const { fed, upper } = world;
  const { origin, presidium, secretary } = upper;
  const sitting = convene(fed, { origin, chair: presidium, tellers: [presidium, secretary] });
  for (const [below] of tableEntries(fed.book(upper.origin).state.affiliates))
    for (const seat of [1, 2, 3]) fed.do(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat });
  if (a % 2 === 0) fed.do(upper.origin, upper.presidium, 'CloseSitting', { sitting });
}

export const splitStage: Stage = {
  given,
  steps: [divides, divides, signs, partFounded, partFounded, partShown, partShown, partShown, partsSit, time],
};
