import type { ActAnswer, BodySummary, Choice, Me, VoteAnswer } from './answers.ts';
import { ask, bodyPath, type Reply, type Request, randomText } from './api.ts';
import { type Following, follow } from './follow.ts';
import { nothing, type PhoneState, troubleOf, withoutVote } from './phone-state.ts';
import { keepPlace, leavePlace, type Place, placeIn, signedInBodies, type Unsent } from './places.ts';
import { checkReceipt, type ReceiptCheck } from './receipt.ts';

const FIRST_RETRY_MS = 1_500;
const LAST_RETRY_MS = 12_000;

/** What this phone knows and does in one body. Screens only show its state. */
export class Phone {
  #state: PhoneState = nothing;
  #place: Place | null = null;
  #listener: (state: PhoneState) => void = () => undefined;
  #following: Following | null = null;
  #refreshing: 'no' | 'yes' | 'again' = 'no';
  #sending = false;
  #retry: number | undefined;
  #retryMs = FIRST_RETRY_MS;
  #done = new Set<number>();

  get state(): PhoneState {
    return this.#state;
  }

  listen(listener: (state: PhoneState) => void): void {
    this.#listener = listener;
  }

  async start(card: { readonly body: string | null; readonly card: string } | null): Promise<void> {
    addEventListener('online', () => this.retry());
    const [last] = signedInBodies();
    if (card !== null && card.body !== null) return this.signIn(card.body, card.card);
    if (card === null && last !== undefined) return this.enter(last.body);
    return this.choose();
  }

  /** Shows the sign-in form. */
  async choose(): Promise<void> {
    this.#leaveScreen();
    this.#set({ ...nothing, busy: 'loading' });
    const reply = await ask<{ bodies: readonly BodySummary[] }>('/api/bodies');
    const bodies = reply.kind === 'ok' ? reply.value.bodies.filter(({ remote }) => !remote) : [];
    this.#set({ bodies, busy: null, reachable: reply.kind !== 'unreachable' });
  }

