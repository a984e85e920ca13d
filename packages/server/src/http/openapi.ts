import type { JsonSchema } from '@cabildo/core';
import type { RouteOptions } from 'fastify';
import { components } from './openapi-components.ts';
import type { About, Answer } from './route.ts';

export type OpenApi = Readonly<Record<string, unknown>>;

const parameterTexts: Readonly<Record<string, string>> = {
  body: 'A body’s name on this node, or any book’s origin with `/` as `%2F`',
  index: 'Index of the act that created the thing',
  code: 'Ten characters, as people write them',
  above: 'Origin of the body above (with `/` as `%2F`), or its name here',
  seat: 'Number of the seat',
  motion: 'Index of the act that tabled the motion',
  election: 'Identifier of an election',
  teller: '1 or 2',
  step: 'key, certificate, coefficients, verification, trial or share',
  sitting: 'Index of the act that convened the sitting',
  origin: 'Origin of a mirrored book, with `/` as `%2F`',
  path: 'Path of a file of the book',
  name: 'Name of a file',
  token: 'What a letter says about the address that it went to',
  hash: 'SHA-256 of the log’s origin in hex',
};

const tags: Readonly<Record<About['tag'], string>> = {
  commands: 'One for each command of the act catalogue',
  people: 'Signing in, and what one is here',
  bodies: 'Bodies, acts, votes',
  books: 'Books as static files, for tools that somebody else wrote',
  exchange: 'Other nodes, witnesses',
  node: 'The node itself',
  pages: 'Pages for people',
  ballot: 'Secret votes: officers by their session, trustees and tellers by a code, voters and everybody by nothing',
};

/** The document of the routes that a server really has. */
export function openApi(routes: readonly RouteOptions[]): OpenApi {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of [...routes].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const path = route.config?.about?.path ?? pathOf(route.url);
    for (const method of [route.method].flat()) {
      if (method === 'HEAD') continue;
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route, path) };
    }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Cabildo node',
      version: '1',
      summary: 'Commands and queries of a node: bodies, sittings, votes, books',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The phone’s own token, or the operator’s' },
      },
    },
  };
}

const pathOf = (url: string): string => url.replaceAll(/:([A-Za-z]+)/g, '{$1}').replace('*', '{path}');

function operationOf({ schema, config }: RouteOptions, path: string): OpenApi {
  const about = config?.about ?? pageAt(path);
  const { body, querystring, headers } = (schema ?? {}) as Readonly<Record<string, JsonSchema | undefined>>;
  const parameters = [
    ...[...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => pathParameter(name ?? '')),
    ...parametersIn('query', querystring),
    ...parametersIn('header', headers),
  ];
  return {
    operationId: about.operation,
    summary: about.summary,
    tags: [about.tag],
    security: securityOf(about),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(body, about),
    responses: responsesOf(about),
  };
}

function securityOf({ bearer }: About): readonly OpenApi[] {
  if (bearer === undefined) return [];
  return bearer === 'required' ? [{ bearer: [] }] : [{}, { bearer: [] }];
}

function pageAt(path: string): About {
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '');
  return {
    operation: ['page', ...words].join('-'),
    summary: `The page ${path}`,
    tag: 'pages',
    answers: {
      200: { says: 'A page', content: { 'text/html': { type: 'string' } } },
      404: { says: 'There is no such page' },
    },
  };
}

const pathParameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  ...(parameterTexts[name] === undefined ? {} : { description: parameterTexts[name] }),
  schema: { type: 'string' },
});

function parametersIn(place: 'query' | 'header', schema: JsonSchema | undefined): OpenApi[] {
  const properties = Object.entries((schema?.properties ?? {}) as Record<string, JsonSchema>);
  const required = (schema?.required ?? []) as readonly string[];
  return properties.map(([name, { description, ...rest }]) => ({
    name: place === 'header' ? headerName(name) : name,
    in: place,
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

const headerName = (name: string): string => name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());

function requestBody(body: JsonSchema | undefined, { accepts }: About): OpenApi {
  if (accepts !== undefined) return { requestBody: { required: true, content: contentOf(accepts) } };
  return body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: body } } } };
}

function responsesOf({ answers }: About): OpenApi {
  const said = Object.entries(answers).map(([status, answer]) => [status, responseOf(status, answer)]);
  return {
    ...Object.fromEntries(said),
    default: responseOf('default', { says: 'A problem, with the sentences that say why' }),
  };
}

function responseOf(status: string, { says, content }: Answer): OpenApi {
  if (content !== undefined) return { description: says, content: contentOf(content) };
  if (Number(status) < 400) return { description: says };
  return {
    description: says,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function contentOf(content: NonNullable<Answer['content']>): OpenApi {
  if (typeof content === 'string')
    return { 'application/json': { schema: { $ref: `#/components/schemas/${content}` } } };
  return Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]));
}
