import { base64Decode, type Cargo, passToSign, signedPass } from '@cabildo/book';
import { makeKey, signText } from '../../seals/device-key.ts';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';

/** What this phone remembers of the key that it writes safe-conducts with; the key itself lies where no page can read it. */
export interface NamedKey {
  readonly code: string;
  /** The act that named it; null while that waits for a network. */
  readonly act: number | null;
  readonly origin: string;
  readonly cargoes: readonly Cargo[];
  readonly closures: readonly Closure[];
  readonly from: string;
  readonly until: string;
}

export interface Closure {
  readonly number: number;
  readonly name: string;
}

export interface Asked {
  readonly cargo: Cargo;
  readonly vehicle: string | null;
  readonly from: string;
  readonly until: string;
  readonly closures: readonly number[];
}

const PATH = '/pass-key';
/** Crockford's base 32, as docs/passes.md has it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const randomName = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET[byte % 32]).join('');

export const freshCode = (): string => randomName(4);

/** To the minute, as a pass says it. */
export const minuteAt = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}:00Z`;

const holderOf = (session: Session): string => `pass ${session.person?.id ?? ''}`;

export const keyOfPhone = (session: Session) => makeKey(session.body, holderOf(session));

export async function keptNamed(shell: Shell, session: Session): Promise<NamedKey | null> {
  const person = session.person?.id;
  const kept = person === undefined ? undefined : await shell.storage.get('known', [person, PATH]);
  return (kept?.value as NamedKey | undefined) ?? null;
}

export async function keepNamed(shell: Shell, session: Session, value: NamedKey): Promise<void> {
  const person = session.person?.id;
  if (person !== undefined) await shell.storage.put('known', { person, path: PATH, value, at: Date.now() });
}

/** Writes and signs; needs no network. The eight characters that name it, and its text. */
export async function writePass(
  session: Session,
  { code, origin }: NamedKey,
  asked: Asked,
): Promise<{ readonly id: string; readonly text: string }> {
  const id = randomName(8);
  const { words, message } = passToSign({ ...asked, key: code, id }, origin);
  const signature = base64Decode(await signText(await keyOfPhone(session), message), 64);
  if (signature === undefined) throw new Error('a signature has 64 bytes');
  return { id, text: signedPass(words, signature) };
}
