import type { DisclosureFile, Hash, Signer } from '@cabildo/book';
import type { Actor, BodyState, Channel, DraftAct, Role, Time } from '@cabildo/core';
import type { NamingRow, TitledRow } from '../store/directory.ts';
import type { Store } from '../store/open-store.ts';
import type { Audience } from '../store/schema.ts';
import type { Ballots } from './ballot/secret-votes.ts';
import type { BookSummary } from './book-summary.ts';
import type { Directory, Place } from './directory.ts';
import type { HeldElection } from './held-election.ts';
import type { Languages } from './languages/languages.ts';
import type { ListedPart } from './listed.ts';
import type { Steps } from './live/answer.ts';
import type { PulseText } from './live/pulses.ts';
import type { Mailing } from './mail/mailing.ts';
import type { CommandOutcome, Problem, Refused, Tried } from './outcome.ts';
import type { SignatureCheck, SignedCommand } from './signed-commands.ts';
import type { Outline } from './territory/outline.ts';

export type { BookSummary } from './book-summary.ts';

/** A running node: what `http/`, the exchange with other nodes and the command line work with. */
export interface Node {
  readonly name: string;
  readonly store: Store;
  readonly operatorToken: string;
  /** This node's key as a witness of other logs (cosignature/v1), under the node's name. */
  readonly witness: Signer;
  now(): Time;
  /** Added to the two that come with the program (decision 0016). */
  readonly languages: Languages;

  // --- write ---
  command(request: CommandRequest): Promise<CommandOutcome>;
  foundBody(request: FoundBodyRequest): Promise<Founded | Refused | Problem>;
  /** What the rules would answer now; nothing is written. */
  trial(request: Omit<CommandRequest, 'key'>): Promise<Tried>;

  // --- founding by invitation (decision 0014) ---
  /** Leave to found one body, for whoever runs the node to hand out. */
  invite(): Invitation;
  /** Null for what is no invitation of this node, or is one no more. */
  invited(code: string): Promise<Invited | null>;

  // --- identity ---
  /**
   * `card` as seven words, as code or as a slip’s, `token` made by the phone (at least 32 random bytes, base64url), `key` the
   * public half of a key of the phone’s own.
   */
  signIn(request: {
    readonly body: string;
    readonly card: string;
    readonly token: string;
    readonly key?: string | null;
  }): Promise<SignedIn>;
  /** Null for a bearer that this node does not know; `anyone` without one. */
  authenticate(bearer: string | undefined, body: string): Promise<Actor | null>;
  /** A session that is known here, of somebody who was seen to run a sitting of that body when they last looked at it. */
  isRunning(bearer: string, body: string): boolean;
  /** Whether a command is signed as the phone of this session has to sign it. */
  signature(
    bearer: string | undefined,
    command: Omit<SignedCommand, 'book'> & { readonly body: string },
  ): Promise<SignatureCheck>;
  /** A stream of this person has opened; called once when it ends. */
  listening(actor: Actor, body: string): () => void;

  // --- door of a sitting: null for whoever neither runs it nor stands at its door ---
  door(actor: Actor, body: string, sitting: number): Promise<DoorView | null>;
  /** People of the roll by a part of their name. */
  rollAtDoor(actor: Actor, body: string, sitting: number, name: string): Promise<readonly AtDoor[] | null>;
  /** Whose card that is, without using it up; `unknown` of a card that is not good here. */
  cardAtDoor(actor: Actor, body: string, sitting: number, card: string): Promise<AtDoor | 'unknown' | null>;

  /** The roll with its names, by name; null for whoever does not keep it. */
  roll(actor: Actor, body: string): Promise<readonly Enrolled[] | null>;
  /** People of the roll by a part of their name; null for whoever does not keep it. */
  rollNamed(actor: Actor, body: string, name: string): Promise<readonly OnRoll[] | null>;

