import type {
  BallotFileEntry,
  BlockEntry,
  BodyState,
  CardEntry,
  Channel,
  DemandEntry,
  FloorEntry,
  PetitionEntry,
  PresenceEntry,
  StockEntry,
  Time,
  UrnEntry,
  VaultRecord,
} from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { readBallotFiles } from '../store/vault/ballot-files.ts';
import { type BallotKey, findBallots, readBallots, type SaltedBallot } from '../store/vault/ballots.ts';
import { hasDisclosure } from '../store/vault/disclosures.ts';
import { readFloor } from '../store/vault/floor.ts';
import {
  readAttendance,
  readBlockCounts,
  readCardCounts,
  readDemand,
  readPetitionCounts,
  readPresenceCounts,
  readSignatures,
  readStockCounts,
  readUrnCounts,
  sittingsWithNames,
} from '../store/vault/hall.ts';
import { type EnrolledMember, findMembers, readRoll } from '../store/vault/people.ts';
import type { AttendanceCache, CheckedIn, Here } from './attendance-cache.ts';

/**
 * One book's part of the vault as its writer sees it: the rows on disk with those of the batch at hand on top. Nothing has
 * to be written before it can be seen, so a batch goes to the database in one piece at its end.
 */
export class VaultView {
  readonly #store: Store;
  readonly #origin: string;
  readonly #kept: AttendanceCache;
  /** Lists as read once for this batch, with the batch's own rows added. */
  readonly #lists = new Map<string, Promise<unknown[]>>();
  readonly #ballots = new Map<string, SaltedBallot | null>();
  readonly #members = new Map<string, EnrolledMember | null>();
  readonly #erased = new Map<string, boolean>();

  constructor(store: Store, origin: string, kept: AttendanceCache) {
    this.#store = store;
    this.#origin = origin;
    this.#kept = kept;
  }

  roll(): Promise<EnrolledMember[]> {
    return this.#list('roll', () => readRoll(this.#store, this.#origin));
  }

  /** One person of the roll, who may be one of thousands. */
  async member(name: string): Promise<EnrolledMember | null> {
    await this.foreseeMembers([name]);
    return this.#members.get(name) ?? null;
  }

