// What was done on paper or against the rules has no effect, until the same text is decided by a sitting that can.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, tableEntries, tableGet } from '../src/index.ts';
import {
  announcing,
  convene,
  decideByHands,
  evening,
  foundBase,
  hallOf,
  indexOf,
  open,
  slate,
  statuteWith,
} from './federation/assembly.ts';
import { consult, decideAbove } from './federation/decisions-story.ts';
import { type Done, dataOf, Federation } from './federation/federation.ts';
import { inHall } from './federation/sitting-scenes.ts';
import { irregularIn, late, latePact, onPaper, pactText } from './federation/story-irregular.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf();
const copyOf = (world: World): World => ({ ...world, fed: world.fed.fork() });

function villa() {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-tunari', 8);
  fed.pass({ days: 31 });
  return { fed, base, origin: base.origin };
}

const wrote = (done: Done, act: string): boolean => done.acts.some((one) => one.act === act);

const audited = (fed: Federation, origin: string) =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('a pact signed on paper has no effect; taken up it waits for the bases, and holds when they have ratified it', () => {
  for (const [verdict, status] of [
    ['yes', 'in-force'],
    ['no', 'rejected'],
  ] as const) {
    const world = copyOf(settled);
    const { fed, upper } = world;
    const { entry, resolution, done } = latePact(world);
    const state = () => fed.book(upper.origin).state;
    assert.equal(tableGet(state().resolutions, `${entry}.1`), undefined);
    assert.equal(tableGet(state().resolutions, resolution)?.status, 'suspended');
    assert.equal(wrote(done, 'ActRegularised'), false);
    const closed = consult(world, resolution, pactText, [verdict, verdict]);
    assert.equal(tableGet(state().resolutions, resolution)?.status, status);
    assert.equal(wrote(closed, 'ActRegularised'), verdict === 'yes');
    assert.equal(tableGet(state().irregular, `${entry}.1`)?.regularised !== null, verdict === 'yes');
    audited(fed, upper.origin);
  }
});

test('a pact is not made good as ordinary business, nor on another text', () => {
  const { fed, upper } = copyOf(settled);
  const entry = late(fed, upper, [onPaper('pact', pactText)]);
  const sitting = convene(
    fed,
    { origin: upper.origin, chair: upper.presidium, tellers: [upper.presidium, upper.secretary] },
    {
      notice: announcing({ matter: 'pact', text: `${pactText} Y algo más.` }),
    },
  );
  for (const { origin: below } of upper.bases)
    for (const seat of [1, 2]) fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat });
  fed.must(upper.origin, upper.presidium, 'OpenSitting', { sitting, call: 'first' });
  const proposal = { kind: 'regularise', act: entry, decision: 1 } as const;
  const tabling = { sitting, title: 'Pacto', proposal };
  const refused = (matter: 'ordinary' | 'pact', text: string, code: 'proposal-does-not-fit-matter' | 'text-changed') =>
    fed.refuses(upper.origin, upper.presidium, 'TableMotion', { ...tabling, matter, text }, code);
  assert.equal(refused('ordinary', pactText, 'proposal-does-not-fit-matter').needed, 'pact');
  refused('pact', `${pactText} Y algo más.`, 'text-changed');
});

test('what was not in the notice, or came after the closing hour, does not become ordinary by being late', () => {
  const { fed, base, origin } = villa();
  const what = 'Se aprueban las cuentas de la gestión.';
  for (const irregularity of ['not-in-notice', 'text-not-in-notice', 'after-closing-hour'] as const) {
    const act = irregularIn(fed, base, what, [irregularity]);
    const proposal = { kind: 'regularise', act } as const;
    const sitting = inHall(fed, base);
    const input = { sitting, matter: 'ordinary', title: 'Cuentas', text: what, proposal } as const;
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'proposal-does-not-fit-matter');
    fed.must(origin, base.presidium, 'CloseSitting', { sitting });
    const [done] = evening(fed, base, [{ matter: 'accounts', text: what, proposal }]);
    assert.deepEqual(dataOf(done as Done, 'ActRegularised'), { act, vote: voteOf(done as Done) });
  }
  audited(fed, origin);
});

