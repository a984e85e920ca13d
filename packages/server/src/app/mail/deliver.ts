import { once } from 'node:events';
import { Socket } from 'node:net';
import type { NodemailerError } from 'nodemailer';
import type { MailServer } from '../../store/vault/mail-servers.ts';
import { addressOf, type MailLimits, type ServerFault } from './reach.ts';

/** A letter as it is sent; nothing of it is kept. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for the same reasons, so that a server that was sent it twice can tell. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** RFC 3339. */
  readonly date: string;
}

/** Why a letter did not go. Never the server's own words: they could be those of anything that listens there. */
export type MailTrouble =
  | ServerFault
  | 'connection-refused'
  | 'no-answer'
  | 'greeting'
  | 'certificate'
  | 'no-tls'
  | 'login-refused'
  | 'sender-refused'
  | 'recipient-refused'
  | 'try-later'
  | 'letter-refused';

/** `server`: nothing can be sent through it now. `person`: not to this address, ever. `letter`: not this one, now or ever. */
export type Delivered =
  | { readonly ok: true }
  | { readonly ok: false; readonly trouble: MailTrouble; readonly whose: 'server' | 'person' | 'letter' };

export interface Delivery {
  readonly limits: MailLimits;
  /** How this node calls itself. */
  readonly name: string;
  /** For all of it, in milliseconds; a server that trickles is cut. */
  readonly patience: number;
  /** Certificates to believe beside the machine's own. */
  readonly ca?: string;
}

/** One letter by one connection: a body sends few, and a connection that is kept would be one more thing to lose. */
export async function deliver(server: MailServer, letter: Letter, options: Delivery): Promise<Delivered> {
  const reached = await addressOf(server, options.limits);
  if ('fault' in reached) return { ok: false, trouble: reached.fault, whose: 'server' };
  const socket = new Socket();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })),
    options.patience,
  );
  const sending = sendOver(socket, reached.address, { server, letter, options });
  try {
    await Promise.race([sending, late.promise]);
    return { ok: true };
  } catch (error) {
    sending.catch(() => undefined);
    return troubleOf(error as NodemailerError);
  } finally {
    clearTimeout(timer);
    // Whatever listens there, it holds this connection no longer.
    socket.destroy();
  }
}

interface Sending {
  readonly server: MailServer;
  readonly letter: Letter;
  readonly options: Delivery;
}

async function sendOver(socket: Socket, address: string, { server, letter, options }: Sending): Promise<void> {
  socket.on('error', () => undefined);
  socket.connect(server.port, address);
  await once(socket, 'connect');
  const { sender } = server;
  const { date, id, to, ...content } = letter;
  const transport = await transportOver(socket, server, options);
  await transport.sendMail({
    ...content,
    from: { name: 'Cabildo', address: sender },
    to: { name: '', address: to },
    envelope: { from: sender, to: [to] },
    messageId: `<${id}>`,
    date: new Date(date),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Loaded with the first letter: most nodes send none. */
async function transportOver(connection: Socket, { host, port, tls, user, password }: MailServer, options: Delivery) {
  const { patience, name, ca } = options;
  const { createTransport } = await import('nodemailer');
  return createTransport({
    connection,
    // Whose certificate it has to be: the name that was entered, not the address that was found.
    host,
    port,
    name: name.split(':')[0] ?? name,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    greetingTimeout: patience,
    socketTimeout: patience,
    maxResponseSize: 64 * 1024,
    logger: false,
  });
}

const CERTIFICATE = /CERT|SELF_SIGNED|ISSUER|ALTNAME|UNABLE_TO_VERIFY|CRL|CHAIN/;
const NO_TLS = /^(?:ERR_SSL|EPROTO$)/;
const UNREACHABLE: readonly string[] = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'EPERM'];

function troubleOf(error: NodemailerError & { readonly originalCode?: unknown }): Delivered {
  const { code, command, responseCode = 0 } = error;
  const cause = String(error.originalCode ?? code ?? '');
  const server = (trouble: MailTrouble): Delivered => ({ ok: false, trouble, whose: 'server' });
  const isForEver = responseCode >= 500;
  if (CERTIFICATE.test(cause)) return server('certificate');
  if (NO_TLS.test(cause) || code === 'ETLS' || command === 'STARTTLS') return server('no-tls');
  if (UNREACHABLE.includes(cause)) return server('connection-refused');
  if (code === 'ETIMEDOUT' || cause === 'ETIMEDOUT') return server('no-answer');
  if (code === 'EAUTH') return server(isForEver || responseCode === 0 ? 'login-refused' : 'try-later');
  if (command === 'MAIL FROM') return server(isForEver ? 'sender-refused' : 'try-later');
  if (command === 'RCPT TO' && isForEver) return { ok: false, trouble: 'recipient-refused', whose: 'person' };
  if (responseCode >= 400 && responseCode < 500 && (command === 'RCPT TO' || command === 'DATA'))
    return { ok: false, trouble: 'try-later', whose: 'letter' };
  if (command === 'DATA' && isForEver) return { ok: false, trouble: 'letter-refused', whose: 'letter' };
  if (code === 'EPROTOCOL') return server(responseCode >= 400 && responseCode < 500 ? 'try-later' : 'greeting');
  return server(code === 'ESOCKET' || code === 'ECONNECTION' ? 'connection-refused' : 'greeting');
}
