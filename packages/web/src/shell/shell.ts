import { type Address, addressIn, followAddress, pathOf } from './address.ts';
import { pauseMs, type Reply } from './asking.ts';
import { loadFirstWords } from './first-words.ts';
import { type Handed, takeFragment } from './fragment.ts';
import { keepLanguage, preferredLanguage } from './language.ts';
import { takeOldPlaces } from './old-places.ts';
import { Outbox } from './outbox.ts';
import type { Person } from './person.ts';
import { Session } from './session.ts';
import { signIn } from './sign-in.ts';
import { openStorage, type Storage } from './storage.ts';
import { followVersion } from './version.ts';

export interface ShellState {
  readonly address: Address;
  /** A tag: `es`, `en`, or of a language that was added to the node. */
  readonly language: string;
  /** Everybody who is signed in on this phone, the last shown first. */
  readonly people: readonly Person[];
  /** Of the address that is open; null while nobody is signed in for it, or where none is needed. */
  readonly session: Session | null;
  /** The browser keeps nothing here: a page that is closed forgets what waits. */
  readonly lasting: boolean;
  /** A card is being tried: from the form, or from the code in the address. */
  readonly entering: 'no' | 'form' | 'code';
  /** Why the last card was not taken; with no problem the node could not be reached. */
  readonly refused: Exclude<Reply<unknown>, { kind: 'ok' }> | null;
  /** The door's code, from a scanned address: good for one press on "I am here". */
  readonly door: Handed | null;
}

/** The screen asks for its sitting first. */
const AFTER_MS = 1_000;

/** As much of the list of areas as decides who acts at an address. */
type Areas = Readonly<Record<string, { readonly of: string; readonly who?: string }>>;

/** The phone: who is signed in on it, where in the client one is, and in which language. */
export class Shell {
  readonly storage: Storage;
  readonly outbox: Outbox;
  readonly #areas: Areas;
  readonly #listeners = new Set<() => void>();
  readonly #sessions = new Map<string, Session>();
  #all: readonly Person[];
  #state: ShellState;
  #newVersion = false;
  /** Until the session that is shown has had its first answer, or has none to hope for. */
  #opening: Promise<void> = Promise.resolve();

  private constructor(areas: Areas, storage: Storage, people: readonly Person[]) {
    this.#areas = areas;
    this.storage = storage;
    this.#all = people;
    this.outbox = new Outbox(storage, (id) => this.#all.find((person) => person.id === id));
    this.#state = {
      address: addressIn(location.pathname),
      language: preferredLanguage(),
      people: signedIn(people),
      session: null,
      lasting: storage.lasting,
      entering: 'no',
      refused: null,
      door: null,
    };
  }

