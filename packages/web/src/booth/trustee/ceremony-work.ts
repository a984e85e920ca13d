/** A trustee's own steps before the vote; which one is due follows from the messages that are there. */
import {
  certificateMessage,
  contributionMessage,
  groupNamed,
  joinCeremony,
  publishKey,
  readCertificates,
  readContributions,
  readKeyMessage,
  singleKeyOf,
  takeShares,
} from '@cabildo/ballot';
import { sha256 } from '../../sha2.ts';
import { browserCipher, browserMachine, browserRandom } from '../machine.ts';
import type { Status } from '../status.ts';
import type { Board } from './board.ts';

export type TrusteeStep = 'key' | 'certificate' | 'coefficients' | 'verification' | 'trial' | 'share';

/** Where all are needed nobody needs a share of another's key. */
const isAlone = ({ threshold, trustees }: Status): boolean => threshold === trustees.length;

const stepsOf = (status: Status): readonly TrusteeStep[] =>
  isAlone(status) ? ['key', 'trial', 'share'] : ['certificate', 'coefficients', 'verification', 'trial', 'share'];

const messagesOf = (board: Board, step: TrusteeStep): readonly string[] =>
  board.messages
    .filter((one) => one.step === step)
    .toSorted((a, b) => a.seat - b.seat)
    .map(({ message }) => message);

const ownMessage = (board: Board, seat: number, step: TrusteeStep): string | undefined =>
  board.messages.find((one) => one.seat === seat && one.step === step)?.message;

export type Due =
  /** To be done now. */
  | { readonly kind: 'step'; readonly step: TrusteeStep }
  /** Done, and the others are not. */
  | { readonly kind: 'wait'; readonly step: TrusteeStep }
  /** Nothing until the box is closed. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'opened' };

export function dueFor(board: Board, seat: number): Due {
  const { status } = board;
  if (status.stage === 'opened') return { kind: 'opened' };
  const isClosed = status.stage === 'closed';
  let last: TrusteeStep | null = null;
  for (const step of stepsOf(status)) {
    if (step === 'share' && !isClosed) return { kind: 'keep' };
    if (step === 'trial' && status.stage === 'keys') return { kind: 'wait', step: last ?? step };
    const isDone = ownMessage(board, seat, step) !== undefined;
    const isComplete = messagesOf(board, step).length === status.trustees.length;
    // What was said before the vote is forgotten one day; the archive keeps what is needed of it.
    if (isClosed && step !== 'share') continue;
    if (!isDone) return { kind: 'step', step };
    if (!isComplete) return { kind: 'wait', step };
    last = step;
  }
  return { kind: 'wait', step: 'share' };
}

function workshopOf(status: Status) {
  const group = groupNamed(status.group, browserMachine);
  if (group === undefined) throw new Error(`no group ${status.group}`);
  return { group, machine: browserMachine, random: browserRandom, cipher: browserCipher };
}

const participantOf = (board: Board, seat: number, secret: string) => {
  const { status } = board;
  const place = { size: status.trustees.length, threshold: status.threshold, index: seat };
  return joinCeremony(workshopOf(status), place, secret);
};

/** The characters belong to what stands on the board in this place. */
export function isOwnSecret(board: Board, seat: number, secret: string): boolean {
  const workshop = workshopOf(board.status);
  const key = ownMessage(board, seat, 'key');
  if (key !== undefined)
    return (
      readKeyMessage(key)?.public_key === workshop.group.write(workshop.group.powerOfG(singleKeyOf(workshop, secret)))
    );
  const certificate = ownMessage(board, seat, 'certificate');
  // Once messages are forgotten, the archive tells whose key it is.
  if (certificate === undefined) return true;
  return (
    (JSON.parse(certificate) as { message?: string }).message === participantOf(board, seat, secret).certificate.message
  );
}

export type Worked<T> =
  | { readonly ok: true; readonly value: T }
  /** Seats whose message is not what it has to be. */
  | { readonly ok: false; readonly wrong: readonly number[] };

/** The message of a step before the trial. */
export async function messageFor(
  step: TrusteeStep,
  board: Board,
  seat: number,
  secret: string,
): Promise<Worked<string>> {
  const { status } = board;
  const workshop = workshopOf(status);
  if (step === 'key') return { ok: true, value: JSON.stringify(publishKey(workshop, singleKeyOf(workshop, secret))) };
  const participant = participantOf(board, seat, secret);
  if (step === 'certificate') return { ok: true, value: certificateMessage(participant) };
  if (step === 'coefficients') {
    const certified = readCertificates(workshop, participant, messagesOf(board, 'certificate'));
    if (!certified.ok) return certified;
    return { ok: true, value: await contributionMessage(workshop, participant, certified.all) };
  }
  const key = await privateKeyOf(board, seat, secret);
  return key.ok ? { ok: true, value: JSON.stringify(publishKey(workshop, key.value)) } : key;
}

/** What the trustee decrypts with. */
export async function privateKeyOf(board: Board, seat: number, secret: string): Promise<Worked<bigint>> {
  const { status } = board;
  const workshop = workshopOf(status);
  if (isAlone(status)) return { ok: true, value: singleKeyOf(workshop, secret) };
  const participant = participantOf(board, seat, secret);
  const certified = readCertificates(workshop, participant, messagesOf(board, 'certificate'));
  if (!certified.ok) return certified;
  const messages = messagesOf(board, 'coefficients');
  const contributions = readContributions(workshop, participant, certified.all, messages);
  if (!contributions.ok) return contributions;
  const taken = await takeShares(workshop, participant, certified.all, contributions.all);
  return taken.ok ? { ok: true, value: taken.privateKey } : taken;
}

/** SHA-256 of the public key, as it is named in the book; null before there is one. */
export function ownKeyHash(board: Board, seat: number): Uint8Array | null {
  const message = ownMessage(board, seat, isAlone(board.status) ? 'key' : 'verification');
  const key = message === undefined ? undefined : readKeyMessage(message)?.public_key;
  return key === undefined ? null : sha256(new TextEncoder().encode(key));
}
