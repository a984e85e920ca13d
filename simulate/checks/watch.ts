// Looks at every commit and every pull while the world goes on, and at everything once more at the end.
import { appendLeaf, base64Encode, EMPTY_RANGE, leafHash, rootOf } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type Act, type BodyState, emptyState, evolve, stateToJson } from '@cabildo/core';
import type { StoredAct } from '../../packages/core/test/federation/book.ts';
import type { KeptBook } from '../node/kept-book.ts';
import type { Outcome, SimulatedNode } from '../node/node.ts';
import { consultationClosed, consultationIssued } from './consultation.ts';
import * as door from './door.ts';
import * as elections from './elections.ts';
import * as federation from './federation.ts';
import * as hall from './hall.ts';
import * as joint from './joint.ts';
import * as officers from './officers.ts';
import { BookRecord, type Told } from './record.ts';
import { namesNobody } from './secrecy.ts';
import { Violation } from './violation.ts';

export interface Watched {
  readonly nodes: readonly SimulatedNode[];
  book(origin: string): KeptBook;
  home(origin: string): SimulatedNode;
  origins(): readonly string[];
}

type Check = (record: BookRecord, act: never, watch: Watch) => void;

const checks: Readonly<Record<string, readonly Check[]>> = {
  SittingConvened: [joint.turnsPass],
  SittingOpened: [hall.sittingOpened],
  VoteOpened: [hall.voteOpened, hall.actedInTerm],
  VoteClosed: [hall.voteClosed, federation.breachesMarked],
  MandateBreached: [(record, act, watch) => federation.mandateBreached(record, act, watch.sources(record).records)],
  SlipsIssued: [door.slipsIssued],
  DebateEnded: [door.debateEnded],
  OfficersElected: [hall.officersElected, elections.officersAsCounted],
  DelegatesElected: [elections.delegatesAsCounted],
  ElectionCounted: [elections.electionCounted],
  RecoveryClaimed: [(record, act, watch) => officers.recoveryClaimed(record, act, watch.sources(record).records)],
  RecoveryObjected: [(record, act, watch) => officers.recoveryObjected(record, act, watch.sources(record).records)],
  SeatAccredited: [
    (record, act, watch) => federation.seatAccredited(record, act, watch.sources(record).records),
    (record, act, watch) => officers.markedWhereUnattested(record, act, watch.sources(record)),
    joint.sharedByOne,
  ],
  RecallPresented: [(record, act, watch) => federation.recallPresented(record, act, watch.sources(record).records)],
  ResolutionAdopted: [federation.resolutionAdopted],
  ResolutionRatified: [federation.resolutionRatified],
  MeasureLifted: [federation.measureLifted],
  ConsultationIssued: [
    (record, act: Told<'ConsultationIssued'>, watch) => consultationIssued(record, act, watch.sources(record)),
  ],
  ConsultationClosed: [
    (record, act: Told<'ConsultationClosed'>, watch) => consultationClosed(record, act, watch.sources(record)),
  ],
};

export class Watch {
  acts = 0;
  readonly #world: Watched;
  readonly #records = new Map<string, BookRecord>();
  readonly #asked = new Map<string, readonly string[]>();
  /** Leaf hashes of everything that somebody was told is written. */
  readonly #acknowledged = new Map<string, string[]>();
  #before: { readonly state: BodyState; readonly rows: number; readonly size: number } | null = null;

  constructor(world: Watched) {
    this.#world = world;
  }

  records = (origin: string): BookRecord => {
    const book = this.#world.book(origin);
    const known = this.#records.get(origin);
    if (known !== undefined && known.book === book) return known;
    const made = new BookRecord(book);
    made.grow();
    this.#records.set(origin, made);
    return made;
  };

  sources({ book }: BookRecord) {
    const { books } = this.#world.home(book.origin);
    return {
      records: this.#recordsFor(book.origin),
      heldAbove: (origin: string) => books.get(origin),
      origins: () => this.#world.origins(),
      asked: this.#asked,
    };
  }

  /** While a book is put back and not compared yet, what it was is told by the copy that is held where it is asked for. */
  #recordsFor(asking: string): (origin: string) => BookRecord {
    return (origin) => {
      const held = this.#world.home(asking).books.get(origin);
      if (this.#world.book(origin).readOnly !== 'restored' || held === undefined) return this.records(origin);
      const record = new BookRecord(held);
      record.grow();
      return record;
    };
  }

  before(origin: string): void {
    this.records(origin);
    const { state, vault, acts } = this.#world.book(origin);
    this.#before = { state, rows: vault.rows, size: acts.length };
  }

  after(origin: string, outcome: Outcome, name: string): void {
    const book = this.#world.book(origin);
    const was = this.#before;
    if (outcome.kind === 'refused' && was !== null) {
      const written = book.acts.slice(was.size);
      const minuted = written.length === 1 && written[0]?.act === 'RefusalMinuted' && minutes(was.state);
      const state = minuted ? { ...book.state, size: was.state.size, at: was.state.at } : book.state;
      if ((written.length > 0 && !minuted) || book.vault.rows !== was.rows || !same(state, was.state))
        throw new Violation('11', origin, `${name} was refused and has changed something`, written);
    }
    if (outcome.kind === 'done') this.#acknowledge(book, outcome);
    const known = this.#records.get(origin);
    const record = this.records(origin);
    const fresh = known?.book === book ? record.grow() : book.acts.slice(was?.size ?? 0);
    if (outcome.kind === 'done' && fresh.length !== outcome.to - outcome.from)
      throw new Violation('11', origin, `${name} was written more than once`, fresh);
    for (const act of fresh) this.#look(record, act);
  }

