import { type Actor, commandEntry, holderOf, later, parseSeatKey, type Role, rolesFor } from '@cabildo/core';
import type { MailboxKey } from '../../store/vault/mailboxes.ts';
import { familyOf } from '../book-names.ts';
import type { BookView, Node } from '../node.ts';

/** Under which name a body's mail is kept: its book may go on in another. */
export const mailBody = ({ origin }: Pick<BookView, 'origin'>): string => familyOf(origin);

/** The book in which that body goes on, if it is kept and written here. */
export async function bookOfMail(node: Node, body: string): Promise<BookView | null> {
  const book = await node.book(body.slice(node.name.length + 1));
  return book === null || book.kind !== 'body' || book.remote || book.readOnly !== null ? null : book;
}

/** Null for whoever is no member and holds no seat: nobody else is written to. */
export function mailboxOf(book: BookView, actor: Actor): (MailboxKey & { readonly person: string }) | null {
  const holder = holderOf(actor);
  if (holder === null || actor.kind === 'slip') return null;
  return { body: mailBody(book), holder, person: actor.kind === 'seat' ? actor.holder : holder };
}

/** Who that is, from the name under which they are kept. */
export function actorNamed(holder: string, person: string): Actor {
  if (!holder.includes('#')) return { kind: 'member', member: holder };
  const { book: below, seat } = parseSeatKey(holder);
  return { kind: 'seat', below, seat, holder: person };
}

/** The body's server is entered by whoever may enter people in its roll (the role table of the commands). */
export function entersServer(node: Node, { state }: BookView, actor: Actor): boolean {
  const may: readonly Role[] = commandEntry('EnrolMember')?.by ?? [];
  const roles = rolesFor({ state, actor, at: later(node.now(), state.at) }, {});
  return may.some((role) => roles.has(role));
}
