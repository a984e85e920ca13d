import type { Actor, Role } from '@cabildo/core';
import type { FastifyRequest } from 'fastify';
import type { BookView, Invited, Node } from '../app/node.ts';
import { parseSigned } from '../app/signed-commands.ts';
import { HttpProblem } from './problem.ts';

/** The characters of RFC 6750's `b64token`; anything else is no token of ours and is not looked up. */
const bearerForm = /^Bearer +([A-Za-z0-9._~+/-]{1,200}=*)$/i;

/** The token of whoever asks, of whatever kind. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const token = bearerForm.exec(header)?.[1];
  if (token === undefined) throw new HttpProblem('unknown-bearer');
  return token;
}

/** Somebody who runs a sitting of that body, as far as this is known without a look at the database. */
export function comesFirst(node: Node, request: FastifyRequest, body: string): boolean {
  const token = bearerForm.exec(request.headers.authorization ?? '')?.[1];
  return token !== undefined && isBookName(body) && node.isRunning(token, body);
}

export const isAnonymous = (request: FastifyRequest): boolean => request.headers.authorization === undefined;

/** `anyone` without a bearer; a bearer that this node does not know for this body is an error, never `anyone`. */
export async function actorOf(node: Node, request: FastifyRequest, body: string): Promise<Actor> {
  const actor = await node.authenticate(bearerOf(request), body);
  if (actor === null) throw new HttpProblem('unknown-bearer');
  return actor;
}

/**
 * What a phone's own key says of a command (decision 0009, The door): an entry of its queue that was changed on its way, or came
 * from another phone, reaches no rule.
 */
export async function requireSigned(
  node: Node,
  request: FastifyRequest,
  command: { readonly body: string; readonly command: string; readonly input: unknown; readonly key: string },
): Promise<void> {
  const header = request.headers['cabildo-signed'];
  const signed = typeof header === 'string' ? parseSigned(header) : undefined;
  if (signed === null) throw new HttpProblem('command-changed');
  const check = await node.signature(bearerOf(request), { ...command, signed });
  if (check === 'missing') throw new HttpProblem('command-unsigned');
  if (check === 'not-valid') throw new HttpProblem('command-changed');
}

/** Null where the bearer is something else than an invitation; one that is not good is an error. */
export async function invitationOf(node: Node, request: FastifyRequest): Promise<Invited | null> {
  const token = bearerForm.exec(request.headers.authorization ?? '')?.[1];
  // No token of a phone or of the operator has a point in it.
  if (token === undefined || !token.includes('.')) return null;
  const invited = await node.invited(token);
  if (invited === null) throw new HttpProblem('unknown-invitation');
  return invited;
}

export async function requireOperator(node: Node, request: FastifyRequest): Promise<Actor> {
  const actor = await actorOf(node, request, '');
  if (actor.kind === 'anyone') throw new HttpProblem('unknown-bearer');
  if (actor.kind !== 'operator') throw new HttpProblem('operator-only');
  return actor;
}

const officerRoles: readonly Role[] = ['convener', 'presidium', 'secretary', 'officer'];

/** What is disclosed beside an act has readers of three kinds. */
function audienceFor(roles: readonly Role[]): 'public' | 'members' | 'officers' {
  if (roles.some((role) => officerRoles.includes(role))) return 'officers';
  return roles.includes('member') || roles.includes('delegate') ? 'members' : 'public';
}

/** Which disclosures whoever asks reads in that body; a bearer that it does not know is an error. */
export async function audienceOf(
  node: Node,
  request: FastifyRequest,
  body: string,
): Promise<'public' | 'members' | 'officers'> {
  if (isAnonymous(request)) return 'public';
  const actor = await actorOf(node, request, body);
  return audienceFor((await node.me(actor, body))?.roles ?? []);
}

/** A body's name on its node, or an origin with its slashes percent-encoded. */
const bookName = /^[a-z0-9][a-z0-9.:~/-]{0,219}$/;

export const isBookName = (text: string): boolean => bookName.test(text);

/** The body's book that a path names, or 404: the entries of a log of heads are no acts. */
export async function bodyAt(node: Node, name: string): Promise<BookView> {
  const book = await bookAt(node, name);
  if (book.kind !== 'body') throw new HttpProblem('unknown-body');
  return book;
}

/** The book that a path names, or 404. */
export async function bookAt(node: Node, name: string): Promise<BookView> {
  const book = isBookName(name) ? await node.book(name) : null;
  if (book === null) throw new HttpProblem('unknown-body');
  return book;
}
