import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readSources } from '../../languages/read-sources.ts';
import { speaks, voiced } from '../app/added-language.ts';
import { withNode } from '../app/node-fixture.ts';
import { enrol, foundOpen, freshToken, type TestServer, withServer } from './http-fixture.ts';

const head = {
  tag: 'qaa',
  name: 'Zirgal',
  nameFrom: 'inventado para esta prueba',
  direction: 'ltr',
  like: 'es',
  quotes: ['“', '”'],
};

async function invited(server: TestServer, may: 'translate' | 'review', named: string): Promise<string> {
  const { json } = await server.post('/api/languages/qaa/invitations', { may }, { token: server.node.operatorToken });
  const token = freshToken();
  const joined = await server.post('/api/translators', { invitation: json.code, named, token });
  assert.equal(joined.status, 200, joined.text);
  return token;
}

const folder = new URL('../../languages/', import.meta.url);
// biome-ignore lint/suspicious/noExplicitAny: what is in a file is looked at as it comes
const json = (name: string): any => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

test('the list of texts is what the interface says: every place once in Spanish and once in English', async () => {
  const found = await readSources();
  assert.deepEqual(json('sources.json'), JSON.parse(JSON.stringify(found)), 'npm run docs writes it anew');
  for (const { source, english } of found) assert.notEqual(english, '', source);
});

test('the languages that come along have their own names, with where these are from, and no text that nobody has reviewed', () => {
  const valid = new Ajv2020({ strict: false }).compile(json('language.schema.json'));
  for (const tag of ['ay', 'qu', 'gn']) {
    const file = json(`${tag}.json`);
    assert.equal(valid(file) as boolean, true, JSON.stringify(valid.errors));
    assert.ok(file.nameFrom.length > 10);
    for (const { reviewedBy, from } of file.strings) assert.ok(reviewedBy !== null && from !== '');
  }
});

