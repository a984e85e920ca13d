import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { allCommands, objectSchema } from '@cabildo/core';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../src/http/openapi-document.ts';
import { type Answered, found, founding, hall, voteOn, withServer } from './http-fixture.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: AnySchemaObject }>>;

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, AnySchemaObject>> };
}

const document = JSON.parse(await openApiDocument()) as Document;

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('docs/openapi.json is what the server says of itself (npm run docs writes it)', async () => {
  const committed = await readFile(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8');
  assert.deepEqual(JSON.parse(committed), document);
});

test('the document holds together: names are unique, places are declared, references lead somewhere', () => {
  assert.equal(document.openapi, '3.1.0');
  const names = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(names).size, names.length);
  for (const { path, operation } of operations) {
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    assert.deepEqual(
      declared.map(({ name }) => name),
      named,
      path,
    );
    assert.ok(operation.summary.length > 5 && Object.keys(operation.responses).length >= 2, path);
    for (const { description } of Object.values(operation.responses)) assert.ok(description.length > 0, path);
  }
  for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    assert.ok(name !== undefined && name in document.components.schemas, name);
});

test('every command of the catalogue has its operation, with the catalogue’s own schema', () => {
  for (const { name, input, by } of allCommands) {
    const path = name === 'FoundBody' ? '/api/bodies' : `/api/bodies/{body}/commands/${name}`;
    const operation = document.paths[path]?.post;
    assert.deepEqual(
      operation?.requestBody?.content['application/json']?.schema,
      JSON.parse(JSON.stringify(objectSchema(input))),
    );
    assert.ok(
      operation?.parameters?.some((parameter) => parameter.name === 'Idempotency-Key'),
      name,
    );
    assert.deepEqual(operation?.security, by.includes('anyone') ? [{}, { bearer: [] }] : [{ bearer: [] }]);
  }
});

test('every route that the server has is in the document', async () => {
  await withServer(async ({ app }) => {
    for (const { path, method } of operations.filter(({ path }) => !/mirrors|path\}/.test(path)))
      assert.ok(
        app.hasRoute({ method: method.toUpperCase() as 'GET', url: path.replaceAll(/\{(\w+)\}/g, ':$1') }),
        path,
      );
    const tree = app.printRoutes({ commonPrefix: false });
    const places = tree.match(/\((GET|POST|PUT)[^)]*\)/g)?.length ?? 0;
    // The assets that the server makes itself are documented as one place with those that are built.
    const unnamed =
      tree.match(/(icon\.svg|pages\.[0-9a-f]+\.css|(?:live|confirm|translate)\.[0-9a-f]+\.js) \(/g)?.length ?? 0;
    assert.equal(places - unnamed, Object.keys(document.paths).length);
  });
});

test('what the server answers is what the document says', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'doc:', components: document.components } as AnySchemaObject);
  const check = (path: string, method: string, answered: Answered): void => {
    const responses = document.paths[path]?.[method]?.responses ?? {};
    const response = responses[answered.status] ?? responses.default;
    const type = (answered.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const schema = response?.content?.[type]?.schema;
    assert.ok(schema !== undefined, `${method} ${path} ${answered.status} ${type}`);
    const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"doc:#/'));
    assert.ok(ajv.validate(rooted, answered.json), `${path}: ${ajv.errorsText()} ${answered.text.slice(0, 300)}`);
  };
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const refound = founding('villa-ingenio', 'base', convener.signer);
    const asOperator = { token: server.node.operatorToken };
    check(
      '/api/bodies',
      'post',
      await server.post('/api/bodies', refound, { ...asOperator, key: 'found-villa-ingenio' }),
    );
    check('/api/bodies', 'post', await server.post('/api/bodies', refound, { ...asOperator, key: 'other' }));
    const { sitting, members } = await hall(server, convener, 4);
    const vote = await voteOn(server, convener, sitting, 'devices');
    const me = members[0] ?? convener;
    const body = '/api/bodies/villa-ingenio';
    const cast = await server.command(me, 'CastVote', { vote, choice: 'yes' });
    check('/api/bodies/{body}/commands/CastVote', 'post', cast);
    check('/api/bodies/{body}/me', 'get', await server.get(`${body}/me`, { token: me.token }));
    check('/api/bodies/{body}/votes/{index}', 'get', await server.get(`${body}/votes/${vote}`, { token: me.token }));
    check('/api/bodies/{body}/commands/CloseVote', 'post', await server.command(convener, 'CloseVote', { vote }));
    check('/api/bodies/{body}/votes/{index}', 'get', await server.get(`${body}/votes/${vote}`, { token: me.token }));
    check('/api/bodies/{body}/me', 'get', await server.get(`${body}/me`));
    const acts = await server.get(`${body}/acts`);
    check('/api/bodies/{body}/acts', 'get', acts);
    for (const { index, code } of acts.json.acts) {
      check('/api/bodies/{body}/acts/{index}', 'get', await server.get(`${body}/acts/${index}`));
      check('/api/bodies/{body}/acts/{index}/sentence', 'get', await server.get(`${body}/acts/${index}/sentence`));
      check('/api/acts/{code}', 'get', await server.get(`/api/acts/${code}`));
    }
    check('/api/bodies/{body}/acts-of/{types}', 'get', await server.get(`${body}/acts-of/VoteOpened,MotionTabled`));
    check('/api/bodies/{body}/acts-of/{types}', 'get', await server.get('/api/bodies/nowhere/acts-of/VoteOpened'));
    check('/api/bodies/{body}/acts/{index}/parts', 'get', await server.get(`${body}/acts/0/parts`));
    check('/api/bodies/{body}/acts/{index}/parts', 'get', await server.get(`${body}/acts/9999/parts`));
    check('/api/bodies', 'get', await server.get('/api/bodies'));
    check('/api/bodies/{body}', 'get', await server.get(body));
    check('/api/bodies/{body}', 'get', await server.get('/api/bodies/nowhere'));
    const { statute } = (await server.get(`${body}/statute`)).json;
    check('/api/bodies/{body}/statute', 'get', await server.get(`${body}/statute`));
    check('/api/bodies/{body}/statute/trial', 'post', await server.post(`${body}/statute/trial`, { statute }));
    check('/api/statutes/trial', 'post', await server.post('/api/statutes/trial', { statute, kind: 'base' }));
    check('/healthz', 'get', await server.get('/healthz'));
    check('/openapi.json', 'get', await server.get('/openapi.json'));
    check('/books/{body}/{path}', 'get', await server.get('/books/villa-ingenio/checkpoint/x'));
    const { member } = (await server.done(convener, 'EnrolMember', { name: 'Nicanor' })).json.answer;
    const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
    const signIn = { body: 'villa-ingenio', card: card.words.en, token: 'A'.repeat(43) };
    check('/api/sign-in', 'post', await server.post('/api/sign-in', signIn));
  });
});

test('acts are read page by page to the end', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    await hall(server, convener, 3);
    const seen: number[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const page: Answered = await server.get(`/api/bodies/villa-ingenio/acts?from=${next}&limit=2`);
      for (const { index } of page.json.acts) seen.push(index);
      next = page.json.next;
    }
    const size = (await server.node.book('villa-ingenio'))?.size ?? 0;
    assert.deepEqual(
      seen,
      Array.from({ length: size }, (_, i) => i),
    );
    const beyond = await server.get('/api/bodies/villa-ingenio/acts?from=9007199254740991');
    assert.deepEqual([beyond.status, beyond.json.acts, beyond.json.next], [200, [], null]);
  });
});
