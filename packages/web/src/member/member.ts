import type { ActAnswer, Choice, Sentences, VoteAnswer } from '../answers.ts';
import { ask, pauseMs } from '../shell/asking.ts';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import type { Storage } from '../shell/storage.ts';
import type { ReceiptCheck } from './receipt-check.ts';

/** Why something was not possible, to be said beside the button that asked for it. */
export interface Trouble {
  readonly at: 'check-in' | 'vote';
  readonly code: string;
  readonly sentences: Sentences;
}

export interface Result {
  readonly vote: VoteAnswer;
  /** Undefined until it is worked out, which is tried until it can be; null where this phone cast no vote. */
  readonly check: ReceiptCheck | null | undefined;
}

export interface MemberState {
  readonly busy: Trouble['at'] | null;
  readonly trouble: Trouble | null;
  readonly pressed: Readonly<Record<number, Choice>>;
  /** The last vote that closed, until it was read. */
  readonly result: Result | null;
}

/** The last result that was read: it is not shown again. */
const READ = 'result-read';

/** What one member does on the own page: votes, checks in, reads results and checks the own receipt. */
export class Member {
  readonly session: Session;
  readonly #storage: Storage;
  readonly #listeners = new Set<() => void>();
  #state: MemberState = { busy: null, trouble: null, pressed: {}, result: null };
  #read = -1;
  #looking: 'no' | 'yes' | 'again' = 'no';
  #stop: (() => void) | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, storage: Storage) {
    this.session = session;
    this.#storage = storage;
  }

  get state(): MemberState {
    return this.#state;
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open(): Promise<void> {
    this.#stop = this.session.watch(() => void this.#look());
    const kept = await this.#storage.all('pressed');
    const mine = kept.filter(({ person }) => person === this.#person);
    this.#set({ pressed: Object.fromEntries(mine.map(({ vote, choice }) => [vote, choice as Choice])) });
    this.#read = Number((await this.#storage.get('known', [this.#person, READ]))?.value ?? -1);
    await this.#look();
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
    clearTimeout(this.#later);
  }

  async cast(vote: number, choice: Choice): Promise<void> {
    if (this.#state.busy === 'vote') return;
    this.#set({ busy: 'vote', trouble: null, pressed: { ...this.#state.pressed, [vote]: choice } });
    await this.#storage.put('pressed', { person: this.#person, vote, choice }).catch(() => undefined);
    this.#came('vote', await this.session.send('CastVote', { vote, choice }));
  }

  /** `door`: the code that stands at the door, where the statute wants people in the hall. */
  async checkIn(sitting: number, door: string | null): Promise<boolean> {
    if (this.#state.busy === 'check-in') return false;
    this.#set({ busy: 'check-in', trouble: null });
    const sent = await this.session.send('CheckIn', door === null ? { sitting } : { sitting, door });
    this.#came('check-in', sent);
    return sent.kind === 'done';
  }

  /** The result has been read. */
  dismiss(): void {
    const { result } = this.#state;
    if (result === null) return;
    this.#read = result.vote.vote;
    // It has been held against the receipt; a phone that is taken from somebody need not tell how its owner votes.
    void this.#storage.delete('pressed', [this.#person, this.#read]).catch(() => undefined);
    const known = { person: this.#person, path: READ, value: this.#read, at: Date.now() };
    void this.#storage.put('known', known).catch(() => undefined);
    this.#set({ result: null, trouble: null });
  }

  get #person(): string {
    return this.session.person?.id ?? '';
  }

  #came(at: Trouble['at'], sent: Sent): void {
    const trouble = sent.kind === 'refused' ? { at, ...sent.problem } : this.#state.trouble;
    this.#set({ busy: null, trouble });
  }

  /** What the session knows now may ask for more; changed meanwhile, once more afterwards. */
  async #look(): Promise<void> {
    if (this.#looking !== 'no') {
      this.#looking = 'again';
      return;
    }
    let isRead: boolean;
    do {
      this.#looking = 'yes';
      isRead = await this.#readResult();
    } while (this.#isAskedAgain());
    this.#looking = 'no';
    clearTimeout(this.#later);
    if (!isRead && this.#stop !== null) this.#later = setTimeout(() => void this.#look(), pauseMs());
  }

  #isAskedAgain(): boolean {
    return this.#looking === 'again';
  }

  /** The last vote that closed, of those that this member took part in. False: the network did not bring all of it. */
  async #readResult(): Promise<boolean> {
    const last = this.session.state.me?.votes.filter(({ closed }) => closed).at(-1)?.vote;
    if (last === undefined || last <= this.#read) return true;
    if (this.#state.result?.vote.vote !== last) {
      const reply = await this.session.ask<VoteAnswer>(`/votes/${last}`);
      if (reply.kind !== 'ok' || reply.value.open) return false;
      this.#set({ result: { vote: reply.value, check: undefined } });
    }
    const { result } = this.#state;
    if (result === null || result.check !== undefined) return true;
    const check = await this.#check(result.vote);
    if (this.#state.result === result) this.#set({ result: { ...result, check } });
    return check !== undefined;
  }

  /** Undefined: the network did not bring what it takes. */
  async #check({ receipt }: VoteAnswer): Promise<Result['check']> {
    if (receipt === undefined) return null;
    const { body } = this.session;
    const [closing, proof, checking] = await Promise.all([
      this.session.ask<ActAnswer>(`/acts/${receipt.closedBy}`),
      ask<string>(`/books/${encodeURIComponent(body)}/proof/${receipt.closedBy}.tlog-proof`, { text: true }),
      // What works it out is loaded by those who voted, once there is something to work out.
      import('./receipt.ts').catch(() => null),
    ]);
    if (closing.kind !== 'ok' || proof.kind !== 'ok' || checking === null) return;
    const pressed = this.#state.pressed[receipt.vote] ?? null;
    return checking.checkReceipt({ body, receipt, pressed, closing: closing.value, proof: proof.value });
  }

  #set(change: Partial<MemberState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
