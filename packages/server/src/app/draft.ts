import { base64Decode, base64Encode, rootOf, SALT_BYTES, signCheckpoint } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import {
  type Accepted,
  type BodyState,
  type DraftAct,
  evolve,
  later,
  slipName,
  type Time,
  type VaultRecord,
} from '@cabildo/core';
import type { AppendedHead, BookAppend } from '../store/append.ts';
import type { Cipher } from '../store/cipher.ts';
import { idempotencyRow, type KeyedRequest } from '../store/idempotency.ts';
import type { inserts, Row } from '../store/insert.ts';
import { isDatabaseTrouble } from '../store/trouble.ts';
import { ballotFileRow } from '../store/vault/ballot-files.ts';
import { ballotRow } from '../store/vault/ballots.ts';
import { disclosureRow } from '../store/vault/disclosures.ts';
import { floorRow } from '../store/vault/floor.ts';
import { frozenListRow } from '../store/vault/frozen-lists.ts';
import { memberRow } from '../store/vault/people.ts';
import { type CardMaker, holderName } from './cards.ts';
import type { CameIn } from './halls-attended.ts';
import { GrowingRange, type LoadedBook } from './loaded-book.ts';
import { type MadeAct, materialise } from './materialise.ts';
import type { ActRow, CardSecret } from './node.ts';
import { type CommandOutcome, problem } from './outcome.ts';
import type { VaultView } from './vault-view.ts';

export interface DraftTools {
  readonly cipher: Cipher;
  readonly cards: CardMaker;
  readonly random: (bytes: number) => Uint8Array;
}

/** Shown once, to whoever gives the slip out. */
interface IssuedSlip {
  readonly number: number;
  readonly code: string;
}

/** A command failed in the middle of being written into the draft: the draft is of no use, and the command is at fault. */
export class TornDraft extends Error {
  override readonly name = 'TornDraft';
}

/**
 * A book with what a batch is about to add to it: the state that the next command of the batch sees, and the rows that go
 * to the database together at the end. A command that is refused leaves no trace in it.
 */
export class BookDraft {
  readonly book: LoadedBook;
  readonly vault: VaultView;
  readonly #tools: DraftTools;
  readonly #now: Time;
  readonly #range: GrowingRange;
  readonly #rows: Partial<Record<keyof typeof inserts, Row[]>> = {};
  readonly #newCards = new Map<string, Row>();
  /** Holders whose cards and sessions end without a new card. */
  readonly #ended = new Set<string>();
  /** Of the command at hand. */
  #slips: IssuedSlip[] = [];
  readonly #erasures: { readonly index: number; readonly slot: string }[] = [];
  readonly #demandsReached: { readonly demand: string; readonly since: number }[] = [];
  readonly #attendanceErased: { readonly sitting: number; readonly lists: readonly string[] }[] = [];
  readonly acts: ActRow[] = [];
  readonly cameIn: CameIn[] = [];
  state: BodyState;

  constructor(book: LoadedBook, vault: VaultView, now: Time, tools: DraftTools) {
    this.book = book;
    this.vault = vault;
    this.state = book.folded.state;
    this.#now = now;
    this.#tools = tools;
    this.#range = new GrowingRange(book.range);
  }

