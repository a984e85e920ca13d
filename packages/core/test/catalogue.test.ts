// The catalogue against the code: what it says is there must be there, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actEntry, allActs, allCommands, type Role, readableAct } from '../src/index.ts';
import { matters, statuteFields } from '../src/statute/fields.ts';
import type { Book } from './federation/book.ts';
import { stories } from './federation/stories.ts';

const implemented = allActs.filter(({ status }) => status === 'implemented').map(({ name }) => name);

/** Written by the node itself, with no command of a body behind them. */
const withoutCommand = ['BookSucceeded', 'RefusalMinuted', 'DecisionCarried'];

test('every implemented act has a fold, and every fold an implemented act', () => {
  for (const { name, version, status } of allActs)
    assert.equal(readableAct({ act: name, v: version }), status === 'implemented', name);
  assert.equal(readableAct({ act: 'SittingOpened', v: 2 }), false, 'a later version is not read as an earlier one');
  assert.equal(readableAct({ act: 'toString', v: 1 }), false);
});

test('every command writes acts that are implemented', () => {
  for (const { name, acts } of allCommands)
    for (const act of acts) assert.equal(actEntry(act)?.status, 'implemented', `${name} → ${act}`);
});

test('every implemented act is written by a command, or by the node', () => {
  const written = new Set<string>(allCommands.flatMap(({ acts }) => acts));
  assert.deepEqual(
    implemented.filter((name) => !written.has(name)),
    withoutCommand,
  );
});

const told: readonly (readonly [ReadonlyMap<string, Book>, Book])[] = Object.values(stories)
  .map((play) => play().fed.books)
  .flatMap((books) => [...books.values()].map((book) => [books, book] as const));

test('the stories write every act that a command can write, and nothing that cannot be replayed', () => {
  const acts = told.flatMap(([, book]) => book.acts);
  const produced = new Set<string>(acts.map(({ act }) => act));
  assert.deepEqual(
    implemented.filter((name) => !produced.has(name) && !withoutCommand.includes(name)),
    [],
  );
});

/** A parent forms a committee by its vote, the committee shows it; a seat challenges on its own standing; whoever withdraws or leaves need not hold the book above; only a divided card is a base's. */
const mayCite = new Set<string>([
  'ClassificationChallenged',
  'MeasureJoined',
  'DelegationCardsCounted',
  'AffiliationEnded',
  'CommitteeFormed',
  'BodyFounded',
  'BodySplit',
  'EntitlementChanged',
  'OfficerKeyLossConfirmed',
  'OfficerKeyRestored',
  'HandOverConfirmed',
]);

test('an act that rests on another book cites what the catalogue says, and no other act cites', () => {
  for (const [books, { acts }] of told)
    for (const { act, cites } of acts) {
      const row = actEntry(act)?.cites ?? [];
      const cited = cites.map(({ book, index }) => books.get(book)?.acts[index]?.act ?? '');
      assert.deepEqual(
        cited.filter((name) => !row.includes(name) && !row.includes('any act')),
        [],
        `${act} cites what its row does not name`,
      );
      if (!mayCite.has(act)) assert.equal(cited.length > 0, row.length > 0, `${act} and its citations`);
    }
});

test('who may bring an act about is who may give a command that writes it', () => {
  const procedures = ['vote', 'statute', 'node'];
  for (const { name, by } of allActs.filter(({ status }) => status === 'implemented')) {
    const commands = allCommands.filter(({ acts }) => (acts as readonly string[]).includes(name));
    const may = new Set<Role>(commands.flatMap((command) => command.by));
    for (const role of by.filter((one) => !procedures.includes(one)))
      assert.ok(withoutCommand.includes(name) || may.has(role as Role), `${name} by ${role}`);
  }
});

test('an act names only acts that are in the table', () => {
  const names = new Set<string>(allActs.map(({ name }) => name));
  const others = new Set(['any act', 'the act', 'the sealed act', 'an act there', 'OfficersElected or BodyFounded']);
  for (const { name, reversedBy, cites, data } of allActs) {
    if (reversedBy !== null) assert.ok(names.has(reversedBy), `${name} is reversed by ${reversedBy}`);
    for (const cited of cites) assert.ok(names.has(cited) || others.has(cited), `${name} cites ${cited}`);
    for (const { reads } of Object.values(data))
      for (const [, to = ''] of reads.matchAll(/index of ([^,}]+?)(?=$|,| \}| or )/g))
        assert.ok(names.has(to) || others.has(to) || to === 'OfficersElected', `${name} refers to ${to}`);
  }
});

/** Articles that rules rest on before any statute, or that a later part of the rules will bring in. */
const outside = new Set([
  'founding',
  'amendment',
  'book',
  'convening',
  'delegates',
  'entitlement',
  'publicity',
  'witnesses',
  'rules.affiliation',
  'committees',
  'affiliation.splitting',
  'rotation',
  'recess',
  'presidium',
  'acclamation',
  'objections',
  'threats',
  'disputes',
  'motions',
  'tasks',
  'elections',
  'mandates.split',
  'accounts',
]);

function isStatutePath(path: string): boolean {
  const [area = '', topic] = path.split('.');
  const field = (statuteFields as Record<string, { schema: unknown }>)[area];
  if (field === undefined) return false;
  if (topic === undefined) return true;
  if (area === 'rules') return (matters as readonly string[]).includes(topic);
  const { properties } = field.schema as { properties?: Record<string, unknown> };
  return properties !== undefined && topic in properties;
}

test('every article is a path in the statute, or on the list of those that are not', () => {
  const used = new Set([...allActs, ...allCommands].map(({ article }) => article));
  const unknown = [...used].filter((article) => !isStatutePath(article) && !outside.has(article));
  assert.deepEqual(unknown, []);
  assert.deepEqual(
    [...outside].filter((article) => !used.has(article)),
    [],
    'no longer used',
  );
});

test('what takes effect in another body is sealed or shown there with its seal', () => {
  const sealed = new Set(allActs.filter((act) => act.sealed).map(({ name }) => name));
  for (const name of [
    'DelegatesElected',
    'DelegateRecalled',
    'MandateGiven',
    'ConsultationAnswered',
    'AffiliationRequested',
    'MinutesApproved',
  ])
    assert.ok(sealed.has(name), name);
});

test('nothing is disclosed by an act that names a person outside an office', () => {
  for (const { name, data } of allActs.filter(({ status }) => status === 'implemented'))
    for (const [slot, { schema }] of Object.entries(data))
      if (/name/i.test(slot))
        assert.ok(['BodyFounded', 'WitnessAppointed'].includes(name), `${name}.${slot} ${JSON.stringify(schema)}`);
});
