import { plusMinutes, type Time } from '@cabildo/core';
import {
  bodiesWithMail,
  type ClaimedMessage,
  claimMessages,
  type MessageFate,
  type MessageKey,
  settleMessages,
} from '../../store/outbox.ts';
import { type KeptMailServer, mailServers, noteMailServer } from '../../store/vault/mail-servers.ts';
import { type KeptMailbox, type Mailbox, readMailbox } from '../../store/vault/mailboxes.ts';
import type { BookView, Node } from '../node.ts';
import { type Delivered, deliver } from './deliver.ts';
import { confirmLetter, letterWith, reasonsLetter, type Written } from './letters.ts';
import { keep, thingOf } from './mailbox.ts';
import { offsetOf } from './plan.ts';
import { type Reason, Waiting } from './reasons.ts';
import { letterTongue } from './tongue.ts';
import { actorNamed, bookOfMail } from './whose-mail.ts';

/** After so many minutes it is tried again, each time a longer while; then it is given up. */
const AGAIN_MINUTES: readonly number[] = [1, 5, 15, 60, 180, 360, 720];
/** Nothing is worth a letter that comes later. */
const GIVEN_UP_MINUTES = 3 * 24 * 60;
/** Longer than a letter can take, so that nobody sends it a second time meanwhile. */
const LEASE_MINUTES = 5;
const PATIENCE_MS = 60_000;
/** Bodies to which letters go at the same time, so that one slow server does not hold up the others'. */
const AT_ONCE = 8;

/** Sends all that is due: one body after the other within one, several bodies at once. Never on the way of a command. */
export async function sendMail(node: Node, isOver: () => boolean = () => false): Promise<void> {
  const bodies = [...(await bodiesWithMail(node.store, node.now()))];
  const next = async (): Promise<void> => {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) await sendFor(node, body, isOver);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function sendFor(node: Node, body: string, isOver: () => boolean): Promise<void> {
  const book = await bookOfMail(node, body);
  if (book === null) return;
  const waiting = new Waiting(node, book);
  while (!isOver()) {
    const at = node.now();
    const [kept] = await mailServers(node.store, body);
    if (kept === undefined || (kept.retryAt !== null && kept.retryAt > at)) return;
    const claimed = await claimMessages(node.store, { body, at, lease: plusMinutes(at, LEASE_MINUTES) });
    const [first] = claimed;
    if (first === undefined) return;
    const mailbox = await readMailbox(node.store, first);
    await sendTo({ node, book, kept, waiting }, claimed, mailbox);
  }
}

interface Sender {
  readonly node: Node;
  readonly book: BookView;
  readonly kept: KeptMailServer;
  readonly waiting: Waiting;
}

/** One person's: what is to be confirmed by itself, everything that waits in one letter. */
async function sendTo(sender: Sender, claimed: readonly ClaimedMessage[], kept: KeptMailbox | null): Promise<void> {
  const { node } = sender;
  const mailbox = kept?.mailbox ?? null;
  const drop = (messages: readonly MessageKey[], reason: string | null): Promise<void> =>
    settleMessages(node.store, messages, { state: 'dropped', reason, dueAt: node.now() });
  const confirming = claimed.filter(({ kind }) => kind === 'confirm');
  const telling = claimed.filter(({ kind }) => kind !== 'confirm');
  if (kept === null || mailbox === null) return drop(claimed, null);
  const tongue = letterTongue(node.languages, mailbox.language);
  for (const one of confirming) {
    const { code } = mailbox;
    if (code === null || code.until <= node.now() || thingOf(node, code) !== one.thing) await drop([one], null);
    else await sendOne(sender, [one], { ...kept, mailbox }, confirmLetter(mailbox, tongue, spaced(code.secret)));
  }
  if (telling.length === 0) return;
  if (!kept.confirmed || mailbox.refused || mailbox.through !== sender.kept.server.host) return drop(telling, null);
  const { due, ended, reasons } = await stillDue(sender, telling, mailbox);
  await drop(ended, null);
  if (due.length === 0) return;
  const { title, name } = sender.book;
  const letter = reasonsLetter(mailbox, tongue, { reasons, title, name, offsetMinutes: offsetOf(sender.book) });
  await sendOne(sender, due, { ...kept, mailbox }, letter);
}

const spaced = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1-');

/** A reason that has ended meanwhile is none. */
async function stillDue({ waiting }: Sender, telling: readonly ClaimedMessage[], mailbox: Mailbox) {
  const isDigest = telling.some(({ kind }) => kind === 'digest');
  const now = await waiting.for(actorNamed(telling[0]?.holder ?? '', mailbox.person), isDigest);
  const isOf = (message: MessageKey, reason: Reason): boolean =>
    message.kind === reason.kind && message.thing === reason.thing;
  const isDue = (message: MessageKey): boolean =>
    message.kind === 'digest' ? now.length > 0 : now.some((reason) => isOf(message, reason));
  return {
    due: telling.filter(isDue),
    ended: telling.filter((message) => !isDue(message)),
    reasons: isDigest ? now : now.filter((reason) => telling.some((message) => isOf(message, reason))),
  };
}

async function sendOne(
  { node, kept: { server, body, tries, trouble } }: Sender,
  messages: readonly ClaimedMessage[],
  to: KeptMailbox & { readonly mailbox: Mailbox },
  words: Written,
): Promise<void> {
  const { limits, ca } = node.mailing;
  const name = messages.map(({ holder, kind, thing }) => [holder, kind, thing].join(' ')).sort();
  const id = node.mailing
    .mac('letter', [body, ...name].join('\n'))
    .toString('hex')
    .slice(0, 32);
  const letter = letterWith(words, { to: to.mailbox.address, id, node });
  const options = { limits, name: node.name, patience: PATIENCE_MS, ...(ca === undefined ? {} : { ca }) };
  const delivered = await deliver(server, letter, options);
  const now = node.now();
  if (delivered.ok) {
    await settleMessages(node.store, messages, { state: 'sent', reason: null, dueAt: now });
    if (trouble !== null) await noteMailServer(node.store, body, { trouble: null, tries: 0, retryAt: null });
    return;
  }
  for (const message of messages) await settleMessages(node.store, [message], fateOf(message, delivered, now));
  if (delivered.whose === 'person') await keep(node, { ...to, mailbox: { ...to.mailbox, refused: true } });
  if (delivered.whose === 'server')
    await noteMailServer(node.store, body, {
      trouble: delivered.trouble,
      tries: tries + 1,
      retryAt: plusMinutes(now, pauseAfter(tries + 1)),
    });
}

const pauseAfter = (tries: number): number => AGAIN_MINUTES[Math.min(tries, AGAIN_MINUTES.length) - 1] ?? 1;

function fateOf(
  { tries, createdAt }: ClaimedMessage,
  { trouble: reason, whose }: Extract<Delivered, { readonly ok: false }>,
  now: Time,
): MessageFate {
  const isForEver = whose === 'person' || reason === 'letter-refused';
  const isGivenUp = tries > AGAIN_MINUTES.length || plusMinutes(createdAt, GIVEN_UP_MINUTES) <= now;
  if (isForEver || isGivenUp) return { state: 'failed', reason, dueAt: now };
  return { state: 'waiting', reason, dueAt: plusMinutes(now, pauseAfter(tries)) };
}