  /** Time of the next act: never before the last one, even if the clock was put back. */
  get at(): Time {
    return later(this.#now, this.state.at);
  }

  /** Whether there is anything to write. */
  get empty(): boolean {
    const rows = Object.keys(this.#rows).length + this.#newCards.size + this.#attendanceErased.length;
    return this.acts.length === 0 && rows === 0;
  }

  leafOf(index: number): Uint8Array | undefined {
    return this.acts[index - this.book.head.size]?.leaf;
  }

  /** Writes an accepted decision into the draft, whole or (an act does not fit a leaf) not at all. */
  async accept(decision: Accepted, frozen: ReadonlyMap<string, string>): Promise<CommandOutcome> {
    const { at, state: before } = this;
    const made = this.#made(decision.acts, at);
    if ('tooLarge' in made) return problem('leaf-too-large', made.tooLarge);
    const cards: CardSecret[] = [];
    this.#slips = [];
    try {
      for (const act of made.acts) this.#keepAct(act, at);
      for (const record of decision.records) {
        const card = await this.#keepRecord(record, at, before.size);
        if (card !== undefined) cards.push(card);
      }
      for (const [root, list] of frozen) this.#keepList(root, list);
    } catch (error) {
      throw isDatabaseTrouble(error) ? error : new TornDraft('half written', { cause: error });
    }
    this.state = made.state;
    const acts = made.acts.map(({ act, code, leaf }) => ({
      index: act.index,
      act: act.act,
      code,
      leaf: base64Encode(leaf),
    }));
    const secrets = {
      ...(cards.length === 0 ? {} : cards.length === 1 ? { card: cards[0] } : { cards }),
      ...(this.#slips.length === 0 ? {} : { slips: this.#slips }),
    };
    return { kind: 'done', acts, answer: { ...decision.answer, ...secrets } };
  }

  remember(asked: KeyedRequest, outcome: unknown, origin = this.book.origin): void {
    this.#push('idempotency', idempotencyRow(this.#tools.cipher, origin, asked, JSON.stringify(outcome), this.#now));
  }

  #made(drafts: readonly DraftAct[], at: Time): { acts: MadeAct[]; state: BodyState } | { tooLarge: string } {
    const acts: MadeAct[] = [];
    let { state } = this;
    for (const draft of drafts) {
      const place = { origin: this.book.origin, index: state.size, at };
      const result = materialise(draft, place, this.#tools.random);
      if (!result.ok) return { tooLarge: `${draft.act}: ${result.bytes} bytes` };
      acts.push(result.made);
      state = evolve(state, result.made.act);
    }
    return { acts, state };
  }

  #keepAct(made: MadeAct, at: Time): void {
    const { origin } = this.book;
    const { act, code, entry, leaf } = made;
    this.#range.append(leaf);
    this.#push('acts', [origin, act.index, act.act, at, code, leaf, entry, this.#now]);
    this.acts.push({ origin, index: act.index, act: act.act, at, code, leaf, entry, receivedAt: this.#now });
    for (const disclosed of made.disclosed) {
      this.#push('disclosures', disclosureRow(this.#tools.cipher, origin, disclosed));
      this.vault.setDisclosed(disclosed.index, disclosed.slot, true);
    }
    for (const { sha256, mediaType, content } of made.attached) {
      this.#push('attachments', [origin, sha256, mediaType, content]);
    }
  }

  async #keepRecord(record: VaultRecord, at: Time, size: number): Promise<CardSecret | undefined> {
    const { origin } = this.book;
    const { cipher, random } = this.#tools;
    const salt = record.record === 'ballot' ? base64Encode(random(SALT_BYTES)) : '';
    await this.vault.add(record, at, size, salt);
    switch (record.record) {
      case 'card':
        return this.#keepCard(record.holder, at);
      case 'member': {
        const { member, name, household = null } = record;
        return this.#push('members', memberRow(cipher, origin, { member, name, enrolledAt: at, household }));
      }
      case 'attendance':
        this.cameIn.push({ sitting: record.sitting, holder: record.holder, asOf: size, channel: record.channel });
        return this.#push('attendance', [origin, record.sitting, record.holder, size, at, record.channel]);
      case 'slip':
        this.#slips.push(this.#keepSlip(record, at));
        return;
      case 'slip-voided': {
        const holder = slipName(record);
        this.#newCards.delete(holder);
        this.#ended.add(holder);
        return;
      }
      case 'presence-count':
        return this.#push('presenceCounts', [origin, record.sitting, record.round, record.teller, record.present]);
      case 'block-count': {
        const { vote, block, round, teller, yes, no, abstain, people = null } = record;
        return this.#push('blockCounts', [origin, vote, block, round, teller, yes, no, abstain, people]);
      }
      case 'card-count': {
        const { vote, below, round, teller, raised, mandate } = record;
        const held = mandate === undefined ? null : JSON.stringify(mandate);
        return this.#push('cardCounts', [origin, vote, below, round, teller, raised, held]);
      }
      case 'urn-count': {
        const { vote, round, teller, papers, yes, no, abstain, blank, spoilt } = record;
        return this.#push('urnCounts', [origin, vote, round, teller, papers, yes, no, abstain, blank, spoilt]);
      }
      case 'ballot-file': {
        const { record: _, vote, ...entry } = record;
        return this.#push('ballotFiles', ballotFileRow(cipher, origin, vote, entry));
      }
      case 'stock-count': {
        const { site, item, round, teller, found } = record;
        return this.#push('stockCounts', [origin, site, item, round, teller, found]);
      }
      case 'petition-count':
        return this.#push('petitionCounts', [origin, record.petition, record.round, record.teller, record.signatures]);
      case 'ballot': {
        const { record: _, vote, ...ballot } = record;
        return this.#push('ballots', ballotRow(cipher, origin, vote, { ...ballot, salt }));
      }
      case 'signature':
        return this.#push('signatures', [origin, record.index, record.office, record.key, record.signature]);
      case 'demand':
        return this.#push('demands', [origin, record.demand, record.since, record.holder, at]);
      case 'demand-reached':
        return this.#forgetDemand(record);
      case 'floor': {
        const number = (await this.vault.floor(record.sitting)).length;
        return this.#push('floorEntries', floorRow(cipher, origin, record.sitting, number, { ...record.entry, at }));
      }
      case 'attendance-erased':
        this.#attendanceErased.push({ sitting: record.sitting, lists: record.lists });
        return;
      case 'erasure':
        return this.#keepErasure(record);
    }
  }

  /** The database deletes what was there before the batch; what the batch itself has disclosed is not written at all. */
  #keepErasure({ index, slot }: { readonly index: number; readonly slot: string }): undefined {
    this.#erasures.push({ index, slot });
    const { disclosures = [] } = this.#rows;
    const withdrawn = disclosures.findIndex(([, act, name]) => act === index && name === slot);
    if (withdrawn >= 0) disclosures.splice(withdrawn, 1);
  }

  /** As with erasures: what the batch itself has added is not written at all. */
  #forgetDemand({ demand, since }: { readonly demand: string; readonly since: number }): undefined {
    this.#demandsReached.push({ demand, since });
    const { demands = [] } = this.#rows;
    this.#rows.demands = demands.filter(([, name, from]) => name !== demand || from !== since);
  }

  #keepCard(holder: Extract<VaultRecord, { record: 'card' }>['holder'], at: Time): CardSecret {
    const { origin } = this.book;
    const named = holderName(holder);
    const { card, secret } = this.#tools.cards.make(origin);
    // By holder: of two cards made in one batch only the later one is valid.
    this.#newCards.set(named.holder, [card, origin, named.holder, named.person, at]);
    return secret;
  }

