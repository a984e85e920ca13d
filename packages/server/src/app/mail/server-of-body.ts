import type { Actor } from '@cabildo/core';
import { messageTotals } from '../../store/outbox.ts';
import { deleteMailServer, type MailServer, mailServers, writeMailServer } from '../../store/vault/mail-servers.ts';
import { confirmedMailboxes } from '../../store/vault/mailboxes.ts';
import type { BookView, Node } from '../node.ts';
import { isHostName, isMailAddress } from './addresses.ts';
import { type Delivered, deliver, type MailTrouble } from './deliver.ts';
import { letterWith, testLetter } from './letters.ts';
import { ownMailbox } from './mailbox.ts';
import { faultOfServer, type ServerFault } from './reach.ts';
import { letterTongue } from './tongue.ts';
import { entersServer, mailBody } from './whose-mail.ts';

/** As officers enter it: a password that is left out stays as it was. */
export type EnteredServer = Omit<MailServer, 'password'> & { readonly password?: string | null };

export type Entered =
  | 'entered'
  | 'not-mail-officer'
  | 'not-a-mail-host'
  | 'not-an-address'
  | 'mail-password-needed'
  | ServerFault;

/** `null` takes the server away: nothing more is sent. */
export async function enterServer(
  node: Node,
  book: BookView,
  actor: Actor,
  entered: EnteredServer | null,
): Promise<Entered> {
  if (book.remote || !entersServer(node, book, actor)) return 'not-mail-officer';
  const body = mailBody(book);
  if (entered === null) {
    await deleteMailServer(node.store, body);
    return 'entered';
  }
  const { host, sender } = entered;
  if (!isHostName(host)) return 'not-a-mail-host';
  if (!isMailAddress(sender)) return 'not-an-address';
  const fault = faultOfServer(entered, node.mailing.limits);
  if (fault !== null) return fault;
  const [before] = await mailServers(node.store, body);
  const password = passwordOf(entered, before?.server);
  if (password === undefined) return 'mail-password-needed';
  await writeMailServer(node.store, body, { ...entered, password });
  return 'entered';
}

/** A password that somebody else entered must not be sent to another server, nor in the clear: then it is entered again. */
function passwordOf(entered: EnteredServer, before: MailServer | undefined): string | null | undefined {
  if (entered.user === null) return null;
  if (entered.password !== undefined && entered.password !== null && entered.password !== '') return entered.password;
  const isSame =
    before !== undefined &&
    (['host', 'port', 'tls', 'user'] as const).every((part) => before[part] === entered[part]) &&
    before.password !== null;
  return isSame ? before.password : undefined;
}

const TEST_PATIENCE_MS = 8_000;

export type Tested = Delivered | 'not-mail-officer' | 'no-mail-server' | 'not-an-address' | 'too-many-tests';

/** A letter to an address that is kept nowhere, so that officers see now what they would be told of later. */
export async function tryServer(
  node: Node,
  book: BookView,
  { actor, address, language }: { readonly actor: Actor; readonly address: string; readonly language: string },
): Promise<Tested> {
  if (book.remote || !entersServer(node, book, actor)) return 'not-mail-officer';
  const [kept] = await mailServers(node.store, mailBody(book));
  if (kept === undefined) return 'no-mail-server';
  if (!isMailAddress(address)) return 'not-an-address';
  if (!node.mailing.mayTry(kept.body, node.now())) return 'too-many-tests';
  const id = Buffer.from(node.mailing.random(12)).toString('hex');
  const letter = letterWith(testLetter(letterTongue(node.languages, language)), { to: address, id, node });
  const { limits, ca } = node.mailing;
  const options = { limits, name: node.name, patience: TEST_PATIENCE_MS, ...(ca === undefined ? {} : { ca }) };
  return deliver(kept.server, letter, options);
}

export interface MailHere {
  /** Through which server mail goes: whoever runs it reads the addresses. Null where the body has none. */
  readonly server: { readonly host: string } | null;
  readonly mine:
    | (MailWish & { readonly confirmed: boolean; readonly agreed: boolean; readonly refused: boolean })
    | null;
  readonly office: MailOffice | null;
}

type MailWish = Pick<
  NonNullable<NonNullable<Awaited<ReturnType<typeof ownMailbox>>>['mailbox']>,
  'address' | 'language' | 'urgent' | 'digest' | 'open'
>;

/** For officers: how many, never who. */
export interface MailOffice {
  readonly server: (Omit<MailServer, 'password'> & { readonly hasPassword: boolean }) | null;
  /** Servers that whoever runs the node has named; null where any public one will do. */
  readonly allowed: readonly string[] | null;
  readonly trouble: MailTrouble | null;
  readonly people: { readonly confirmed: number; readonly notAgreed: number };
  readonly messages: {
    readonly waiting: number;
    readonly sent: number;
    readonly failed: readonly { readonly reason: MailTrouble; readonly messages: number }[];
  };
}

export async function mailHere(node: Node, book: BookView, actor: Actor): Promise<MailHere> {
  const [kept] = book.remote ? [] : await mailServers(node.store, mailBody(book));
  const own = await ownMailbox(node, book, actor);
  const host = kept?.server.host ?? null;
  const isOfficer = !book.remote && entersServer(node, book, actor);
  const mailbox = own?.mailbox ?? null;
  return {
    server: host === null ? null : { host },
    mine:
      mailbox === null
        ? null
        : {
            address: mailbox.address,
            language: mailbox.language,
            urgent: mailbox.urgent,
            digest: mailbox.digest,
            open: mailbox.open,
            confirmed: own?.confirmed === true,
            agreed: mailbox.through === host,
            refused: mailbox.refused,
          },
    office: isOfficer ? await officeOf(node, mailBody(book), kept) : null,
  };
}

async function officeOf(
  node: Node,
  body: string,
  kept: Awaited<ReturnType<typeof mailServers>>[number] | undefined,
): Promise<MailOffice> {
  const { limits } = node.mailing;
  const people = await confirmedMailboxes(node.store, body);
  const totals = await messageTotals(node.store, body);
  const sum = (...states: readonly string[]): number =>
    totals.filter(({ state }) => states.includes(state)).reduce((all, { messages }) => all + messages, 0);
  const { password = null, ...server } = kept?.server ?? {};
  return {
    server: kept === undefined ? null : { ...(server as MailServer), hasPassword: password !== null },
    allowed: limits.kind === 'public' ? null : limits.hosts,
    trouble: (kept?.trouble ?? null) as MailTrouble | null,
    people: {
      confirmed: people.length,
      notAgreed: people.filter(({ mailbox }) => mailbox.through !== kept?.server.host).length,
    },
    messages: {
      waiting: sum('waiting', 'sending'),
      sent: sum('sent'),
      failed: totals.flatMap(({ state, reason, messages }) =>
        state === 'failed' && reason !== null ? [{ reason: reason as MailTrouble, messages }] : [],
      ),
    },
  };
}