  /** As `foresee`, of people. */
  async foreseeMembers(names: readonly string[]): Promise<void> {
    const missing = [...new Set(names)].filter((name) => !this.#members.has(name));
    if (missing.length === 0) return;
    for (const name of missing) this.#members.set(name, null);
    for (const found of await findMembers(this.#store, this.#origin, missing)) this.#members.set(found.member, found);
  }

  presenceCounts(sitting: number): Promise<PresenceEntry[]> {
    return this.#list(`presence ${sitting}`, () => readPresenceCounts(this.#store, this.#origin, sitting));
  }

  blockCounts(vote: number): Promise<BlockEntry[]> {
    return this.#list(`blocks ${vote}`, () => readBlockCounts(this.#store, this.#origin, vote));
  }

  cardCounts(vote: number): Promise<CardEntry[]> {
    return this.#list(`cards ${vote}`, () => readCardCounts(this.#store, this.#origin, vote));
  }

  stockCounts(site: number, item: number): Promise<StockEntry[]> {
    return this.#list(`stock ${site} ${item}`, () => readStockCounts(this.#store, this.#origin, { site, item }));
  }

  petitionCounts(petition: number): Promise<PetitionEntry[]> {
    return this.#list(`petition ${petition}`, () => readPetitionCounts(this.#store, this.#origin, petition));
  }

  urnCounts(vote: number): Promise<UrnEntry[]> {
    return this.#list(`urn ${vote}`, () => readUrnCounts(this.#store, this.#origin, vote));
  }

  ballotFiles(vote: number): Promise<BallotFileEntry[]> {
    return this.#list(`papers ${vote}`, () => readBallotFiles(this.#store, this.#origin, vote));
  }

  ballots(vote: number): Promise<SaltedBallot[]> {
    return this.#list(`ballots ${vote}`, () => readBallots(this.#store, this.#origin, vote));
  }

  floor(sitting: number): Promise<FloorEntry[]> {
    return this.#list(`floor ${sitting}`, () => readFloor(this.#store, this.#origin, sitting));
  }

  signatures(index: number): Promise<{ office: string; key: string; signature: string }[]> {
    return this.#list(`signatures ${index}`, () => readSignatures(this.#store, this.#origin, index));
  }

  demand(demand: string, since: number): Promise<DemandEntry[]> {
    return this.#list(`demand ${demand} ${since}`, () => readDemand(this.#store, this.#origin, demand, since));
  }

  async attendance(sitting: number, asOf: number, channel?: Channel): Promise<readonly string[]> {
    return (await this.#kept.of(sitting, () => this.#readAttendance(sitting))).asOf(asOf, channel);
  }

  async checkedIn(sitting: number, holder: string): Promise<Here | undefined> {
    return (await this.#kept.of(sitting, () => this.#readAttendance(sitting))).here(holder);
  }

  /** Sittings whose named attendance is to be deleted: its time is over, and somebody is still named. */
  async attendanceDue(state: BodyState, at: Time): Promise<readonly number[]> {
    const due = this.#kept.due.at(state, at);
    if (due.length === 0) return [];
    const named = new Set(await sittingsWithNames(this.#store, this.#origin, due));
    for (const sitting of due) if (!named.has(sitting)) this.#kept.due.setEmpty(sitting);
    return due.filter((sitting) => named.has(sitting));
  }

  #readAttendance(sitting: number): Promise<CheckedIn[]> {
    return readAttendance(this.#store, this.#origin, sitting);
  }

  /** Those ballots that are asked for at the start of a batch, in one query. */
  async foresee(keys: readonly BallotKey[]): Promise<void> {
    const missing = keys.filter((key) => !this.#ballots.has(ballotName(key)));
    if (missing.length === 0) return;
    for (const key of missing) this.#ballots.set(ballotName(key), null);
    for (const { ballot, ...key } of await findBallots(this.#store, this.#origin, missing)) {
      this.#ballots.set(ballotName(key), ballot);
    }
  }

  async ownBallot(key: BallotKey): Promise<SaltedBallot | null> {
    await this.foresee([key]);
    return this.#ballots.get(ballotName(key)) ?? null;
  }

  async disclosed(index: number, slot: string): Promise<boolean> {
    const known = this.#erased.get(`${index}/${slot}`);
    return known ?? hasDisclosure(this.#store, this.#origin, index, slot);
  }

  /** A slot that the batch fills or empties. */
  setDisclosed(index: number, slot: string, present: boolean): void {
    this.#erased.set(`${index}/${slot}`, present);
  }

  /** Adds what a command of the batch has written. `size` is how long the book was then. */
  async add(record: VaultRecord, at: Time, size: number, salt: string): Promise<void> {
    switch (record.record) {
      case 'member': {
        const enrolled = { member: record.member, enrolledAt: at, household: record.household ?? null };
        this.#members.set(record.member, enrolled);
        return this.#add('roll', enrolled);
      }
      case 'presence-count':
        return this.#add(`presence ${record.sitting}`, presenceEntry(record));
      case 'block-count':
        return this.#add(`blocks ${record.vote}`, blockEntry(record));
      case 'card-count': {
        const { record: _, vote, ...entry } = record;
        return this.#add(`cards ${vote}`, entry);
      }
      case 'urn-count': {
        const { record: _, vote, ...entry } = record;
        return this.#add(`urn ${vote}`, entry);
      }
      case 'ballot-file': {
        const { record: _, vote, ...entry } = record;
        return this.#add(`papers ${vote}`, entry);
      }
      case 'stock-count': {
        const { record: _, site, item, ...entry } = record;
        return this.#add(`stock ${site} ${item}`, entry);
      }
      case 'petition-count': {
        const { record: _, petition, ...entry } = record;
        return this.#add(`petition ${petition}`, entry);
      }
      case 'ballot': {
        const { record: _, vote, ...ballot } = record;
        this.#ballots.set(ballotName({ vote, voter: ballot.voter, holder: ballot.holder }), { ...ballot, salt });
        return this.#add(`ballots ${vote}`, { ...ballot, salt });
      }
      case 'signature': {
        const { office, key, signature } = record;
        return this.#add(`signatures ${record.index}`, { office, key, signature });
      }
      case 'attendance':
        return (await this.#kept.of(record.sitting, () => this.#readAttendance(record.sitting))).add({
          holder: record.holder,
          asOf: size,
          channel: record.channel,
        });
      case 'floor':
        return this.#add(`floor ${record.sitting}`, { ...record.entry, at });
      case 'demand':
        return this.#add(`demand ${record.demand} ${record.since}`, { holder: record.holder, at });
      // Nobody asks for what was reached: the next support counts from the act on.
      case 'demand-reached':
        return;
      case 'attendance-erased':
        return this.#kept.forget(record.sitting);
      case 'erasure':
        return this.setDisclosed(record.index, record.slot, false);
      case 'card':
      case 'slip':
      case 'slip-voided':
        return;
    }
  }

  #list<T>(name: string, read: () => Promise<T[]>): Promise<T[]> {
    const known = this.#lists.get(name) as Promise<T[]> | undefined;
    if (known !== undefined) return known;
    const reading = read().then((rows) => {
      const added = this.#added.get(name) as T[] | undefined;
      return added === undefined ? rows : [...rows, ...added];
    });
    this.#lists.set(name, reading);
    return reading;
  }

  readonly #added = new Map<string, unknown[]>();

  async #add(name: string, row: unknown): Promise<void> {
    const list = this.#lists.get(name);
    if (list !== undefined) (await list).push(row);
    else this.#added.set(name, [...(this.#added.get(name) ?? []), row]);
  }
}

type RecordOf<N extends VaultRecord['record']> = Extract<VaultRecord, { record: N }>;

const presenceEntry = ({ round, teller, present }: RecordOf<'presence-count'>): PresenceEntry => ({
  round,
  teller,
  present,
});

const blockEntry = ({ block, round, teller, yes, no, abstain, people }: RecordOf<'block-count'>): BlockEntry => ({
  block,
  round,
  teller,
  yes,
  no,
  abstain,
  ...(people === undefined ? {} : { people }),
});

const ballotName = ({ vote, voter, holder }: BallotKey): string => `${vote} ${voter} ${holder}`;
