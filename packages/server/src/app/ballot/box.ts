import { countOnBoard, isOnBoard, readPieces } from '../../store/secret/board.ts';
import { readFile } from '../../store/secret/files.ts';
import { addWaiting, readWaiting } from '../../store/secret/waiting.ts';
import { publishWaiting, trackerOf, type Uncounted } from './board.ts';
import { type BallotTools, type Election, readElection, sha256, toHex } from './elections.ts';
import { refused, type Said, said } from './said.ts';
import type { Taken } from './secret-votes.ts';
import { Busy } from './threads.ts';

/** Ballots of so many voters are published at once, so that the board does not say who came when. */
const LEAST_VOTERS_AT_ONCE = 10;

/** Enough for anybody who changes their mind or votes again in a booth; more would only fill the disk. */
const MOST_OF_ONE = 50;

/** What is kept in memory of a box that is open. */
interface OpenBox {
  readonly files: { readonly uuid: string; readonly election: string; readonly credentials: string };
  readonly origin: string;
  readonly time: number;
  readonly waiting: Map<string, Uncounted>;
}

/** The ballot boxes of a node: one at a time writes to each. */
export class BallotBoxes {
  readonly #tools: BallotTools;
  readonly #open = new Map<string, Promise<OpenBox | null>>();
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #closing = new Set<string>();
  #closings = 0;
  /** Ballots that are being looked at, by election. */
  readonly #looking = new Map<string, Set<Promise<unknown>>>();

  constructor(tools: BallotTools) {
    this.#tools = tools;
  }

  /** Takes a ballot that nothing is wrong with. It is on disk when this returns; the same again is known. */
  async take(uuid: string, ballot: string): Promise<Said<Taken>> {
    const hash = sha256(ballot);
    if (await isOnBoard(this.#tools.store, uuid, hash)) return said({ tracker: trackerOf(hash), known: true });
    const before = this.#closings;
    const found = await readElection(this.#tools, uuid);
    if (!found.ok) return found;
    // A book that nobody can write closes no box.
    const { vote, book } = found.value;
    if (vote === null || !vote.isOpen || book.readOnly !== null) return refused('box-not-open');
    // What was read may be older than a close that has begun, or even ended, meanwhile.
    if (this.#closing.has(uuid) || this.#closings !== before) return refused('box-busy');
    return this.#lookedAt(uuid, this.#take(found.value, ballot, hash));
  }

  async #take(election: Election, ballot: string, hash: Buffer): Promise<Said<Taken>> {
    const { uuid } = election;
    const box = await this.#boxOf(election);
    if (box === null) return refused('box-not-open');
    const tracker = trackerOf(hash);
    const id = this.#tools.codes.idOf(uuid, hash);
    if (box.waiting.has(id.toString('hex'))) return said({ tracker, known: true });
    const checked = await this.#check(box, ballot);
    if (checked === 'busy') return refused('box-busy');
    const [fault] = checked.faults;
    if (fault !== undefined) return refused('ballot-not-valid', fault.fault);
    return this.#inTurn(uuid, () => this.#keep(uuid, box, { id, hash, ballot, credential: checked.credential }));
  }

  async #check({ files }: OpenBox, ballot: string) {
    try {
      return await this.#tools.threads.checkBallot(files.uuid, files, ballot);
    } catch (error) {
      if (error instanceof Busy) return 'busy' as const;
      throw error;
    }
  }

  async #keep(
    uuid: string,
    box: OpenBox,
    given: { readonly id: Buffer; readonly hash: Buffer; readonly ballot: string; readonly credential: string },
  ): Promise<Said<Taken>> {
    const { store } = this.#tools;
    const { id, hash, ballot, credential } = given;
    const tracker = trackerOf(hash);
    const name = id.toString('hex');
    if (box.waiting.has(name) || (await isOnBoard(store, uuid, hash))) return said({ tracker, known: true });
    const own = [...box.waiting.values()].filter((one) => one.credential === credential);
    const published = await countOnBoard(store, uuid, sha256(credential));
    if (own.length + published >= MOST_OF_ONE) return refused('too-many-ballots');
    const nth = own.reduce((most, one) => Math.max(most, one.nth + 1), 0);
    await addWaiting(store, uuid, { id, nth, ballot });
    box.waiting.set(name, { id, nth, ballot, credential });
    if (this.#isDue(box)) this.#publishSoon(uuid, box);
    return said({ tracker, known: false });
  }

  /** Voters and not ballots: whoever votes nine times must not make the tenth one's ballot stand alone. */
  #isDue({ waiting }: OpenBox): boolean {
    return new Set([...waiting.values()].map(({ credential }) => credential)).size >= LEAST_VOTERS_AT_ONCE;
  }

  #publishSoon(uuid: string, box: OpenBox): void {
    const publishing = this.#inTurn(uuid, async () => {
      if (this.#isDue(box)) await this.#publish(uuid, box);
    });
    publishing.catch(() => this.#tools.log('ballot box: a batch could not be published yet'));
  }

