import { crockfordDecode, crockfordEncode } from '@cabildo/book';
import { type Actor, plusHours } from '@cabildo/core';
import { addMessages } from '../../store/outbox.ts';
import { mailServers } from '../../store/vault/mail-servers.ts';
import {
  clearMailbox,
  type KeptMailbox,
  type Mailbox,
  mailboxBy,
  readMailbox,
  writeMailbox,
} from '../../store/vault/mailboxes.ts';
import type { BookView, Node } from '../node.ts';
import { isMailAddress } from './addresses.ts';
import { mailBody, mailboxOf } from './whose-mail.ts';

export type MailWish = Pick<Mailbox, 'address' | 'language' | 'urgent' | 'digest' | 'open'>;

export type Given = 'given' | 'not-for-mail' | 'no-mail-server' | 'not-an-address' | 'too-many-addresses';

const CODE_BYTES = 10;
const CODE_HOURS = 24;
const STOP_BYTES = 16;
/** Whoever gives other people's addresses can make so many letters a day of them. */
const MOST_A_DAY = 5;

/**
 * Gives an address, or changes what is sent to it. One that is new is confirmed by a letter to it; agreeing to the server
 * through which mail goes now is part of it.
 */
export async function giveAddress(
  node: Node,
  book: BookView,
  { actor, wish, base }: { readonly actor: Actor; readonly wish: MailWish; readonly base: string },
): Promise<Given> {
  const key = mailboxOf(book, actor);
  if (key === null || book.remote) return 'not-for-mail';
  const [kept] = await mailServers(node.store, mailBody(book));
  if (kept === undefined) return 'no-mail-server';
  if (!isMailAddress(wish.address)) return 'not-an-address';
  const now = node.now();
  const before = await ownMailbox(node, book, actor);
  const old = before?.mailbox ?? null;
  const isKnown = old?.address === wish.address && (before?.confirmed === true || (old.code?.until ?? '') > now);
  const day = now.slice(0, 10);
  const asked = before?.day === day ? before.asked : 0;
  if (!isKnown && asked >= MOST_A_DAY) return 'too-many-addresses';
  const through = kept.server.host;
  const { random } = node.mailing;
  const stop = old?.stop ?? Buffer.from(random(STOP_BYTES)).toString('base64url');
  const code = isKnown ? old.code : { secret: crockfordEncode(random(CODE_BYTES)), until: plusHours(now, CODE_HOURS) };
  const mailbox = { ...wish, person: key.person, base, through, code, stop, refused: isKnown ? old.refused : false };
  const confirmed = isKnown && before?.confirmed === true;
  if (!isKnown) await clearMailbox(node.store, key);
  await keep(node, { ...key, mailbox, confirmed, day, asked: isKnown ? asked : asked + 1 });
  if (!isKnown && code !== null) {
    await addMessages(node.store, [{ ...key, kind: 'confirm', thing: thingOf(node, code) }], now);
    node.mailing.wake();
  }
  return 'given';
}

/** A letter that asks for one code is not sent once another has taken its place. */
export const thingOf = ({ mailing }: Node, code: NonNullable<Mailbox['code']>): string =>
  mailing.mac('letter', code.secret).toString('hex').slice(0, 16);

/** One's own; of whoever sat on the seat before there is nothing. */
export async function ownMailbox(node: Node, book: BookView, actor: Actor): Promise<KeptMailbox | null> {
  const key = mailboxOf(book, actor);
  const kept = key === null ? null : await readMailbox(node.store, key);
  if (kept === null || kept.mailbox === null || kept.mailbox.person === key?.person) return kept;
  return { ...kept, mailbox: null, confirmed: false };
}

export async function withdrawAddress(node: Node, book: BookView, actor: Actor): Promise<void> {
  const key = mailboxOf(book, actor);
  if (key !== null) await clearMailbox(node.store, key);
}

/** Writes a mailbox with what its two secrets are found by. */
export async function keep(
  { store, mailing }: Node,
  kept: Omit<KeptMailbox, 'mailbox'> & { readonly mailbox: Mailbox },
): Promise<void> {
  const { code, stop } = kept.mailbox;
  await writeMailbox(store, kept, {
    code: code === null ? null : mailing.mac('code', code.secret),
    stop: mailing.mac('stop', stop),
  });
}

/** By the code that the letter to the address says, as people write it. */
export async function confirmAddress(node: Node, typed: string): Promise<'confirmed' | 'unknown'> {
  const bytes = crockfordDecode(typed.replaceAll(/[\s-]/g, ''));
  if (bytes?.length !== CODE_BYTES) return 'unknown';
  const found = await mailboxBy(node.store, 'code', node.mailing.mac('code', crockfordEncode(bytes)));
  const until = found?.mailbox.code?.until;
  if (found === null || until === undefined || until <= node.now()) return 'unknown';
  await keep(node, { ...found, confirmed: true, mailbox: { ...found.mailbox, code: null } });
  return 'confirmed';
}

/** Whose letters these are is not asked: whoever holds one may stop them, and can do nothing else by it. */
export async function isStoppable(node: Node, token: string): Promise<boolean> {
  return (await mailboxBy(node.store, 'stop', node.mailing.mac('stop', token))) !== null;
}

/** The address is deleted. Again, or for one that is not there, it does nothing. */
export async function stopMail(node: Node, token: string): Promise<void> {
  const found = await mailboxBy(node.store, 'stop', node.mailing.mac('stop', token));
  if (found !== null) await clearMailbox(node.store, found);
}
