// A federation in memory: several books on one table, a clock that only the test moves, and commands played
// against needs, decide and evolve exactly as a node does it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  type Accepted,
  type ActData,
  type ActName,
  type Actor,
  actEntry,
  type Command,
  type CommandName,
  commandEntry,
  countedBallots,
  type Decision,
  decide,
  evolve,
  type InputFor,
  later,
  needs,
  objectSchema,
  plusDays,
  plusHours,
  plusMinutes,
  type Refusal,
  type RefusalCode,
  type Time,
} from '../../src/index.ts';
import { Book, fakeSignature, type StoredAct, sha256 } from './book.ts';
import { doorCode, findingsFor, sealedText } from './evidence.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

function assertValid(kind: 'act' | 'command', name: string, value: unknown): void {
  const fields = kind === 'act' ? actEntry(name)?.data : commandEntry(name)?.input;
  assert.ok(fields, `${name} is not in the catalogue`);
  const key = `${kind} ${name}`;
  const validate = compiled.get(key) ?? ajv.compile(objectSchema(fields));
  compiled.set(key, validate);
  assert.ok(validate(value), `${key}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
}

export interface Done {
  readonly acts: readonly StoredAct[];
  readonly records: Accepted['records'];
  readonly answer: Accepted['answer'];
}

export const indexOf = (done: Done, act: ActName): number => {
  const found = done.acts.find((candidate) => candidate.act === act);
  assert.ok(found, `no ${act} among ${done.acts.map((one) => one.act).join(', ')}`);
  return found.index;
};

export const dataOf = <N extends ActName>(done: Done, act: N): ActData<N> => {
  const found = done.acts.find((candidate) => candidate.act === act);
  assert.ok(found, `no ${act} among ${done.acts.map((one) => one.act).join(', ')}`);
  return found.data as ActData<N>;
};

export const deviceKey = (name: string): string => sha256(`device of ${name}`);

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random-looking member identifier, the same in every run. */
export const memberId = (name: string): string => {
  const bytes = createHash('sha256').update(`member ${name}`).digest().subarray(0, 16);
  return `m-${[...bytes].map((byte) => letters[byte % letters.length]).join('')}`;
};

export const asMember = (member: string): Actor => ({ kind: 'member', member });
export const asSeat = (below: string, seat: number, holder: string): Actor => ({ kind: 'seat', below, seat, holder });
export const asSlip = (sitting: number, number: number): Actor => ({ kind: 'slip', sitting, number });
export const operator: Actor = { kind: 'operator' };
export const anyone: Actor = { kind: 'anyone' };

export class Federation {
  now: Time = '2005-06-01T12:00:00Z';
  readonly books = new Map<string, Book>();
  readonly refusals = new Set<RefusalCode>();
  accepted = 0;
  #fresh = 0;

  book(origin: string): Book {
    const known = this.books.get(origin);
    if (known !== undefined) return known;
    const made = new Book(origin);
    this.books.set(origin, made);
    return made;
  }

  /** The same world, to be taken elsewhere. */
  fork(): Federation {
    const copy = new Federation();
    copy.now = this.now;
    copy.#fresh = this.#fresh;
    for (const [origin, book] of this.books) copy.books.set(origin, book.fork());
    return copy;
  }

  pass(time: { days?: number; hours?: number; minutes?: number }): void {
    this.now = plusMinutes(plusHours(plusDays(this.now, time.days ?? 0), time.hours ?? 0), time.minutes ?? 0);
  }

  /** Decides and, if accepted, writes acts and records; every act is held against its schema and its size. */
  do<N extends CommandName>(origin: string, actor: Actor, name: N, input: InputFor<N>): Decision & { done?: Done } {
    assertValid('command', name, input);
    const book = this.book(origin);
    const at = later(this.now, book.state.at);
    const command = { name, input } as unknown as Command;
    const evidence = findingsFor(this.books, book, needs(book.state, command, actor, at), at);
    const { state } = book;
    const { rows } = book.vault;
    const fresh = (): string => memberId(`fresh ${this.#fresh++}`);
    const members = command.name === 'EnrolMembers' ? command.input.people.map(fresh) : [];
    const decision = decide({ state, at, actor, evidence, fresh: { member: fresh(), members } }, command);
    assert.equal(book.vault.rows, rows, 'deciding writes nothing');
    if (!decision.ok) {
      this.refusals.add(decision.refusal.code);
      return decision;
    }
    this.accepted += 1;
    return { ...decision, done: this.#write(book, name, decision, at) };
  }

  #write(book: Book, name: CommandName, decision: Accepted, at: Time): Done {
    const entry = commandEntry(name);
    const acts = decision.acts.map((draft) => {
      assert.ok(entry?.acts.includes(draft.act), `${name} does not say that it writes ${draft.act}`);
      const attached = Object.entries(draft.attach ?? {}).map(([slot, { mediaType, content }]) => [
        slot,
        { sha256: sha256(content), bytes: Buffer.byteLength(content), mediaType },
      ]);
      for (const { content } of Object.values(draft.attach ?? {})) book.attached.set(sha256(content), content);
      const data = { ...draft.data, ...Object.fromEntries(attached) };
      assertValid('act', draft.act, data);
      assert.ok(Buffer.byteLength(JSON.stringify([data, draft.cites ?? []])) < 7_200, `${draft.act} fits into a leaf`);
      const index = book.acts.length;
      const act = { act: draft.act, v: actEntry(draft.act)?.version, index, at, data } as StoredAct;
      book.acts.push({ ...act, by: draft.by, cites: draft.cites ?? [], leaf: '' });
      book.state = evolve(book.state, act);
      for (const [slot, text] of Object.entries(draft.disclose ?? {}))
        book.vault.disclosures.set(`${index}/${slot}`, text);
      return book.acts[index] as StoredAct;
    });
    for (const record of decision.records) {
      assert.ok(entry?.records.includes(record.record), `${name} does not say that it keeps ${record.record}`);
      book.vault.write(record, at, book.acts.length);
    }
    return { acts, records: decision.records, answer: decision.answer };
  }

  must<N extends CommandName>(origin: string, actor: Actor, name: N, input: InputFor<N>): Done {
    const decision = this.do(origin, actor, name, input);
    assert.ok(decision.ok, `${name} was refused: ${decision.ok ? '' : JSON.stringify(decision.refusal)}`);
    assert.ok(decision.done);
    return decision.done;
  }

  /** Asserts the refusal and that nothing has changed by it (invariant 11). */
  refuses<N extends CommandName>(
    origin: string,
    actor: Actor,
    name: N,
    input: InputFor<N>,
    code: RefusalCode,
  ): Refusal {
    const book = this.book(origin);
    const [state, vault] = [book.state, book.vault.snapshot()];
    const decision = this.do(origin, actor, name, input);
    assert.equal(decision.ok ? 'accepted' : decision.refusal.code, code, JSON.stringify(decision));
    assert.equal(book.state, state);
    assert.equal(book.vault.snapshot(), vault);
    assert.ok(!decision.ok);
    return decision.refusal;
  }

  /** What somebody who stands at the door of that sitting sends. */
  atDoor(origin: string, sitting: number): InputFor<'CheckIn'> {
    return { sitting, door: doorCode(origin, sitting, later(this.now, this.book(origin).state.at)) };
  }

  /** An officer's device signs an act. */
  sign(origin: string, actor: Actor, key: string, index: number): Done {
    const signature = fakeSignature(key, sealedText(this.book(origin), index));
    return this.must(origin, actor, 'SignAct', { index, signature });
  }

  counted(origin: string, vote: number) {
    const { state, vault } = this.book(origin);
    return countedBallots(
      state,
      vault.ballots.filter((ballot) => ballot.vote === vote),
      later(this.now, state.at),
    );
  }
}