  // --- read: committed books only. `book` is a body's name here, or any book's origin ---
  books(): Promise<readonly BookSummary[]>;
  /** The same by their origins, without a list made anew. It goes on to say what is committed. */
  booksByOrigin(): Promise<ReadonlyMap<string, BookSummary>>;
  /** How often any book has changed since this node was opened; how often that had been when the book of this origin last did. */
  changes(origin?: string): number;
  /** Every body, with those above and below it. No book is replayed for it. */
  directory(): Promise<Directory>;
  /** Acts of other books that ask to belong to that body, or witness its founding. */
  naming(named: string, most: number): Promise<readonly NamingRow[]>;
  /** Committees written here that bring goods to a site of that assembly, in the order of their titles; the first `most`. */
  committeesOf(assembly: string, most: number): Promise<readonly { readonly name: string; readonly title: string }[]>;
  /** The territories of these bodies, of those whose map is here and can be read, by their origins. */
  territories(places: readonly Place[]): Promise<ReadonlyMap<string, Outline>>;
  /** Resolutions and measures in whose titles each of these beginnings of words occurs, and how many there are. */
  titled(
    beginnings: readonly string[],
    page: { readonly from: number; readonly most: number },
  ): Promise<{ readonly rows: readonly TitledRow[]; readonly all: number }>;
  /** What has a page to be found: bodies whose books this node writes, their resolutions and consultations; and how many there are. */
  listed(page: { readonly from: number; readonly most: number }): Promise<ListedPart>;
  book(book: string): Promise<BookView | null>;
  /** What kind each of these bodies was founded as, of those whose books are here. No book is replayed for it. */
  kinds(origins: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  acts(book: string, from: number, limit: number): Promise<readonly ActRow[]>;
  act(book: string, index: number): Promise<ActRow | null>;
  /** The newest of those types, the last one first; null for a book that is not here. */
  actsOf(book: string, acts: readonly string[], most: number): Promise<readonly ActRow[] | null>;
  /** Several books may hold an act of the same code: it is a name, not a proof. */
  actsByCode(code: string): Promise<readonly ActRow[]>;
  /** Null where the tree at the committed head has no such tile of that width. */
  tile(book: string, level: number, index: number, width: number): Promise<Uint8Array | null>;
  bundle(book: string, index: number, width: number): Promise<Uint8Array | null>;
  inclusion(book: string, index: number, size?: number): Promise<InclusionProof | null>;
  consistency(book: string, from: number, to?: number): Promise<readonly Hash[] | null>;
  /** What is disclosed beside an act; for anybody only the public slots. */
  disclosures(book: string, index: number, audience?: Audience): Promise<DisclosureFile | null>;
  attachment(
    book: string,
    sha256: string,
  ): Promise<{ readonly mediaType: string; readonly content: Uint8Array } | null>;
  me(actor: Actor, body: string): Promise<Me | null>;
  /** After the close: the proof that this voter's ballot is among those that were counted. */
  receipt(actor: Actor, body: string, vote: number): Promise<BallotReceipt | null>;

  /** Who stands in the election that a motion holds, and what came of it; null of any other motion. */
  election(book: string, motion: number, actor: Actor | null): Promise<HeldElection | null>;

  /** Secret votes beside the book. */
  readonly ballots: Ballots;

  /** What e-mail needs of this node (`app/mail`, decision 0015). */
  readonly mailing: Mailing;

  // --- a sitting as it is now ---
  /** `Live` (`live/answer.ts`) as JSON: most of it is written out once for a whole hall. */
  live(actor: Actor, body: string, sitting: number): Promise<string | null>;
  /** Which commands may come next, put to the rules without writing. */
  steps(actor: Actor, body: string, sitting: number): Promise<Steps | null>;
  /** What changes of a body's sittings without an act, as an event; `onPulse` tells every change of it, to a crowd less often. */
  pulse(body: string): Promise<PulseText | null>;
  onPulse(origin: string, listener: (pulse: PulseText) => void, runs: boolean): () => void;
  /** Something of that body was written that no command writes: whoever follows it is told. */
  noted(origin: string): void;

  // --- follow ---
  /** Acts from `from` on, each once and in order, those to come too. Returns what ends it. */
  subscribe(origin: string, from: number, listener: (act: ActRow) => void): () => void;
  /** Called after each commit to any book with its new head. */
  onHead(listener: (head: Head) => void): () => void;

  // --- books that are not bodies of this node: mirrors, the log of heads ---
  addBook(book: NewBook): Promise<'added' | 'exists'>;
  /** Appends entries under a head that the caller has verified; they must lead exactly to it. */
  extend(origin: string, extension: Extension): Promise<'extended' | 'not-at-size' | 'other-root' | 'bad-leaf'>;
  /** Appends acts that no command writes (`BookSucceeded`) to a book of this node's own. */
  record(origin: string, acts: readonly DraftAct[]): Promise<CommandOutcome>;
  setReadOnly(origin: string, reason: string | null): Promise<void>;
  /** Drops what is kept in memory of a book that was changed underneath (restore). */
  forget(origin: string): void;
  /** The signing key of a book that is kept here; for the log of heads and for successors. */
  signerOf(origin: string): Promise<Signer | null>;

  // --- projections ---
  rebuildProjections(): Promise<{ readonly books: number; readonly rows: number }>;
  /** Resolves when projections show all that is committed now. */
  projected(): Promise<void>;

  close(): Promise<void>;
}

export interface CommandRequest {
  readonly body: string;
  readonly command: string;
  /** Already valid under the catalogue's schema. */
  readonly input: unknown;
  readonly actor: Actor;
  /** The caller's idempotency key. */
  readonly key: string;
}

export interface FoundBodyRequest {
  readonly input: unknown;
  readonly actor: Actor;
  readonly key: string;
}

export interface Founded {
  readonly kind: 'founded';
  readonly body: string;
  readonly origin: string;
  /** Verifier key of the new book. */
  readonly key: string;
  readonly member: string;
  readonly card: CardSecret;
}

export interface Invitation {
  readonly code: string;
  readonly until: Time;
}

export interface Invited {
  /** The idempotency key under which its founding is asked for: it founds one body. */
  readonly key: string;
  readonly until: Time;
  /** What it has founded. */
  readonly founded: string | null;
}

/** Shown once, to whoever made the card. */
export interface CardSecret {
  /** Seven words. */
  readonly words: { readonly es: string; readonly en: string };
  /** The same secret, short, for a QR code: `<base>/phone#card=<code>`. */
  readonly code: string;
}

/** What stands at the door now. */
export interface DoorView {
  readonly code: string;
  /** When the next one takes its place. */
  readonly until: Time;
  readonly checkIn: 'hall' | 'anywhere';
  /** Slips of an open cabildo; null where the statute gives out none in such a sitting. */
  readonly slips: {
    readonly mark: string;
    readonly out: number;
    readonly issued: number;
    readonly voided: readonly number[];
    /** How many more may be given out; null before the tellers agree. */
    readonly left: number | null;
  } | null;
}

export interface OnRoll {
  readonly member: string;
  readonly name: string;
}

export interface Enrolled extends OnRoll {
  /** Whoever of the household was enrolled first, if that is somebody else. */
  readonly household: string | null;
}

/** Somebody who stands at the door. */
export interface AtDoor extends OnRoll {
  readonly channel: Channel | null;
}

export type SignedIn =
  | { readonly ok: true; readonly origin: string; readonly actor: Actor }
  | { readonly ok: false; readonly reason: 'unknown-body' | 'unknown-card' | 'card-used' | 'malformed' };

export interface Head {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The signed note; null for an empty book. */
  readonly checkpoint: string | null;
}

export interface BookView extends BookSummary {
  readonly head: Head;
  readonly state: BodyState;
}

export interface ActRow {
  readonly origin: string;
  readonly index: number;
  readonly act: string;
  readonly at: Time;
  readonly code: string;
  readonly leaf: Uint8Array;
  /** The leaf's bytes: canonical JSON. */
  readonly entry: Uint8Array;
  readonly receivedAt: Time;
}

export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  /** The checkpoint, if `size` is that of the head. */
  readonly checkpoint: string | null;
}

