import { needText } from '@cabildo/core';
import type { Done } from '../../answers.ts';
import { ask, bodyPath, pauseMs } from '../../shell/asking.ts';
import type { SignedByOfficer } from '../known/officer-keys.ts';
import { handOf, nowText } from './agreed.ts';
import { versionsOf } from './disputed.ts';
import { makeHandKey, prepareToSign, signText } from './hand-key.ts';
import { allKept, change } from './kept.ts';
import { missedBetween } from './missed.ts';
import { nothing, type PhoneState } from './phone-state.ts';
import { settledIn } from './settled.ts';
import { sendingOf, toSend } from './to-send.ts';
import type { Draft, HandOverList, NeedAsked, Sending, Signed, Standing } from './types.ts';

/** Between two looks at the node while the page is open: the other phone may have brought what this one waits for. */
const PAUSE_MS = 4_000;

/** What this phone has of one committee's hand-overs: keys, texts, and what is on its way. No person is signed in for it. */
export class OnPhone {
  readonly body: string;
  readonly #listeners = new Set<() => void>();
  #state: PhoneState = nothing;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(body: string) {
    this.body = body;
  }

  get state(): PhoneState {
    return this.#state;
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open(): Promise<void> {
    await this.#read().catch(() => undefined);
    await this.#round();
    await prepareToSign(this.#state.keys);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** Sends what waits and asks how things stand, now. */
  wake = (): void => {
    clearTimeout(this.#timer);
    void this.#round();
  };

  async makeKey(): Promise<void> {
    await this.#done(async () => {
      await makeHandKey(this.body);
      await this.#read();
    });
  }

  /** The hand of this phone for that place, with its signature over the text; null where it has none, which the state then says. */
  async sign(place: number, text: string): Promise<Signed | null> {
    const found = await this.#signed(place, text).catch(() => null);
    this.#set({ trouble: found === null ? 'sign' : null });
    return found;
  }

  async #signed(place: number, text: string): Promise<Signed | null> {
    const { keys, book } = this.#state;
    if (book === null) return null;
    for (const key of keys) {
      const hand = handOf(book, key.publicKey, nowText());
      if (hand?.of === place) return { hand: hand.hand, signature: await signText(key, text) };
    }
    return null;
  }

  /** A text with what it has of signatures; on its way at once where both are there. False: it is not kept, and nothing of it counts. */
  async keep(draft: Draft): Promise<boolean> {
    const both = draft.giver !== null && draft.receiver !== null;
    const sending = both ? sendingOf(draft, this.#state.sendings) : null;
    const isKept = await this.#changed(({ put }) => {
      put('drafts', draft);
      if (sending !== null) put('sendings', sending);
    });
    if (isKept && both) this.wake();
    return isKept;
  }

  /** With the giver's signature alone: provisional until the other side signs. */
  async sendAlone(draft: Draft): Promise<boolean> {
    const isKept = await this.#changed((all) => {
      all.put('sendings', sendingOf(draft, this.#state.sendings));
      all.delete('drafts', draft.key);
    });
    if (isKept) this.wake();
    return isKept;
  }

  /** With the receiver's own hand, or with the key of an officer of the site's assembly. */
  async confirm(
    standing: Standing,
    by: ({ readonly kind: 'hand' } & Signed) | ({ readonly kind: 'officer' } & SignedByOfficer),
  ): Promise<void> {
    const { handOver, from, to, lines } = standing;
    const input = { handOver, by };
    const sending = this.#toSend({ command: 'ConfirmHandOver', input, from, to, lines });
    if (await this.#changed(({ put }) => put('sendings', sending))) this.wake();
  }

  /** What a site says itself that it needs; false where nothing of it is signed or kept. */
  async declare(need: Omit<NeedAsked, 'need'>): Promise<boolean> {
    const text = needText(this.#state.book?.registers.origin ?? '', need);
    const signed = await this.sign(need.site, text);
    if (signed === null) return false;
    const sending = this.#toSend({
      command: 'DeclareNeed',
      input: { ...need, signed },
      from: need.site,
      to: need.site,
      lines: [],
    });
    const isKept = await this.#changed(({ put }) => put('sendings', sending));
    if (isKept) this.wake();
    return isKept;
  }

  /** For the site's assembly, with the key of an officer of it. */
  async countersign({ need, site }: NeedAsked, officer: SignedByOfficer): Promise<void> {
    const sending = this.#toSend({
      command: 'CountersignNeed',
      input: { need, officer },
      from: site,
      to: site,
      lines: [],
    });
    await change(({ put }) => put('sendings', sending));
    await this.#read();
    this.wake();
  }

  async dropDraft(key: string): Promise<void> {
    await this.#changed((all) => all.delete('drafts', key));
  }

  /** A refusal was read. */
  async dropSending(key: string): Promise<void> {
    await this.#changed((all) => all.delete('sendings', key));
  }

  /** Kept and read back; false where this phone keeps nothing, which the state then says. */
  #changed(work: Parameters<typeof change>[0]): Promise<boolean> {
    return this.#done(async () => {
      await change(work);
      await this.#read();
    });
  }

  async #done(work: () => Promise<void>): Promise<boolean> {
    const isDone = await work().then(
      () => true,
      () => false,
    );
    this.#set({ trouble: isDone ? null : 'keep' });
    return isDone;
  }

  #toSend(what: Pick<Sending, 'command' | 'input' | 'from' | 'to' | 'lines'>): Sending {
    return toSend({ ...what, body: this.body }, this.#state.sendings);
  }

  async #round(): Promise<void> {
    if (this.#running || this.#closed) return;
    this.#running = true;
    clearTimeout(this.#timer);
    // What fails once is tried again in the next round: nothing that was signed stays behind.
    await this.#send()
      .then(() => this.#hear())
      .catch(() => this.#set({ trouble: 'keep' }));
    this.#running = false;
    if (!this.#closed) this.#timer = setTimeout(() => void this.#round(), Math.max(PAUSE_MS, pauseMs()));
  }

  /** In the order in which they were made; one that waits for the network keeps the next ones behind it. */
  async #send(): Promise<void> {
    for (const sending of this.#state.sendings.filter(({ refused }) => refused === null)) {
      const { command, input, key } = sending;
      const reply = await ask<Done>(`${bodyPath(this.body)}/commands/${command}`, { body: input, key });
      if (reply.kind === 'unreachable') return;
      await change((all) => {
        if (reply.kind === 'ok') all.delete('sendings', key);
        else all.put('sendings', { ...sending, refused: reply.problem });
      });
      await this.#read();
    }
  }

  async #hear(): Promise<void> {
    const reply = await this.#asked('');
    const unknown = reply.kind === 'problem';
    if (reply.kind !== 'ok') return this.#set({ reachable: unknown, unknown });
    const { handOvers: last, ...registers } = reply.value;
    const before = await this.#before(reply.value);
    if (before === null) return this.#set({ reachable: false });
    const handOvers = [...before, ...last];
    const versions = await versionsOf(this.body, handOvers, this.#state.book?.versions ?? []);
    const book = { body: this.body, at: Date.now(), registers, handOvers, versions };
    const { done, due, overtaken } = await settledIn(book, this.#state.drafts);
    await change((all) => {
      all.put('books', book);
      for (const draft of [...done, ...due]) all.delete('drafts', draft.key);
      for (const draft of due) all.put('sendings', sendingOf(draft, this.#state.sendings));
      for (const draft of overtaken.filter(this.#isKept)) all.put('drafts', draft);
    });
    this.#set({ reachable: true, unknown: false });
    await this.#read();
    if (due.length > 0) await this.#send();
  }

  /** Nobody has written it anew meanwhile. */
  #isKept = ({ key, changedAt }: Draft): boolean =>
    this.#state.drafts.some((one) => one.key === key && one.changedAt === changedAt);

  #asked(query: string) {
    return ask<HandOverList>(`${bodyPath(this.body)}/hand-overs.json${query}`);
  }

  /** While this phone was away more may have been recorded than are listed, and its own texts among them. */
  async #before({ handOvers: [first], earlier }: HandOverList): Promise<readonly Standing[] | null> {
    const { book, drafts } = this.#state;
    if (earlier !== true || first === undefined || book === null || drafts.length === 0) return [];
    const page = async (after: number) => {
      const reply = await this.#asked(`?after=${after}`);
      return reply.kind === 'ok' ? reply.value.handOvers : null;
    };
    return missedBetween(page, { since: Math.max(0, (book.registers.head?.size ?? 0) - 1), first: first.handOver });
  }

  async #read(): Promise<void> {
    const [keys, books, drafts, sendings] = await Promise.all([
      allKept('hands'),
      allKept('books'),
      allKept('drafts'),
      allKept('sendings'),
    ]);
    const mine = <T extends { readonly body: string }>(all: readonly T[]) =>
      all.filter(({ body }) => body === this.body);
    this.#set({
      keys: mine(keys),
      book: mine(books)[0] ?? null,
      drafts: [...mine(drafts)].sort((a, b) => a.changedAt - b.changedAt),
      sendings: [...mine(sendings)].sort((a, b) => a.order - b.order),
    });
  }

  #set(change: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
