import { plusDays, plusMinutes, type Time, tableGet } from '@cabildo/core';
import { addMessages, forgetMessages, type MessageKey } from '../../store/outbox.ts';
import { type KeptMailServer, mailServers } from '../../store/vault/mail-servers.ts';
import { clearMailbox, confirmedMailboxes, forgetUnconfirmed, type Mailbox } from '../../store/vault/mailboxes.ts';
import type { BookView, Node } from '../node.ts';
import { type Reason, Waiting } from './reasons.ts';
import { actorNamed, bookOfMail } from './whose-mail.ts';

/** In the body's own hour: early enough for the day, late enough for a sleeper. */
const DIGEST_HOUR = 7;
/** What was sent or given up is counted for so many days. */
const KEPT_MINUTES = 30 * 24 * 60;

/** Whom there is a reason to write to now. What was found before is found again and changes nothing. */
export async function planMail(node: Node): Promise<void> {
  // A code is good for a day, which may have begun yesterday.
  await forgetUnconfirmed(node.store, plusDays(node.now(), -1).slice(0, 10));
  for (const kept of await mailServers(node.store)) {
    const book = await bookOfMail(node, kept.body);
    if (book !== null) await planFor(node, book, kept);
  }
}

async function planFor(node: Node, book: BookView, { body, server }: KeptMailServer): Promise<void> {
  const waiting = new Waiting(node, book);
  const now = node.now();
  const messages: MessageKey[] = [];
  const still = new Set<string>();
  for (const { holder, mailbox } of await confirmedMailboxes(node.store, body)) {
    if (hasLeft(book, holder, mailbox)) await clearMailbox(node.store, { body, holder });
    if (mailbox.through !== server.host || mailbox.refused || hasLeft(book, holder, mailbox)) continue;
    const digest = digestOf(mailbox, now, offsetOf(book));
    const actor = actorNamed(holder, mailbox.person);
    const reasons = await waiting.for(actor, digest !== null);
    for (const { kind, thing } of reasons) still.add(`${kind} ${thing}`);
    if (mailbox.urgent) messages.push(...reasons.filter(({ urgent }) => urgent).map((one) => keyOf(one, body, holder)));
    if (digest !== null && reasons.length > 0) messages.push({ body, holder, kind: 'digest', thing: digest });
  }
  await addMessages(node.store, messages, now);
  await forgetMessages(node.store, { body, before: plusMinutes(now, -KEPT_MINUTES), still: [...still] });
}

/** Somebody else sits there now, or nobody: their letters are no longer this person's. */
function hasLeft({ state }: BookView, holder: string, { person }: Mailbox): boolean {
  if (actorNamed(holder, person).kind !== 'seat') return false;
  const seat = tableGet(state.seats, holder);
  return seat === undefined || seat.vacant || seat.holder !== person;
}

const keyOf = ({ kind, thing }: Reason, body: string, holder: string): MessageKey => ({ body, holder, kind, thing });

export const offsetOf = ({ state }: BookView): number => state.statute?.rules.closing.offsetMinutes ?? 0;

/** The day or the week whose digest is due; null before its hour. */
export function digestOf({ digest }: Pick<Mailbox, 'digest'>, now: Time, offsetMinutes: number): string | null {
  if (digest === 'none') return null;
  const here = new Date(plusMinutes(now, offsetMinutes - DIGEST_HOUR * 60));
  // Back to Monday.
  if (digest === 'weekly') here.setUTCDate(here.getUTCDate() - ((here.getUTCDay() + 6) % 7));
  return `${digest} ${here.toISOString().slice(0, 10)}`;
}