export interface Me {
  readonly actor: Actor;
  readonly roles: readonly Role[];
  /** The body's title, and the length of its book that this is about: where to follow it from. */
  readonly title: string;
  readonly size: number;
  /** Convened and not closed. */
  readonly sittings: readonly MySitting[];
  readonly openVotes: readonly OpenVote[];
  /** Votes in which one's ballot is held here, and whether a proof can be asked for. */
  readonly votes: readonly { readonly vote: number; readonly closed: boolean }[];
  /** The key that is enrolled for an office which I hold now. */
  readonly officeKey: { readonly office: string; readonly called: Called; readonly key: string } | null;
  /** Acts that wait for my signature, the newest first; `signed` ones wait for other officers. */
  readonly toSeal: readonly WaitingSeal[];
  /** Closed sittings whose minutes nobody has approved, the newest first: for whoever brings them to approval. */
  readonly minutesDue: readonly MinutesDue[];
}

interface MinutesDue {
  readonly sitting: number;
  readonly place: string;
  readonly startsAt: Time;
}

/** As people call it, in each language. */
type Called = Readonly<Record<'es' | 'en', string>>;

export interface WaitingSeal {
  readonly index: number;
  readonly act: string;
  /** Under which office, and with which key, I would sign. */
  readonly office: string;
  readonly called: Called;
  readonly key: string;
  readonly signed: boolean;
  readonly signatures: number;
  readonly needed: number;
}