const voteOf = (done: Done): number => dataOf(done, 'VoteClosed').vote;

test('what was done without a quorum has its effect from the new decision on; a rejected one leaves it without', () => {
  const { fed, base, origin } = villa();
  const entry = late(fed, base, [onPaper('ordinary', 'Ollas comunes.', { yes: 2 })], { present: 2 });
  const proposal = { kind: 'regularise', act: entry, decision: 1 } as const;
  const item = { matter: 'ordinary', text: 'Ollas comunes.', proposal } as const;
  const [no] = evening(fed, base, [{ ...item, yes: 0, no: 8 }]);
  assert.equal(wrote(no as Done, 'ActRegularised'), false);
  const [yes] = evening(fed, base, [item]);
  const { resolutions } = fed.book(origin).state;
  assert.equal(tableGet(resolutions, indexOf(yes as Done, 'ResolutionAdopted'))?.status, 'in-force');
  assert.equal(tableGet(resolutions, `${entry}.1`), undefined);
  audited(fed, origin);
});

test('what did not carry on paper, and what was in force at once, is nothing to make good', () => {
  const { fed, base, origin } = villa();
  const entry = late(fed, base, [
    onPaper('ordinary', 'A favor.'),
    onPaper('ordinary', 'En contra.', { yes: 0, no: 6 }),
  ]);
  const sitting = inHall(fed, base);
  for (const [number, text] of ['A favor.', 'En contra.'].entries()) {
    const proposal = { kind: 'regularise', act: entry, decision: number + 1 } as const;
    const input = { sitting, matter: 'ordinary', title: 'x', text, proposal } as const;
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'nothing-irregular');
  }
});

test('an election and a statute are decided by their own kind on the same text, which makes the paper one good beside it', () => {
  const { fed, base, origin } = villa();
  const [president, secretary] = [base.members[4] ?? '', base.members[5] ?? ''];
  const elected = 'Se elige a la directiva.';
  const entry = late(fed, base, [onPaper('election', elected), onPaper('statute', 'Estatuto nuevo')], { present: 3 });
  const sitting = convene(fed, hallOf(base), {
    notice: announcing('election', { matter: 'statute', text: 'Estatuto nuevo' }, 'accounts'),
  });
  open(fed, hallOf(base), sitting, 8);
  const bare = { kind: 'regularise', act: entry, decision: 1 } as const;
  const input = { sitting, matter: 'election', title: 'x', text: elected, proposal: bare } as const;
  fed.refuses(origin, base.presidium, 'TableMotion', input, 'proposal-does-not-fit-matter');
  const amended = decideByHands(fed, hallOf(base), sitting, {
    matter: 'statute',
    text: 'Estatuto nuevo',
    yes: 8,
    proposal: { kind: 'amend-statute', statute: statuteWith({ notice: { hours: 24 } }) },
  });
  assert.deepEqual(dataOf(amended, 'ActRegularised'), { act: entry, decision: 2, vote: voteOf(amended) });
  const done = decideByHands(fed, hallOf(base), sitting, {
    matter: 'election',
    text: elected,
    yes: 8,
    proposal: slate(fed, origin, [president, secretary]),
  });
  assert.deepEqual(dataOf(done, 'ActRegularised'), { act: entry, decision: 1, vote: voteOf(done) });
  assert.equal(tableGet(fed.book(origin).state.officers, 'presidencia')?.holder, president);
  audited(fed, origin);
});

test('every late or irregular decision is made good at most once, and nothing is in force without a vote that carried', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const { resolution, entry } = latePact(world);
  consult(world, resolution, pactText, ['yes', 'yes']);
  const again = { kind: 'pact', with: 'la alcaldía' } as const;
  const done = decideAbove(world, { matter: 'pact', text: pactText, proposal: again });
  consult(world, indexOf(done, 'ResolutionAdopted'), pactText, ['yes', 'yes']);
  const { acts } = fed.book(upper.origin);
  assert.equal(acts.filter(({ act }) => act === 'ActRegularised').length, 1);
  assert.deepEqual(
    tableEntries(fed.book(upper.origin).state.irregular).map(([key]) => key),
    [`${entry}.1`],
  );
});
