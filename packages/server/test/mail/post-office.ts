// A mail server of the tests' own, by somebody else's hand (smtp-server), that does what it is told to.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: unknown;
  readonly secure: boolean;
  readonly raw: string;
  /** Unfolded, with its words decoded. */
  header(name: string): string | undefined;
  /** Names of the header's fields, in their order. */
  readonly fields: readonly string[];
  readonly text: string;
  readonly html: string;
}

/** What it says instead of yes, by the place in the conversation. */
export interface Answers {
  from?: number;
  to?: (address: string) => number | undefined;
  data?: number;
  /** Awaited before a letter is taken. */
  before?: () => Promise<void>;
}

export interface PostOffice {
  readonly port: number;
  readonly letters: readonly Received[];
  readonly answers: Answers;
  /** Users who have logged in, whether or not a letter came. */
  readonly logins: readonly string[];
  /** Resolves once there are so many. */
  arrived(letters: number): Promise<void>;
  close(): Promise<void>;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Signed by itself, for this machine. */
export async function selfSigned(): Promise<Certificate> {
  const dir = await mkdtemp(join(tmpdir(), 'cabildo-cert-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  try {
    await promisify(execFile)('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '3650'],
      ...['-subj', '/CN=localhost', '-addext', names, '-keyout', key, '-out', cert],
    ]);
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

export const password = 'palo santo';

interface Opening {
  readonly certificate: Certificate;
  /** From the first byte on. */
  readonly secure?: boolean;
  readonly startTls?: boolean;
}

export async function openPostOffice({ certificate, secure = false, startTls = true }: Opening): Promise<PostOffice> {
  const letters: Received[] = [];
  const logins: string[] = [];
  const answers: Answers = {};
  let wakers: (() => void)[] = [];
  const refusal = (code: number): Error => Object.assign(new Error('no'), { responseCode: code });
  const server = new SMTPServer({
    ...certificate,
    secure,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: startTls || secure ? [] : ['STARTTLS'],
    closeTimeout: 100,
    onAuth(auth, _session, callback) {
      if (auth.password !== password) return callback(refusal(535));
      logins.push(auth.username ?? '');
      return callback(null, { user: auth.username });
    },
    onMailFrom: (_address, _session, callback) =>
      answers.from === undefined ? callback() : callback(refusal(answers.from)),
    onRcptTo({ address }, _session, callback) {
      const code = answers.to?.(address);
      return code === undefined ? callback() : callback(refusal(code));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void (answers.before?.() ?? Promise.resolve()).then(() => {
          if (answers.data !== undefined) return callback(refusal(answers.data));
          const { envelope, user, secure: isSecure } = session;
          const raw = Buffer.concat(parts).toString('utf8');
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          letters.push({ from, to, user, secure: isSecure, raw, ...read(raw) });
          callback();
          for (const wake of wakers) wake();
          wakers = [];
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    answers,
    logins,
    async arrived(many) {
      while (letters.length < many) await new Promise<void>((resolve) => wakers.push(resolve));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function read(raw: string): Pick<Received, 'header' | 'fields' | 'text' | 'html'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const fields = lines.map((line) => line.slice(0, line.indexOf(':')));
  const body = rest.join('\r\n\r\n');
  return {
    fields,
    header(name) {
      const found = lines.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
      return found === undefined ? undefined : words(found.slice(name.length + 1).trim());
    },
    text: partOf(body, 'text/plain'),
    html: partOf(body, 'text/html'),
  };
}

/** RFC 2047. */
const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_all, how: string, coded: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : quotedPrintable(coded.replaceAll('_', ' ')),
    );

const partOf = (body: string, type: string): string => {
  const part = body.split(/\r\n--[^\r\n]+/).find((one) => one.toLowerCase().includes(`content-type: ${type}`)) ?? '';
  const [head = '', ...content] = part.split('\r\n\r\n');
  const text = content.join('\r\n\r\n');
  return /quoted-printable/i.test(head) ? quotedPrintable(text) : text;
};

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