export interface MySitting {
  readonly sitting: number;
  readonly kind: string;
  readonly place: string;
  readonly startsAt: Time;
  readonly opened: boolean;
  readonly present: number | null;
  /** The quorum, once the sitting is open. */
  readonly needed: number | null;
  readonly roll: number;
  /** Where one checks in by phone: in the hall with the code at its door, or from anywhere. */
  readonly checkIn: 'hall' | 'anywhere';
  readonly checkedIn: boolean;
}

export interface OpenVote {
  readonly vote: number;
  readonly motion: number;
  readonly sitting: number;
  readonly title: string;
  readonly textHash: string;
  readonly method: string;
  readonly openedAt: Time;
  readonly voted: boolean;
  /** On the list that was frozen when the vote opened. */
  readonly mayVote: boolean;
  /** A delegate’s: what the own base has decided, as its book says it here. */
  readonly mandate: string | null;
}

/** The ballot’s leaf is SHA-256(0x00 ‖ JCS(ballot)); the proof leads to the root that `VoteClosed` holds. */
export interface BallotReceipt {
  readonly vote: number;
  readonly closedBy: number;
  readonly counted: boolean;
  readonly ballot: {
    readonly book: string;
    readonly choice: string;
    readonly salt: string;
    readonly vote: number;
    readonly voter: string;
  };
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly proof: readonly string[];
}

export interface NewBook {
  readonly origin: string;
  readonly kind: 'body' | 'heads';
  readonly title: string;
  /** A mirror: the verifier key of its writer, and where it is pulled from. Without: a book of this node's own. */
  readonly mirror?: { readonly vkey: string; readonly source: string };
  readonly predecessor?: string;
}

export interface Extension {
  readonly fromSize: number;
  readonly entries: readonly Uint8Array[];
  /** Of a mirror: the head, as its writer signed it. A book of one's own is signed here. */
  readonly head?: { readonly root: Hash; readonly note: string };
  /** Public disclosures and attachments that came along. */
  readonly disclosures?: readonly DisclosureFile[];
  readonly attachments?: readonly {
    readonly sha256: Uint8Array;
    readonly mediaType: string;
    readonly content: Uint8Array;
  }[];
}