  #look(record: BookRecord, act: StoredAct): void {
    this.acts += 1;
    namesNobody(record, act);
    for (const check of checks[act.act] ?? []) check(record, act as never, this);
  }

  #acknowledge(book: KeptBook, { from, to }: { readonly from: number; readonly to: number }): void {
    const told = this.#acknowledged.get(book.origin) ?? [];
    for (let index = from; index < to; index++) told[index] = book.leafOf(index);
    this.#acknowledged.set(book.origin, told);
  }

  repeated(origin: string, first: Outcome, again: Outcome): void {
    const same = first.kind === 'done' && again.kind === 'done' && first.from === again.from && first.to === again.to;
    const book = this.#world.book(origin);
    if (!same) throw new Violation('11', origin, 'a repeated command was written twice', book.acts.slice(-2));
  }

  /** A copy is a beginning of the book, or it has stopped at a fork that is on record. */
  pulled(node: SimulatedNode, origin: string): void {
    const copy = node.books.get(origin);
    const book = this.#world.book(origin);
    if (copy === undefined) return;
    if (copy.readOnly !== null)
      throw new Violation('10', origin, `two histories: the copy on ${node.name} has stopped`);
    // Put back and not compared yet, it knows less than its copies do; nothing is written in it meanwhile.
    if (book.readOnly === 'restored') return;
    const size = copy.bytes.length;
    const last = size - 1;
    if (size > book.bytes.length || (size > 0 && copy.leafOf(last) !== book.leafOf(last)))
      throw new Violation('10', origin, `the copy on ${node.name} is not a beginning of the book`, copy.acts.slice(-1));
    const seen = this.#sizes.get(`${node.name} ${origin}`) ?? 0;
    if (size < seen) throw new Violation('10', origin, `the copy on ${node.name} went back from ${seen} to ${size}`);
    this.#sizes.set(`${node.name} ${origin}`, size);
  }

  /** What a restore has lost is known to be lost: whoever was told is told so by the successor. Nothing else loses anything. */
  restored(node: SimulatedNode): void {
    // Of copies too that the backup does not have: they are pulled from nothing, and what was under way may come first.
    for (const name of [...this.#sizes.keys()]) if (name.startsWith(`${node.name} `)) this.#sizes.delete(name);
    for (const [origin, book] of node.books) if (book.own) this.#acknowledged.get(origin)?.splice(book.bytes.length);
  }

  /** A node that has lost what a witness has seen of its log of heads writes nothing more before it has compared itself. */
  rolledBack({ name, books }: SimulatedNode, hasLost: boolean): void {
    const open = [...books.values()].find(({ own, readOnly }) => own && readOnly === null);
    if (hasLost && open !== undefined)
      throw new Violation('10', open.origin, `${name} was rolled back behind its witnesses and writes on`);
  }

  /** A book that was brought up to what others hold of it has grown without a command. */
  reread(origin: string): void {
    this.records(origin).grow();
  }

  readonly #sizes = new Map<string, number>();

  /** Everything once more: replays, trees, copies, and what people were told. */
  end(): void {
    for (const origin of this.#world.origins()) {
      const book = this.#world.book(origin);
      const told = this.#acknowledged.get(origin) ?? [];
      for (const [index, leaf] of told.entries())
        if (leaf !== undefined && book.leafOf(index) !== leaf)
          throw new Violation('10', origin, `act ${index} was acknowledged and is lost`);
      for (const { books } of this.#world.nodes) replayed(books.get(origin));
    }
  }
}

/** Replay equals what is live, the tree leads to the head, and one changed byte would lead elsewhere. */
function replayed(book: KeptBook | undefined): void {
  if (book === undefined || book.bytes.length === 0) return;
  const state = book.acts.reduce<BodyState>(
    (folded, act) => evolve(folded, act as unknown as Act),
    emptyState(book.origin),
  );
  if (!same(state, book.state)) throw new Violation('10', book.origin, 'a replay gives another state');
  const { root } = book.head();
  if (rootOver(book.bytes) !== root) throw new Violation('10', book.origin, 'the tree does not lead to the head');
  const changed = book.bytes.map((bytes, index) =>
    index === book.bytes.length >> 1 ? bytes.with(40, (bytes[40] ?? 0) ^ 1) : bytes,
  );
  if (rootOver(changed) === root) throw new Violation('10', book.origin, 'a changed byte is not found');
}

const rootOver = (entries: readonly Uint8Array[]): string =>
  base64Encode(
    rootOf(
      entries.reduce((range, entry) => appendLeaf(range, leafHash(entry, nodeCrypto), nodeCrypto), EMPTY_RANGE),
      nodeCrypto,
    ),
  );

const minutes = ({ statute }: BodyState): boolean => statute?.rules.minutes.refusals === true;

const same = (one: BodyState, other: BodyState): boolean =>
  one === other || JSON.stringify(stateToJson(one)) === JSON.stringify(stateToJson(other));
