import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { statuteTemplates } from '@cabildo/core';
import { cabildo, cabildoHere } from './cabildo.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabildo-statute-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('the templates are named, in the language asked for', async () => {
  const ran = await cabildo(['statute', 'templates', '--lang', 'es']);
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /^neighbourhood-council +Estatuto de la junta vecinal \(asamblea de base\)$/m);
  const { templates } = JSON.parse((await cabildo(['statute', 'templates', '--json'])).out);
  assert.deepEqual(
    templates.map(({ name }: { name: string }) => name),
    statuteTemplates.map(({ name }) => name),
  );
});

test('a template is read in words, and as JSON gives the file that check finds sound', async () => {
  const ran = await cabildo(['statute', 'read', '--template', 'union-local']);
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /^Quorum\n {2}First call: more than half of those on the roll\.$/m);
  const { statute } = JSON.parse((await cabildo(['statute', 'read', '--template', 'union-local', '--json'])).out);
  const path = await file('union.json', statute);
  assert.equal((await cabildo(['statute', 'read', path])).out, ran.out);
  const checked = await cabildo(['statute', 'check', path, '--kind', 'base', '--lang', 'es']);
  assert.deepEqual([checked.code, checked.out], [0, '«Statute of the union local»: no se contradice.\n']);
});

test('a template is given the hours of its place, and what is no offset is refused', async () => {
  const read = (offset: string) =>
    cabildoHere(['statute', 'read', '--template', 'federation', `--offset=${offset}`, '--lang', 'es', '--json']);
  const { statute, sections } = JSON.parse((await read('-04:00')).out);
  assert.deepEqual(statute.closing, { hour: 22, offsetMinutes: -240 });
  assert.match(JSON.stringify(sections), /Las horas son las del lugar, UTC−4\./);
  assert.equal(JSON.parse((await read('+05:45')).out).statute.closing.offsetMinutes, 345);
  for (const wrong of ['-4', '04:00', '+14:01', '-12:30', '+05:60']) assert.equal((await read(wrong)).code, 2, wrong);
});

test('what an amendment would change is told article by article', async () => {
  const sound = statuteTemplates[0]?.statutes.en;
  const [before, now] = [await file('old.json', sound), await file('new.json', { ...sound, notice: { hours: 24 } })];
  assert.equal(
    (await cabildoHere(['statute', 'read', now, '--before', before])).out,
    'Notice\n  - A sitting is convened 48 hours ahead.\n  + A sitting is convened 24 hours ahead.\n',
  );
  assert.equal((await cabildoHere(['statute', 'read', now, '--before', now])).out, 'They say the same.\n');
});

test('what contradicts itself is named with what would be right: exit code 1', async () => {
  const sound = statuteTemplates[0]?.statutes.es;
  const path = await file('torn.json', { ...sound, certifiers: ['nadie'], seals: { signatures: 7, handover: 'show' } });
  const ran = await cabildoHere(['statute', 'check', path]);
  assert.equal(ran.code, 1, ran.err);
  assert.match(ran.out, /Article “who certifies”: there is no such office \(nadie\)\. Right would be: /);
  const { ok, problems } = JSON.parse((await cabildoHere(['statute', 'check', path, '--json'])).out);
  assert.deepEqual(
    [ok, problems.map(({ problem }: { problem: string }) => problem)],
    [false, ['more-signatures-than-offices', 'office-unknown']],
  );
});

test('what is no statute is told from one that is wrong: exit code 2, with the place', async () => {
  const sound = statuteTemplates[0]?.statutes.es;
  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['text.json', 'not JSON', /no JSON document/],
    ['half.json', { title: 'x' }, /\(\/offices\): missing; here belongs a list/],
    ['shape.json', { ...sound, notice: { hours: 'two' } }, /\/notice\/hours/],
  ];
  for (const [name, content, said] of wrong) {
    const ran = await cabildoHere(['statute', 'check', await file(name, content)]);
    assert.equal(ran.code, 2);
    assert.match(ran.err, said);
  }
  assert.equal((await cabildoHere(['statute', 'read', join(folder, 'nowhere.json')])).code, 2);
  assert.equal((await cabildoHere(['statute', 'read'])).code, 2);
  assert.match((await cabildoHere(['statute', 'read', '--template', 'x'])).err, /There are: neighbourhood-council/);
  assert.equal((await cabildoHere(['statute', 'check', 'x', '--kind', 'y'])).code, 2);
});

test('a vote is tried under a statute, and beside it under another', async () => {
  const sound = statuteTemplates[0]?.statutes.es;
  const easier = {
    ...sound,
    rules: sound?.rules.map((rule) => ({ ...rule, rule: { num: 1, den: 2, strict: true, of: 'cast' } })),
  };
  const [now, next] = [await file('now.json', sound), await file('next.json', easier)];
  const vote = ['--matter', 'statute', '--roll', '90', '--present', '50', '--yes', '26', '--no', '24', '--lang', 'es'];
  const ran = await cabildo(['statute', 'trial', next, ...vote, '--before', now]);
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /Por el sí, 26 de 50; se pide más de la mitad .*: alcanza\.\n {2}Se aprobaría\./);
  assert.match(ran.out, /se pide al menos dos tercios .*: no alcanza\.\n {2}Se rechazaría\./);
  const { trial, before } = JSON.parse(
    (await cabildo(['statute', 'trial', next, ...vote, '--before', now, '--json'])).out,
  );
  assert.deepEqual([trial.verdict, before.verdict], ['carried', 'rejected']);
});

test('what is no vote, and a file that is no statute, are refused by name', async () => {
  const path = await file('sound.json', statuteTemplates[0]?.statutes.es);
  const vote = (change: Record<string, string>) =>
    cabildoHere([
      'statute',
      'trial',
      path,
      ...Object.entries({ matter: 'pact', roll: '90', present: '50', yes: '26', no: '20', ...change }).flatMap(
        ([name, value]) => [`--${name}`, value],
      ),
    ]);
  assert.equal((await vote({})).code, 0);
  const refusals: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ yes: 'many' }, /--yes: yes: count/],
    [{ matter: 'war' }, /--matter: matter: .*pact/],
    [{ present: '10' }, /there can be only 10/],
    [{ bodies: '4:3' }, /--bodies: /],
    [{ hour: '24' }, /--hour: hour: 0 to 23/],
  ];
  for (const [change, said] of refusals) {
    const ran = await vote(change);
    assert.equal(ran.code, 2, JSON.stringify(change));
    assert.match(ran.err, said);
  }
  const wrong = await file('wrong.json', { ...statuteTemplates[0]?.statutes.es, notice: { hours: -1 } });
  const ran = await cabildoHere(['statute', 'check', wrong, '--lang', 'es']);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /Artículo «convocatoria» \(\/notice\/hours\): aquí va un número entero desde 0\./);
});