describe('a language that is added to a running node', () => {
  test('is proposed by one person, reviewed by another, and then said to everybody', async () => {
    await withServer(async (server) => {
      const ana = await invited(server, 'translate', 'Ana');
      const beto = await invited(server, 'review', 'Beto');
      assert.equal((await server.post('/api/translators/language', head, { token: ana })).status, 200);
      const propose = (source: string, said: unknown, token = ana) =>
        server.post('/api/translators/texts', { source, said }, { token });
      assert.equal((await propose('Asambleas', 'Zirgos')).status, 200);
      assert.equal((await propose('Nodo {name}', 'Zir {name}')).status, 200);

      const page = async (path: string, headers = {}) =>
        (await server.get(path, { headers: { accept: 'text/html', ...headers } })).text;
      assert.doesNotMatch(await page('/?lang=qaa'), /Zirgos/, 'nobody has reviewed it');
      const { trial } = (await server.get('/api/translators/work', { token: ana })).json;
      const tried = await page(`/?lang=qaa-x-${trial}`);
      assert.match(tried, /<html lang="qaa">/);
      assert.match(tried, /Zirgos/);
      assert.match(tried, new RegExp(`href="/check\\?lang=qaa-x-${trial}"`), 'and it stays so from page to page');
      assert.doesNotMatch(await page('/?lang=qaa-x-aaaaaaaa'), /Zirgos/);

      const review = (source: string, said: string, token: string) =>
        server.post('/api/translators/reviews', { source, said }, { token });
      assert.equal((await review('Asambleas', 'Zirgos', ana)).json.code, 'not-a-reviewer');
      assert.equal((await review('Asambleas', 'Zirgas', beto)).json.code, 'changed-meanwhile');
      assert.equal((await review('Asambleas', 'Zirgos', beto)).status, 200);
      assert.equal((await review('Asambleas', 'Zirgos', beto)).status, 200, 'the same again is the same');

      const spoken = await page('/', { 'accept-language': 'qaa, es;q=0.5' });
      assert.match(spoken, /<h1>Zirgos<\/h1>|>Zirgos</);
      assert.doesNotMatch(spoken, /Zir el-alto/, 'the other is not reviewed');
      assert.match(spoken, /<span lang="es">[^<]*Nodo el-alto\.example<\/span>/, 'and says that it is Spanish');
      assert.match(spoken, /hreflang="en">English</);
      assert.match(await page('/?lang=es'), /hreflang="qaa">Zirgal</);
      assert.doesNotMatch(spoken, /[\ufdd0\ufdd1]/);

      assert.equal((await propose('Asambleas', 'Zirgones')).status, 200);
      assert.match(await page('/?lang=qaa'), /Zirgos/, 'what is reviewed stands until the next is');
    });
  });

  test('a refusal is said in it too', async () => {
    await withServer(async (server) => {
      const ana = await invited(server, 'translate', 'Ana');
      const beto = await invited(server, 'review', 'Beto');
      await server.post('/api/translators/language', head, { token: ana });
      const source = 'Quién traduce lo decide quien opera el nodo, o la directiva de una de sus asambleas.';
      for (const [path, token] of [
        ['texts', ana],
        ['reviews', beto],
      ] as const)
        await server.post(`/api/translators/${path}`, { source, said: 'Zo zirga nu.' }, { token });
      const refused = (language: string) =>
        server.post('/api/languages/qaa/invitations', { may: 'review' }, { headers: { 'accept-language': language } });
      assert.equal((await refused('qaa')).json.sentences.qaa, 'Zo zirga nu.');
      assert.deepEqual(Object.keys((await refused('en')).json.sentences), ['es', 'en']);
    });
  });

  test('what offices are called comes with the words of a client, the desk’s forms are in it, and who signs in is told of the languages that there are', async () => {
    await withServer(async (server) => {
      const founder = await enrol(server, await foundOpen(server, 'junta'));
      const me = async () => (await server.get('/api/bodies/junta/me', { token: founder.token })).json;
      assert.equal((await me()).languages, undefined, 'where none was added nothing is said of any');
      await speaks(server.node, { presidencia: 'Zirga', 'Un momento…': 'Zo…', 'Decide el texto': 'Zu nozo' });
      assert.deepEqual((await me()).languages, [{ tag: 'qaa', name: 'Zirgal' }]);
      const { spoken, direction } = (await server.get('/api/languages/qaa/words/phone')).json;
      assert.equal(direction, 'ltr');
      assert.deepEqual(spoken['offices.chair'], { presidencia: 'Zirga' });
      assert.equal(spoken['phone.shell.loading']['Un momento…'], 'Zo…');
      const kinds = async (language: string): Promise<readonly string[]> =>
        (await server.get(`/api/bodies/junta/forms/${language}`)).json.forms.map(
          (form: { label: string }) => form.label,
        );
      const [spanish, spokenKinds] = await Promise.all([kinds('es'), kinds('qaa')]);
      assert.deepEqual(
        spokenKinds,
        spanish.map((label) => (label === 'Decide el texto' ? 'Zu nozo' : label)),
      );
      assert.ok(spokenKinds.includes('Zu nozo'));
      assert.deepEqual(await kinds('qab'), spanish, 'of one that the node does not speak Spanish is left');
    });
  });

  test('hostile texts are refused with their place, and a file is taken whole or not at all', async () => {
    await withServer(async (server) => {
      const ana = await invited(server, 'translate', 'Ana');
      await server.post('/api/translators/language', head, { token: ana });
      const bidi = await server.post(
        '/api/translators/texts',
        { source: 'Asambleas', said: 'Z\u202egos' },
        { token: ana },
      );
      assert.equal(bidi.status, 400);
      assert.equal(bidi.json.detail.problems[0].code, 'hidden-characters');
      const file = {
        ...head,
        strings: [
          { source: 'Asambleas', said: '<script>alert(1)</script>', from: 'Ana' },
          { source: 'Nodo {name}', said: 'Zir', from: 'Ana' },
        ],
      };
      const refused = await server.post('/api/translators/file', { file, write: true }, { token: ana });
      assert.deepEqual(refused.json.detail.problems, [
        { entry: 1, field: 'said', code: 'placeholders', needed: '{name}' },
      ]);
      const none = (await server.get('/api/translators/file', { token: ana })).json;
      assert.deepEqual(none.strings, []);
      file.strings.pop();
      const preview = await server.post('/api/translators/file', { file, write: false }, { token: ana });
      assert.equal(preview.json.changed, 1);
      assert.deepEqual((await server.get('/api/translators/file', { token: ana })).json.strings, []);
      await server.post('/api/translators/file', { file, write: true }, { token: ana });
      const { trial } = (await server.get('/api/translators/work', { token: ana })).json;
      const page = (await server.get(`/?lang=qaa-x-${trial}`, { headers: { accept: 'text/html' } })).text;
      assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/, 'markup is text');
      assert.doesNotMatch(page, /<script>alert/);
    });
  });

  test('a file that is too large, and forms that are none, are refused with what would be right', async () => {
    await withServer(async (server) => {
      const ana = await invited(server, 'translate', 'Ana');
      await server.post('/api/translators/language', head, { token: ana });
      const strings = [{ source: 'Asambleas', said: 'Z'.repeat(10_000_000), from: 'Ana' }];
      const large = await server.post(
        '/api/translators/file',
        { file: { ...head, strings }, write: true },
        { token: ana },
      );
      assert.equal(large.status, 413);
      const propose = async (said: unknown) =>
        (await server.post('/api/translators/texts', { source: 'Nodo {name}', said }, { token: ana })).json.detail
          .problems[0];
      const { entry: _, ...invented } = await propose('Zir {name} {nombre}');
      assert.deepEqual(invented, { field: 'said', code: 'placeholders', needed: '{name}' });
      assert.equal(
        (await propose({ by: 'name', forms: { dual: 'Zir {name}', other: 'Zir {name}' } })).code,
        'plural-forms',
      );
      assert.equal((await propose({ by: 'number', forms: { other: 'Zir {name}' } })).code, 'plural-by');
      assert.equal((await propose({ by: 'name', forms: { one: 'Zir {name}' } })).needed, 'other');
      assert.deepEqual((await server.get('/api/translators/file', { token: ana })).json.strings, [], 'nothing is kept');
    });
  });

  test('an invitation works once, for its language, and nobody else’s token does', async () => {
    await withServer(async (server) => {
      const { json: made } = await server.post(
        '/api/languages/qaa/invitations',
        { may: 'translate' },
        { token: server.node.operatorToken },
      );
      const token = freshToken();
      const join = (named: string, key: string, invitation = made.code) =>
        server.post('/api/translators', { invitation, named, token: key });
      assert.equal((await join('Ana', token)).status, 200);
      assert.equal((await join('Ana', token)).status, 200);
      assert.equal((await join('Otra', freshToken())).json.code, 'translator-invitation-used');
      assert.equal((await join('Otra', freshToken(), made.code.replace('qaa', 'qab'))).json.code, 'invitation-unknown');
      const other = await server.post('/api/translators/language', { ...head, tag: 'qab' }, { token });
      assert.equal(other.json.code, 'not-a-translator');
      assert.equal((await server.get('/api/translators/work', { token: freshToken() })).status, 401);
      server.pass(15 * 86_400_000);
      const late = await server.post('/api/languages/qaa/invitations', { may: 'review' });
      assert.equal(late.json.code, 'not-letting-translate');
    });
  });

  test('a voice is heard by everybody once another person has heard it', async () => {
    await withServer(async (server) => {
      const ana = await invited(server, 'translate', 'Ana');
      const beto = await invited(server, 'review', 'Beto');
      await server.post('/api/translators/language', head, { token: ana });
      const put = await fetch(`${server.base}/api/translators/voices?source=Asambleas`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${ana}`, 'content-type': 'audio/webm' },
        body: Buffer.from('sound'),
      });
      assert.equal(put.status, 200, await put.text());
      const hear = (trial?: string) =>
        server.post('/api/languages/qaa/heard', { source: 'Asambleas', ...(trial === undefined ? {} : { trial }) });
      assert.equal((await hear()).status, 404);
      const { trial } = (await server.get('/api/translators/work', { token: beto })).json;
      assert.equal((await hear(trial)).text, 'sound');
      const approve = (token: string) =>
        server.post('/api/translators/voices', { source: 'Asambleas', approved: true }, { token });
      assert.equal((await approve(ana)).json.code, 'not-a-reviewer');
      assert.equal((await approve(beto)).status, 200);
      assert.equal((await hear()).text, 'sound');
      const words = await server.get('/api/languages/qaa/words/phone');
      assert.deepEqual(words.json.heard, ['Asambleas']);
    });
  });

  test('a node that is started again has it as it was: its texts, and its voices', async () => {
    await withNode(async (test) => {
      await speaks(test.node, { 'Un momento…': 'Zo…' });
      await voiced(test.node, 'Un momento…', Buffer.from('sound'));
      const { languages } = await test.reopen();
      const kept = languages.at('qaa') ?? assert.fail('it is forgotten');
      assert.equal(kept.said(false).get('Un momento…'), 'Zo…');
      assert.equal(kept.voices.get('Un momento…')?.reviewed, true);
      assert.equal(Buffer.from((await languages.voice('qaa', 'Un momento…')) ?? []).toString(), 'sound');
    });
  });
});
