// A junta whose officers did not hand over: bodies that attest, claims that name some of them, keys that object, days that pass.
import { tableEntries } from '../../src/index.ts';
import type { Base } from './assembly.ts';
import { fakeSignature } from './book.ts';
import { objectionText, sealedText } from './evidence.ts';
import { anyone, asMember, deviceKey } from './federation.ts';
import { type Numbers, pick, type Stage } from './stage.ts';
import { attest, attestedWorld, electAnew } from './story-recovery.ts';
import type { Upper, World } from './upper.ts';

const settled = attestedWorld();
electAnew(settled);

const lostOf = ({ bases }: World): Base => bases[0] as Base;
const others = ({ bases, upper }: World): readonly (Base | Upper)[] => [upper, ...bases.slice(1)];

function attests(world: World, { a, b }: Numbers): void {
  attest(world.fed, pick(others(world), a), lostOf(world).origin, b % 4 === 0 ? 2 : 6);
}

/** Both officers of a body that has attested sign, or one of them alone. */
function seals(world: World, { a, b }: Numbers): void {
  const { fed } = world;
  const { origin, presidium, secretary } = pick(others(world), a);
  const { acts, state } = fed.book(origin);
  const index = acts.findLast(({ act }) => act === 'ElectionAttested')?.index;
  const keys = tableEntries(state.officers).map(([, { key }]) => key);
  if (index === undefined) return;
  for (const [place, actor] of [presidium, secretary].slice(0, b % 3 === 0 ? 1 : 2).entries()) {
    const signature = fakeSignature(keys[place] ?? '', sealedText(fed.book(origin), index));
    fed.do(origin, actor, 'SignAct', { index, signature });
    const other = fakeSignature(keys[1 - place] ?? '', sealedText(fed.book(origin), index));
    fed.do(origin, actor, 'SignAct', { index, signature: other });
  }
}

function claims(world: World, { a, b, c }: Numbers): void {
  const books = [a, b, c].map((number) => pick(others(world), number).origin);
  const through = c % 3 === 0 ? { through: world.upper.origin } : {};
  const bodies = books.slice(0, 1 + (b % 3)).map((book) => ({ book, ...through }));
  world.fed.do(lostOf(world).origin, anyone, 'ClaimRecovery', { bodies });
}

function objects(world: World, { a, b }: Numbers): void {
  const { fed } = world;
  const book = fed.book(lostOf(world).origin);
  const claim = Number(tableEntries(book.state.recoveries).at(-1)?.[0] ?? 0);
  const nobody = { office: 'actas', key: deviceKey('nadie') };
  const { office, key } = pick([...(book.state.attestedBefore?.keys ?? []), nobody], a);
  const signature = fakeSignature(b % 3 === 0 ? nobody.key : key, objectionText(book, claim));
  fed.do(book.origin, anyone, 'ObjectToRecovery', { claim, office, key, signature });
}

function handsOver(world: World, { a }: Numbers): void {
  const { fed } = world;
  const book = fed.book(lostOf(world).origin);
  const { enrolment } = book.state;
  const { holder = '', key = '' } = enrolment?.before?.keys[a % 2] ?? {};
  const index = enrolment?.act ?? 0;
  const signature = fakeSignature(key, sealedText(book, index));
  fed.do(book.origin, asMember(holder), 'SignAct', { index, signature });
}

function losesKey(world: World, { a, b }: Numbers): void {
  const { fed } = world;
  const book = fed.book(lostOf(world).origin);
  const officers = tableEntries(book.state.officers);
  if (officers.length === 0) return;
  const [office, officer] = pick(officers, a);
  const input = { office, newKey: deviceKey(`nueva ${b}`) };
  fed.do(book.origin, asMember(officer.holder), 'ReportKeyLost', input);
  if (b % 5 === 0) fed.do(book.origin, asMember(officer.holder), 'ResignOffice', { office });
}

function time(world: World, { a }: Numbers): void {
  world.fed.pass({ days: 1 + (a % 12) });
}

export const recoveryStage: Stage = {
  given: () => ({ ...settled, fed: settled.fed.fork() }),
  steps: [attests, attests, seals, seals, seals, claims, claims, claims, objects, handsOver, losesKey, time],
};