  static async open(areas: Areas): Promise<Shell> {
    const storage = await openStorage();
    await takeOldPlaces(storage).catch(() => undefined);
    const shell = new Shell(areas, storage, await storage.all('people'));
    await shell.outbox.start();
    followAddress((address) => {
      // Its address is there already: what is read anew is the page of the new version.
      if (shell.#renews) location.reload();
      else shell.#arrive(address);
    });
    // A second card, scanned while the page is open, changes only the fragment.
    addEventListener('hashchange', () => void shell.#take(takeFragment()));
    shell.#arrive(shell.state.address);
    // What is kept for the next time waits until this time's first answer is there: both come over one thin line.
    const first = shell.#take(takeFragment()).then(() => shell.#opening);
    const calm = first.then(() => new Promise((resolve) => setTimeout(resolve, AFTER_MS)));
    followVersion(() => {
      shell.#newVersion = true;
    }, calm);
    return shell;
  }

  get state(): ShellState {
    return this.#state;
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Is there an area of that name? */
  has(area: string): boolean {
    return area in this.#areas;
  }

  /** Opens an address of the client; without a body it is the member's own page. */
  go(address: Partial<Address>): void {
    const path = pathOf(address);
    // A page of an older version asks for files that may be gone: the way to another area is the calm moment to change.
    if (this.#renews) location.assign(path);
    else if (path !== location.pathname) history.pushState(null, '', path);
    this.#arrive(addressIn(path));
  }

  /**
   * Never while something waits to be sent: what the browser would not keep lives in this page alone, and without a network the new
   * version cannot load the areas that the old one has.
   */
  get #renews(): boolean {
    return this.#newVersion && !this.outbox.waits;
  }

  /** Its words come first; without a network, and never loaded here, the language stays as it is. */
  async speak(language: string): Promise<void> {
    await loadFirstWords(language);
    keepLanguage(language);
    this.#set({ language });
  }

  /** Shows that person from now on. */
  async show(person: Person): Promise<void> {
    await this.#keep({ ...person, shown: Date.now() });
    this.go({});
  }

  /**
   * With a card or a slip, as words or as the text of its code. Tried again by itself while the node cannot be reached and nothing
   * else was begun: whoever has scanned a code has nothing to press.
   */
  async signIn(body: string, card: string, by: 'form' | 'code' = 'form'): Promise<void> {
    this.#set({ entering: by, refused: null });
    let found = await signIn(this.storage, body, card);
    while (found.kind === 'unreachable') {
      this.#refuse(body, found);
      await new Promise((resolve) => setTimeout(resolve, pauseMs()));
      if (this.#state.refused !== found) return;
      found = await signIn(this.storage, body, card);
    }
    if (found.kind === 'ok') {
      const { person, me } = found.value;
      await this.#dropGone(person);
      await this.#keep({ ...person, shown: Date.now() });
      if (me !== null) this.#sessionOf(person.id, person.body, person).told(me);
      this.#set({ entering: 'no' });
      const { area } = this.#state.address;
      if (area === 'sign-in') this.go({});
      else this.#arrive(this.#state.address);
    } else this.#refuse(body, found);
  }

  #refuse(body: string, refused: ShellState['refused']): void {
    if (this.#state.session !== null && this.#state.address.area !== 'sign-in') this.go({ area: 'sign-in', body });
    this.#set({ entering: 'no', refused });
  }

  /** Leaves this phone: what it keeps of that person is erased, and of nobody else. */
  async signOut(person: Person): Promise<void> {
    await this.#erase(person);
    this.#set({ people: signedIn(this.#all), refused: null });
    this.go({});
  }

  /** The door's code was used, or is too old. */
  forgetDoor(): void {
    this.#set({ door: null });
  }

  /** Whose session ended because this new card was issued: nothing of it is of use any more. */
  async #dropGone({ id, body }: Person): Promise<void> {
    for (const person of this.#all)
      if (person.body === body && person.id !== id && this.#sessions.get(person.id)?.state.gone === true)
        await this.#erase(person);
  }

  async #erase(person: Person): Promise<void> {
    this.#sessions.get(person.id)?.close();
    this.#sessions.delete(person.id);
    this.#all = this.#all.filter(({ id }) => id !== person.id);
    await this.outbox.forget(person.id);
    for (const { person: whose, path } of await this.storage.all('known'))
      if (whose === person.id) await this.storage.delete('known', [whose, path]);
    for (const { person: whose, vote } of await this.storage.all('pressed'))
      if (whose === person.id) await this.storage.delete('pressed', [whose, vote]);
    await this.storage.delete('keys', person.id);
    await this.storage.delete('people', person.id);
  }

  async #take(handed: Handed | null): Promise<void> {
    if (handed === null) return;
    if (handed.card !== null && handed.body !== null) {
      const { body, card } = handed;
      await this.signIn(body, card, 'code');
    }
    if (handed.door === null) return;
    const [person] = this.#state.people.filter(({ body }) => handed.body === null || body === handed.body);
    if (person !== undefined && this.#state.session?.person?.id !== person.id) await this.show(person);
    this.#set({ door: handed });
  }

  #arrive(address: Address): void {
    const session = this.#sessionAt(address);
    const before = this.#state.session;
    if (session !== before) {
      before?.close();
      if (before?.person === null) this.#sessions.delete(anonymous(before.body));
    }
    this.#set({ address, session, refused: null });
    if (session !== null && session !== before) this.#opening = session.open();
  }

  /** Who acts at that address: the last shown of those who are signed in there. */
  #sessionAt({ area, body }: Address): Session | null {
    if (area === 'sign-in') return null;
    const here = this.#state.people.filter((person) => body === null || person.body === body);
    const [person] = here;
    if (person !== undefined) return this.#sessionOf(person.id, person.body, person);
    const wanted = this.#areas[area];
    if (body === null || wanted?.of !== 'sitting' || wanted.who !== 'anyone') return null;
    return this.#sessionOf(anonymous(body), body, null);
  }

  #sessionOf(id: string, body: string, person: Person | null): Session {
    const { storage, outbox } = this;
    const learn = (whose: Person, learned: Partial<Pick<Person, 'title'>>): void => {
      const known = this.#all.find((one) => one.id === whose.id);
      if (known !== undefined) void this.#keep({ ...known, ...learned });
    };
    const known = this.#sessions.get(id) ?? new Session(body, person, { storage, outbox, learn });
    this.#sessions.set(id, known);
    return known;
  }

  async #keep(person: Person): Promise<void> {
    this.#all = [...this.#all.filter(({ id }) => id !== person.id), person];
    this.#set({ people: signedIn(this.#all) });
    await this.storage.put('people', person).catch(() => undefined);
  }

  #set(change: Partial<ShellState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

const anonymous = (body: string): string => `anyone ${body}`;

const signedIn = (people: readonly Person[]): readonly Person[] =>
  people.filter((person) => person.signedIn).sort((a, b) => b.shown - a.shown);
