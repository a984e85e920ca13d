import {
  actCode,
  decodeLeaf,
  leafHash,
  lineage,
  utf8Encode,
  type VerifiedCredential,
  verifyCredential,
} from '@cabildo/book';
import { type DeskKit, seatKey } from './desk-answer.ts';
import { deskCrypto } from './ed25519-check.ts';
import type { Reference, Shown } from './shown.ts';

/** Why a credential is not accepted; each has its words. */
export type Reason =
  | Extract<Shown, { kind: 'nothing' }>['why']
  | 'malformed'
  | 'other-assembly'
  | 'not-affiliated'
  | 'beyond-entitlement'
  | 'not-held'
  | 'not-elected'
  | 'unsealed'
  | 'other-key'
  | 'forged'
  | 'recalled'
  | 'term-over'
  | 'term-not-begun'
  | 'other-election'
  | 'already-seated'
  | 'already-waiting';

export type Judgement =
  | {
      readonly good: true;
      readonly seat: SeatNamed;
      readonly verified: VerifiedCredential;
    }
  | { readonly good: false; readonly reason: Reason; readonly seat?: SeatNamed };

interface SeatNamed {
  readonly below: string;
  readonly title: string;
  readonly seat: number;
}

export interface Case {
  readonly kit: DeskKit;
  readonly sitting: number;
  /** Seats whose accreditation waits on this machine to be sent. */
  readonly waiting: ReadonlySet<string>;
  readonly at: string;
}

/**
 * What the commission of credentials says, from what it holds and nothing else: no network is asked. The node judges once more
 * when it is sent, with every book that it has by then.
 */
export function judge(shown: Shown, one: Case): Judgement {
  if (shown.kind === 'nothing') return { good: false, reason: shown.why };
  return shown.kind === 'reference' ? judgeReference(shown.reference, one) : judgeFile(shown.value, one);
}

function judgeReference(reference: Reference, one: Case): Judgement {
  const { below, seat, code } = reference;
  const misplaced = placeFault(reference, one);
  if (misplaced !== null) return misplaced;
  const named = namedSeat(reference, one);
  const held = one.kit.held[seatKey(below, seat)];
  if (held === undefined) return { good: false, reason: 'not-held', seat: named };
  if (held.refused !== null) return { good: false, reason: reasonOfNode(held.refused), seat: named };
  const judged = judgeHeld(held.credential, reference, one);
  if (!judged.good || codeOf(held.credential) === code) return judged;
  return { good: false, reason: 'other-election', seat: named };
}

/** Brought along by the delegate, and perhaps older than what the desk holds: what is newer counts. */
function judgeFile(value: unknown, one: Case): Judgement {
  const said = seatIn(value);
  if (said === null) return { good: false, reason: 'malformed' };
  const misplaced = placeFault(said, one);
  if (misplaced !== null) return misplaced;
  const held = one.kit.held[seatKey(said.below, said.seat)];
  const judged = judgeHeld(value, said, one);
  if (!judged.good || held === undefined) return judged;
  const named = namedSeat(said, one);
  if (held.refused !== null && laterSays.has(held.refused))
    return { good: false, reason: reasonOfNode(held.refused), seat: named };
  const newest = electionIn(held.credential);
  const brought = electionIn(value);
  return newest !== null && brought !== null && newest > brought
    ? { good: false, reason: 'other-election', seat: named }
    : judged;
}

type Place = Pick<Reference, 'above' | 'below' | 'seat'>;

const namedSeat = ({ below, seat }: Place, { kit }: Case): SeatNamed => ({
  below,
  title: kit.body.state.affiliates[below]?.title ?? below,
  seat,
});

function placeFault(place: Place, one: Case): Judgement | null {
  const { above, below, seat } = place;
  const { body } = one.kit;
  const named = namedSeat(place, one);
  if (!lineage(body.origin).includes(above)) return { good: false, reason: 'other-assembly', seat: named };
  const affiliate = Object.hasOwn(body.state.affiliates, below) ? body.state.affiliates[below] : undefined;
  if (affiliate === undefined) return { good: false, reason: 'not-affiliated', seat: named };
  if (seat > affiliate.entitlement || seat < 1) return { good: false, reason: 'beyond-entitlement', seat: named };
  return null;
}

function judgeHeld(credential: unknown, place: Place, one: Case): Judgement {
  const { kit, sitting, waiting, at } = one;
  const verified = verifyCredential(credential, kit.body.key, deskCrypto(), { at });
  const named = namedSeat(place, one);
  const fault = faultOf(verified, at);
  if (fault !== null) return { good: false, reason: fault, seat: named };
  const key = seatKey(place.below, place.seat);
  const seat = kit.body.state.seats[key];
  const election = electionIn(credential);
  // A recall of the same person from an earlier election says nothing about this one.
  if (seat?.recalled.some(({ holder, act }) => holder === verified.holder && act > (election ?? -1)) === true)
    return { good: false, reason: 'recalled', seat: named };
  if (seat?.sitting === sitting && !seat.vacant && seat.election.index === election)
    return { good: false, reason: 'already-seated', seat: named };
  if (waiting.has(key)) return { good: false, reason: 'already-waiting', seat: named };
  return { good: true, seat: named, verified };
}

/** The first thing that does not hold, in the words of a commission. */
function faultOf({ ok, checks, term }: VerifiedCredential, at: string): Reason | null {
  if (ok) return null;
  const failed = checks.filter((check) => !check.ok).map(({ name }) => name);
  if (failed.includes('format')) return 'malformed';
  if (failed.every((name) => name.endsWith('.term')))
    return term !== undefined && at < term.from ? 'term-not-begun' : 'term-over';
  if (failed.includes('root-key') || failed.some((name) => name.startsWith('book:'))) return 'other-key';
  return failed.some((name) => name.endsWith('.entitlement')) ? 'beyond-entitlement' : 'forged';
}

const ofNode: Readonly<Record<string, Reason>> = {
  'book-not-held': 'not-held',
  'not-affiliated': 'not-affiliated',
  'other-key': 'other-key',
  'beyond-entitlement': 'beyond-entitlement',
  'not-elected': 'not-elected',
  'not-sealed': 'unsealed',
  'sealed-by-convener': 'unsealed',
  recalled: 'recalled',
  'term-over': 'term-over',
  'term-not-begun': 'term-not-begun',
};

const reasonOfNode = (refused: string): Reason => (Object.hasOwn(ofNode, refused) ? ofNode[refused] : null) ?? 'forged';

/** What a file from before cannot know. */
const laterSays: ReadonlySet<string> = new Set(['recalled', 'not-affiliated', 'other-key']);

interface Linked {
  readonly links: readonly {
    readonly acts: { readonly election: { readonly index: number; readonly leaf: string } };
  }[];
}

/** By which act the seat was filled, as the file says: proven by the verification alone. */
const electionIn = (credential: unknown): number | null =>
  (credential as Partial<Linked> | null)?.links?.[0]?.acts.election.index ?? null;

function codeOf(credential: unknown): string | null {
  const leaf = utf8Encode((credential as Linked).links[0]?.acts.election.leaf ?? '');
  return decodeLeaf(leaf).ok ? actCode(leafHash(leaf, deskCrypto())) : null;
}

function seatIn(value: unknown): Place | null {
  const { seat } = value as { readonly seat?: Partial<Place> | null };
  if (typeof seat !== 'object' || seat === null) return null;
  const { above, below, seat: number } = seat;
  return typeof above === 'string' && typeof below === 'string' && Number.isSafeInteger(number)
    ? { above, below, seat: number as number }
    : null;
}