  /** The phone's own token goes along with the card: sent again, after an answer that was lost, it is the same sign-in. */
  async signIn(body: string, card: string): Promise<void> {
    const place = placeIn(body);
    keepPlace(body, place);
    this.#set({ body, busy: 'sign-in', trouble: null });
    const reply = await ask<{ origin: string }>('/api/sign-in', { body: { body, card, token: place.token } });
    if (reply.kind === 'ok') {
      keepPlace(body, { ...placeIn(body), signedIn: true });
      return this.enter(body);
    }
    if (place.signedIn) return this.enter(body, reply);
    if (this.#state.bodies === null) await this.choose();
    this.#set({ body, busy: null, trouble: troubleOf('sign-in', reply), reachable: reply.kind !== 'unreachable' });
  }

  async enter(body: string, refused?: Reply<unknown>): Promise<void> {
    this.#leaveScreen();
    this.#place = placeIn(body);
    const { title, unsent, pressed } = this.#place;
    this.#set({ ...nothing, body, title, unsent, pressed, busy: 'loading' });
    await this.refresh();
    this.#set({ busy: null, ...(refused === undefined ? {} : { trouble: troubleOf('sign-in', refused) }) });
    const size = this.#state.me?.size;
    if (size !== undefined) this.#follow(body, size);
    else if (!this.#state.gone) this.#tryAgain(() => this.enter(body));
    if (unsent !== null) await this.retry();
  }

  /** Asks where things stand; asked again meanwhile, once more afterwards. */
  async refresh(): Promise<void> {
    if (this.#refreshing !== 'no') {
      this.#refreshing = 'again';
      return;
    }
    do {
      this.#refreshing = 'yes';
      await this.#look();
    } while (this.#isAskedAgain());
    this.#refreshing = 'no';
  }

  async checkIn(sitting: number): Promise<void> {
    this.#set({ busy: 'check-in', trouble: null });
    const reply = await this.#command('CheckIn', { sitting }, `check-in-${sitting}-${randomText(8)}`);
    if (reply.kind === 'ok') await this.refresh();
    this.#set({ busy: null, trouble: reply.kind === 'ok' ? null : troubleOf('check-in', reply) });
  }

  /** Kept on the phone before it is sent, under a key of its own: it arrives once, or is known not to have arrived. */
  async cast(vote: number, choice: Choice): Promise<void> {
    const pressed = { ...this.#state.pressed, [vote]: choice };
    const unsent = { vote, choice, key: randomText(16) };
    this.#keep({ unsent, pressed });
    this.#set({ pressed, trouble: null, busy: 'vote' });
    await this.#send(unsent);
  }

  async retry(): Promise<void> {
    const { unsent } = this.#state;
    if (unsent !== null && this.#place !== null) await this.#send(unsent);
  }

  /** Asks the node something about this body, as this person. */
  ask<T>(path: string, request: Omit<Request, 'token'> = {}): Promise<Reply<T>> {
    return ask(bodyPath(this.#state.body ?? '') + path, { ...request, token: this.#place?.token ?? '' });
  }

  showSeals(sealing: boolean): void {
    this.#set({ sealing });
  }

  /** The result has been read. */
  dismiss(): void {
    const { result } = this.#state;
    if (result !== null) this.#done.add(result.vote.vote);
    this.#set({ result: null, trouble: null });
  }

  async leave(): Promise<void> {
    const { body } = this.#state;
    if (body !== null) leavePlace(body);
    await this.choose();
  }

  async #send(unsent: Unsent): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#retry);
    const { vote, choice, key } = unsent;
    const reply = await this.#command('CastVote', { vote, choice }, key);
    this.#sending = false;
    if (reply.kind === 'unreachable') {
      this.#set({ unsent, busy: null, reachable: false });
      this.#tryAgain(() => this.retry());
      return;
    }
    this.#retryMs = FIRST_RETRY_MS;
    this.#keep({ unsent: null });
    if (reply.kind === 'problem') {
      const pressed = withoutVote(this.#state.pressed, vote);
      this.#keep({ pressed });
      this.#set({ unsent: null, pressed, trouble: troubleOf(this.#state.unsent === null ? 'vote' : 'unsent', reply) });
    }
    await this.refresh();
    this.#set({ unsent: null, busy: null });
  }

  async #look(): Promise<void> {
    const { body } = this.#state;
    const place = this.#place;
    if (body === null || place === null) return;
    const reply = await ask<Me>(`${bodyPath(body)}/me`, { token: place.token });
    if (reply.kind === 'unreachable') return this.#set({ reachable: false });
    if (reply.kind === 'problem') {
      if (reply.problem.status === 401) this.#set({ gone: true, me: null });
      return;
    }
    const me = reply.value;
    if (place.title !== me.title) this.#keep({ title: me.title });
    await this.#readMotion(body, me);
    this.#set({ me, title: me.title, reachable: true });
    await this.#readResult(body, place.token, me);
  }

  async #readMotion(body: string, { openVotes }: Me): Promise<void> {
    const index = openVotes.at(-1)?.motion;
    if (index === undefined || this.#state.motion?.index === index) return;
    const reply = await ask<ActAnswer>(`${bodyPath(body)}/acts/${index}`);
    const text = reply.kind === 'ok' ? reply.value.disclosures.text : null;
    if (reply.kind !== 'unreachable') this.#set({ motion: { index, text: typeof text === 'string' ? text : null } });
  }

  /** The last vote that closed, of those that this phone took part in or saw open. */
  async #readResult(body: string, token: string, me: Me): Promise<void> {
    const last = me.votes.filter(({ closed }) => closed).at(-1)?.vote;
    if (last === undefined || this.#done.has(last) || this.#state.result?.vote.vote === last) return;
    const reply = await ask<VoteAnswer>(`${bodyPath(body)}/votes/${last}`, { token });
    if (reply.kind !== 'ok' || reply.value.open) return;
    this.#set({ result: { vote: reply.value, check: undefined } });
    const check = await this.#check(body, reply.value);
    if (this.#state.result?.vote.vote === last) this.#set({ result: { vote: reply.value, check } });
  }

  async #check(body: string, { receipt }: VoteAnswer): Promise<ReceiptCheck | null> {
    if (receipt === undefined) return null;
    const [closing, proof] = await Promise.all([
      ask<ActAnswer>(`${bodyPath(body)}/acts/${receipt.closedBy}`),
      ask<string>(`/books/${encodeURIComponent(body)}/proof/${receipt.closedBy}.tlog-proof`),
    ]);
    if (closing.kind !== 'ok' || proof.kind !== 'ok') return null;
    const pressed = this.#state.pressed[receipt.vote] ?? null;
    return checkReceipt({ body, receipt, pressed, closing: closing.value, proof: proof.value });
  }

  #command(name: string, input: unknown, key: string): Promise<Reply<unknown>> {
    return this.ask(`/commands/${name}`, { body: input, key });
  }

  #follow(body: string, size: number): void {
    this.#following?.stop();
    this.#following = follow(bodyPath(body), size, () => {
      void this.refresh();
      if (this.#state.unsent !== null) void this.retry();
    });
  }

  #tryAgain(work: () => Promise<void>): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void work(), this.#retryMs + Math.random() * 500);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  #leaveScreen(): void {
    this.#following?.stop();
    this.#following = null;
    this.#place = null;
    clearTimeout(this.#retry);
  }

  #isAskedAgain(): boolean {
    return this.#refreshing === 'again';
  }

  #keep(change: Partial<Place>): void {
    const { body } = this.#state;
    if (body === null || this.#place === null) return;
    this.#place = { ...this.#place, ...change };
    keepPlace(body, this.#place);
  }

  #set(change: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listener(this.#state);
  }
}