  async #publish(uuid: string, box: OpenBox): Promise<void> {
    const batch = [...box.waiting.values()];
    try {
      await publishWaiting(this.#tools.store, { election: uuid, time: box.time }, batch);
      for (const { id } of batch) box.waiting.delete(id.toString('hex'));
      this.#tools.touched(box.origin);
    } catch (error) {
      // It may be on the board all the same: what waits is read again.
      this.#open.delete(uuid);
      throw error;
    }
  }

  /** While it is decided no ballot is taken, and everything that was is on the board. */
  async whileClosing<T>(uuid: string, decide: () => Promise<T>): Promise<T> {
    this.#closing.add(uuid);
    this.#closings += 1;
    try {
      await Promise.allSettled(this.#looking.get(uuid) ?? []);
      const found = await readElection(this.#tools, uuid);
      if (found.ok && found.value.vote?.isOpen === true) {
        const election = found.value;
        await this.#inTurn(uuid, async () => {
          const box = await this.#boxOf(election);
          if (box !== null) await this.#publish(uuid, box);
        });
      }
      return await decide();
    } finally {
      this.#closing.delete(uuid);
    }
  }

  /** Its ballots are checked no more. */
  letGo(uuid: string): void {
    this.#open.delete(uuid);
    this.#tools.threads.letGo(uuid);
  }

  /** Resolves when nothing is under way in any box. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#looking.values()].flatMap((set) => [...set]));
    await Promise.allSettled(this.#turns.values());
  }

  #boxOf(election: Election): Promise<OpenBox | null> {
    const { uuid } = election;
    const known = this.#open.get(uuid);
    if (known !== undefined) return known;
    const opening = this.#load(election);
    this.#open.set(uuid, opening);
    const forget = (): void => {
      if (this.#open.get(uuid) === opening) this.#open.delete(uuid);
    };
    opening.then((box) => {
      if (box === null) forget();
      else if (this.#isDue(box)) this.#publishSoon(uuid, box);
    }, forget);
    return opening;
  }

  async #load({ uuid, origin, setUp, vote }: Election): Promise<OpenBox | null> {
    const { store } = this.#tools;
    if (setUp === null || vote === null) return null;
    // A board that came back from a backup may lie behind what is in the book: then it must not grow another way.
    const heads = await readPieces(store, uuid);
    if (!heads.some(({ head }) => head === toHex(vote.head))) return null;
    const [election, credentials] = await Promise.all([
      readFile(store, uuid, 'election'),
      readFile(store, uuid, 'credentials'),
    ]);
    if (election === undefined || credentials === undefined) return null;
    const waiting = (await readWaiting(store, uuid)).map((one) => ({ ...one, credential: credentialIn(one.ballot) }));
    const files = {
      uuid,
      election: election.content.toString('utf8'),
      credentials: credentials.content.toString('utf8'),
    };
    return { files, origin, time: setUp.time, waiting: new Map(waiting.map((one) => [one.id.toString('hex'), one])) };
  }

  async #lookedAt<T>(uuid: string, work: Promise<T>): Promise<T> {
    const all = this.#looking.get(uuid) ?? new Set<Promise<unknown>>();
    this.#looking.set(uuid, all);
    all.add(work);
    try {
      return await work;
    } finally {
      all.delete(work);
      if (all.size === 0) this.#looking.delete(uuid);
    }
  }

  #inTurn<T>(uuid: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(uuid) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(uuid, settled);
    void settled.then(() => {
      if (this.#turns.get(uuid) === settled) this.#turns.delete(uuid);
    });
    return turn;
  }
}

/** It was looked at when it came. */
const credentialIn = (ballot: string): string => (JSON.parse(ballot) as { readonly credential: string }).credential;