  /** Whoever holds the slip signs in with its code, as with a card. */
  #keepSlip({ sitting, number }: Extract<VaultRecord, { record: 'slip' }>, at: Time): IssuedSlip {
    const { origin } = this.book;
    const holder = slipName({ sitting, number });
    const { card, code } = this.#tools.cards.makeSlip(origin, number);
    this.#newCards.set(holder, [card, origin, holder, holder, at]);
    return { number, code };
  }

  #keepList(root: string, list: string): void {
    const bytes = base64Decode(root) as Uint8Array;
    this.#push('frozenLists', frozenListRow(this.#tools.cipher, this.book.origin, bytes, list));
  }

  #push(name: keyof typeof inserts, row: Row): undefined {
    this.#rows[name] ??= [];
    this.#rows[name].push(row);
    return undefined;
  }

  /** The whole of it for the database, and the book as it will be once that is committed. */
  finish(): { readonly append: BookAppend; readonly after: LoadedBook } {
    const { book, acts, state } = this;
    const cards = [...this.#newCards.values()];
    const rows = { ...this.#rows, ...(cards.length > 0 ? { cards } : {}), treeHashes: this.#treeHashes() };
    const grown = acts.length === 0 ? null : this.#grown();
    const append: BookAppend = {
      origin: book.origin,
      fromSize: book.head.size,
      head: grown?.head ?? null,
      rows,
      newCardsFor: [...this.#newCards.keys(), ...this.#ended],
      erasures: this.#erasures,
      demandsReached: this.#demandsReached,
      attendanceErased: this.#attendanceErased,
    };
    return { append, after: grown === null ? book : { ...grown.book, folded: { state, stuck: null } } };
  }

  #treeHashes(): Row[] {
    return this.#range.completed.map(({ level, index, hash }) => [this.book.origin, level, index, hash]);
  }

  #grown(): { head: AppendedHead; book: LoadedBook } {
    const grown = grownHead(this.book, this.#range);
    return { head: { ...grown.head, lastAt: this.state.at }, book: { ...grown.book, lastAt: this.state.at } };
  }
}

/** The head over a range that has grown, signed by the book's key unless its writer's note is given. */
export function grownHead(
  book: LoadedBook,
  growing: GrowingRange,
  note?: string,
): { head: Omit<AppendedHead, 'lastAt'>; book: LoadedBook } {
  const { origin, signer } = book;
  const range = growing.range();
  const root = rootOf(range, nodeCrypto);
  if (note === undefined && signer === null) throw new Error(`this node has no key of the book ${origin}`);
  const checkpoint =
    note ??
    signCheckpoint({ origin, size: range.size, root }, signer as NonNullable<typeof signer>, origin, nodeCrypto);
  const head = { size: range.size, root, range: Buffer.concat(range.hashes), checkpoint };
  return {
    head,
    book: { ...book, range, head: { origin, size: range.size, root: base64Encode(root), checkpoint } },
  };
}
