// A book and its vault in memory: what a node keeps, as plainly as it can be written down.
import { createHash } from 'node:crypto';
import { canonicalText } from '../../src/canonical.ts';
import type { Act, Ballot, BodyState, Channel, DraftAct, FloorEntry, Time, VaultRecord } from '../../src/index.ts';
import { emptyState } from '../../src/index.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Stands for Ed25519: whoever knows the key can sign, and the check recomputes. Good enough for rules. */
export const fakeSignature = (key: string, over: string): string =>
  createHash('sha512').update(`${key}\n${over}`).digest('base64');

export interface StoredAct extends Act {
  readonly by: DraftAct['by'];
  readonly cites: NonNullable<DraftAct['cites']>;
  readonly leaf: string;
}

export class Vault {
  readonly members = new Map<string, { name: string; enrolledAt: Time; household: string | null }>();
  attendance: { sitting: number; holder: string; asOf: number; channel: Channel }[] = [];
  readonly presence: { sitting: number; round: number; teller: string; present: number }[] = [];
  readonly blocks: Extract<VaultRecord, { record: 'block-count' }>[] = [];
  readonly cardCounts: Extract<VaultRecord, { record: 'card-count' }>[] = [];
  readonly stockCounts: Extract<VaultRecord, { record: 'stock-count' }>[] = [];
  readonly petitions: Extract<VaultRecord, { record: 'petition-count' }>[] = [];
  readonly ballotFiles: Extract<VaultRecord, { record: 'ballot-file' }>[] = [];
  readonly urns: Extract<VaultRecord, { record: 'urn-count' }>[] = [];
  readonly ballots: (Ballot & { vote: number })[] = [];
  readonly signatures: { index: number; office: string; key: string; signature: string }[] = [];
  readonly disclosures = new Map<string, unknown>();
  readonly cards: VaultRecord[] = [];
  slips: Extract<VaultRecord, { record: 'slip' }>[] = [];
  /** What the node has proven of other books. */
  readonly forks: { origin: string; heads: readonly [string, string] }[] = [];
  /** What the node’s verifier of secret ballots would say: need → what it found. */
  readonly verified = new Map<string, unknown>();
  floors: { sitting: number; entry: FloorEntry }[] = [];
  demands: { demand: string; since: number; holder: string; at: Time }[] = [];

  write(record: VaultRecord, at: Time, size: number): void {
    switch (record.record) {
      case 'member':
        this.members.set(record.member, { name: record.name, enrolledAt: at, household: record.household ?? null });
        return;
      case 'card':
        this.cards.push(record);
        return;
      case 'attendance':
        this.attendance.push({ sitting: record.sitting, holder: record.holder, asOf: size, channel: record.channel });
        return;
      case 'slip':
        this.slips.push(record);
        return;
      case 'slip-voided':
        this.slips = this.slips.filter((one) => one.sitting !== record.sitting || one.number !== record.number);
        return;
      case 'presence-count':
        this.presence.push(record);
        return;
      case 'block-count':
        this.blocks.push(record);
        return;
      case 'card-count':
        this.cardCounts.push(record);
        return;
      case 'stock-count':
        this.stockCounts.push(record);
        return;
      case 'petition-count':
        this.petitions.push(record);
        return;
      case 'ballot-file':
        this.ballotFiles.push(record);
        return;
      case 'urn-count':
        this.urns.push(record);
        return;
      case 'ballot':
        this.ballots.push(record);
        return;
      case 'signature':
        this.signatures.push(record);
        return;
      case 'attendance-erased':
        this.attendance = this.attendance.filter(({ sitting }) => sitting !== record.sitting);
        this.floors = this.floors.filter(({ sitting }) => sitting !== record.sitting);
        return;
      case 'floor':
        this.floors.push({ sitting: record.sitting, entry: { ...record.entry, at } });
        return;
      case 'demand':
        this.demands.push({ demand: record.demand, since: record.since, holder: record.holder, at });
        return;
      case 'demand-reached':
        this.demands = this.demands.filter(({ demand, since }) => demand !== record.demand || since !== record.since);
        return;
      case 'erasure':
        this.disclosures.delete(`${record.index}/${record.slot}`);
    }
  }

  fork(): Vault {
    const copy = new Vault();
    for (const [member, row] of this.members) copy.members.set(member, row);
    for (const [slot, text] of this.disclosures) copy.disclosures.set(slot, text);
    copy.attendance.push(...this.attendance);
    copy.presence.push(...this.presence);
    copy.blocks.push(...this.blocks);
    copy.cardCounts.push(...this.cardCounts);
    copy.urns.push(...this.urns);
    copy.ballotFiles.push(...this.ballotFiles);
    copy.stockCounts.push(...this.stockCounts);
    copy.petitions.push(...this.petitions);
    copy.ballots.push(...this.ballots);
    copy.signatures.push(...this.signatures);
    copy.cards.push(...this.cards);
    copy.slips.push(...this.slips);
    copy.forks.push(...this.forks);
    copy.demands.push(...this.demands);
    copy.floors.push(...this.floors);
    for (const [need, found] of this.verified) copy.verified.set(need, found);
    return copy;
  }

  get rows(): number {
    const {
      members,
      disclosures,
      attendance,
      presence,
      blocks,
      cardCounts,
      urns,
      petitions,
      ballots,
      signatures,
      cards,
      demands,
    } = this;
    const lists = [
      attendance,
      presence,
      blocks,
      cardCounts,
      urns,
      this.ballotFiles,
      this.stockCounts,
      this.floors,
      petitions,
      ballots,
      signatures,
      cards,
      this.slips,
      demands,
    ];
    return members.size + disclosures.size + lists.reduce((sum, list) => sum + list.length, 0);
  }

  /** Everything in it, to see that a refusal has written nothing. */
  snapshot(): string {
    return canonicalText({ ...this, members: [...this.members], disclosures: [...this.disclosures] });
  }
}

export class Book {
  readonly origin: string;
  readonly key: string;
  readonly vault: Vault;
  readonly acts: StoredAct[] = [];
  /** Hash → content. */
  readonly attached = new Map<string, string>();
  state: BodyState;
  /** When other nodes first held a head that covers an act; by default at once. */
  receivedAt: (index: number) => Time = (index) => this.acts[index]?.at ?? '';

  constructor(origin: string, vault = new Vault()) {
    this.origin = origin;
    this.vault = vault;
    this.key = `${origin.replaceAll('/', '.')}+0badcafe+${sha256(origin)}`;
    this.state = emptyState(origin);
  }

  fork(): Book {
    const copy = new Book(this.origin, this.vault.fork());
    copy.acts.push(...this.acts);
    for (const [hash, content] of this.attached) copy.attached.set(hash, content);
    copy.state = this.state;
    return copy;
  }

  leafOf(index: number): string {
    const { act, at, data } = this.acts[index] ?? { act: 'none', at: '', data: null };
    return sha256(canonicalText({ act, at, data, book: this.origin, index }));
  }

  cite(index: number) {
    return { book: this.origin, index, leaf: this.leafOf(index), size: this.acts.length, root: sha256(this.origin) };
  }
}
