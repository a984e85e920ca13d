// Invariant 7 on any federation: whatever the tiers, and whoever shows which answer when and how often, the close says what
// a plain recount of the bases' books says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Act, type Actor, evolve, plusDays, type Time, tableGet } from '../src/index.ts';
import { originOf, statuteWith } from './federation/assembly.ts';
import type { Book, StoredAct } from './federation/book.ts';
import { anyone, asMember, dataOf, Federation, memberId } from './federation/federation.ts';

const hash = Buffer.alloc(32).toString('base64');
const convener = { holder: memberId('convener'), key: hash };
const chair: Actor = asMember(convener.holder);

/** An act as its body would have written it: here only what becomes of it is of interest. */
function write(fed: Federation, book: Book, act: string, data: object): number {
  const index = book.acts.length;
  const written = { act, v: 1, index, at: fed.now, data } as unknown as StoredAct;
  book.acts.push({ ...written, by: { office: 'statute', article: 'founding' }, cites: [], leaf: '' });
  book.state = evolve(book.state, written as unknown as Act);
  return index;
}

interface Body {
  readonly book: Book;
  readonly kind: 'base' | 'delegate';
  readonly above: readonly number[];
  /** Admitted once the question was put already. */
  readonly late: boolean;
  /** Its founding is complete: an unproven base is asked and not counted. */
  readonly proven: boolean;
}

/** `above[i]` names bodies before the i-th; 0 is the federation. */
interface Shape {
  readonly delegates: readonly { readonly above: readonly number[] }[];
  readonly bases: readonly { readonly above: readonly number[]; readonly late: boolean; readonly proven: boolean }[];
}

const someOf = (count: number) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 2 });

const mostly = fc.constantFrom(true, true, true, false);

const shapes: fc.Arbitrary<Shape> = fc.nat(4).chain((between) =>
  fc.record({
    delegates: fc.tuple(...Array.from({ length: between }, (_, i) => fc.record({ above: someOf(i + 1) }))),
    bases: fc.array(fc.record({ above: someOf(between + 1), late: fc.boolean(), proven: mostly }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
);

const ratification = { matters: ['pact'], num: 1, den: 2, strict: true, of: 'answered', days: 20 } as const;

function founded(fed: Federation, name: string, kind: Body['kind']): Book {
  const book = fed.book(originOf(name));
  const provisionalUntil = plusDays(fed.now, 300);
  write(fed, book, 'BodyFounded', { name, title: name, kind, convener, provisionalUntil });
  return book;
}

/** Its founding minutes are sealed, and two neighbours have witnessed them. */
function prove(fed: Federation, book: Book): void {
  const roll = { size: 2, root: hash };
  const notice = { kind: 'ordinary', place: 'Sede', startsAt: fed.now, notice: [], roll };
  const minutes = write(fed, book, 'MinutesApproved', { sitting: write(fed, book, 'SittingConvened', notice) });
  write(fed, book, 'ActSealed', { index: minutes, leaf: hash, signatures: [] });
  const witnesses = ['alto.example/vecina-1', 'alto.example/vecina-2'].map((origin) => ({ book: origin, index: 1 }));
  write(fed, book, 'BodyProven', { minutes, witnesses });
}

const admit = (fed: Federation, above: Book, { book }: Body): number =>
  write(fed, above, 'AffiliationAdmitted', { below: book.origin, key: book.key, title: 'Junta', entitlement: 1 });

/** The federation, the bodies below it, and a pact that it puts to the bases. */
function build(shape: Shape): { fed: Federation; bodies: readonly Body[]; consultation: number } {
  const fed = new Federation();
  const top = founded(fed, 'federacion', 'delegate');
  const statute = statuteWith({ ratification: { ...ratification, through: 'bases' } });
  write(fed, top, 'StatuteAdopted', { statute, sha256: hash });
  const bodies: Body[] = [{ book: top, kind: 'delegate', above: [], late: false, proven: true }];
  for (const [i, { above }] of shape.delegates.entries())
    bodies.push({
      book: founded(fed, `distrito-${i}`, 'delegate'),
      kind: 'delegate',
      above,
      late: false,
      proven: true,
    });
  for (const [i, base] of shape.bases.entries()) {
    const book = founded(fed, `junta-${i}`, 'base');
    if (base.proven) prove(fed, book);
    bodies.push({ book, kind: 'base', ...base });
  }
  for (const body of bodies.filter(({ late }) => !late))
    for (const above of body.above) admit(fed, bodies[above]?.book as Book, body);
  const sitting = top.acts.length;
  const text = { matter: 'pact', title: 'Pacto', textHash: hash };
  const roll = { size: 2, root: hash };
  write(fed, top, 'SittingConvened', { kind: 'ordinary', place: 'Sede', startsAt: fed.now, notice: [], roll });
  const motion = write(fed, top, 'MotionTabled', { sitting, ...text, proposal: { kind: 'pact', with: 'x' } });
  const resolution = write(fed, top, 'ResolutionAdopted', { vote: 0, motion, ...text, status: 'suspended' });
  fed.pass({ minutes: 1 });
  const issued = fed.must(top.origin, chair, 'IssueConsultation', { resolution });
  const consultation = issued.acts[0]?.index ?? -1;
  fed.pass({ minutes: 1 });
  for (const body of bodies.filter(({ late }) => late))
    for (const above of body.above) admit(fed, bodies[above]?.book as Book, body);
  return { fed, bodies, consultation };
}

/** What happens while the bases are asked, one thing after the other. */
const events = fc.array(
  fc.record({
    base: fc.nat(5),
    /** It answers, it leaves the federation, or somebody shows one or the other. */
    what: fc.constantFrom(
      'yes' as const,
      'no' as const,
      'yes' as const,
      'no' as const,
      'show' as const,
      'show' as const,
      'leave' as const,
      'show-end' as const,
    ),
    sealed: fc.boolean(),
    /** The sitting on which it is dated: some come after the last day. */
    daysLater: fc.constantFrom(0, 0, 0, 30),
    way: fc.nat(3),
  }),
  { maxLength: 25 },
);

/** Every way down to a body, as the bodies between. */
function waysTo(bodies: readonly Body[], { above }: Body): readonly (readonly string[])[] {
  return above.flatMap((number) => {
    const body = bodies[number] as Body;
    return number === 0 ? [[]] : waysTo(bodies, body).map((way) => [...way, body.book.origin]);
  });
}

interface Said {
  readonly verdict: 'yes' | 'no';
  readonly sealedAt: Time | null;
  readonly heldAt: Time;
}

test('any order and repetition of answers, through any tiers, gives what a plain recount of the books gives', () => {
  let counted = 0;
  fc.assert(
    fc.property(shapes, events, fc.boolean(), (shape, happening, onTheLastDay) => {
      const { fed, bodies, consultation } = build(shape);
      const top = bodies[0]?.book as Book;
      const bases = bodies.filter(({ kind }) => kind === 'base');
      const asked = bases.filter(({ late }) => !late);
      const deadline = tableGet(top.state.consultations, consultation)?.deadline ?? '';
      assert.equal(tableGet(top.state.consultations, consultation)?.bases, asked.length);
      const said = new Map<Body, Said[]>();
      const [left, gone] = [new Set<Body>(), new Set<Body>()];
      for (const { base, what, sealed, daysLater, way } of happening) {
        fed.pass({ hours: 1 });
        const body = bases[base % bases.length] as Body;
        if (what === 'show') {
          const ways = waysTo(bodies, body);
          const through = ways[way % ways.length] ?? [];
          const input = { consultation, below: body.book.origin, ...(through.length === 0 ? {} : { through }) };
          // It may be refused (nothing to show, shown before, too late): whether it is must make no difference.
          fed.do(top.origin, anyone, 'ReceiveAnswer', input);
          continue;
        }
        if (what === 'show-end') {
          fed.do(top.origin, anyone, 'PresentEnd', { other: body.book.origin });
          continue;
        }
        if (what === 'leave') {
          if (!body.above.includes(0) || left.has(body)) continue;
          left.add(body);
          const index = write(fed, body.book, 'AffiliationEnded', { vote: 0, other: top.origin, side: 'left' });
          if (sealed) write(fed, body.book, 'ActSealed', { index, leaf: hash, signatures: [] });
          if (sealed) gone.add(body);
          continue;
        }
        const heldAt = plusDays(fed.now, daysLater);
        const vote = { vote: 0, consultation: { book: top.origin, index: consultation }, textHash: hash, answer: what };
        const figures = { yes: 5, no: 5, abstain: 0, present: 10, roll: 20, heldAt };
        const index = write(fed, body.book, 'ConsultationAnswered', { ...vote, ...figures });
        if (sealed) write(fed, body.book, 'ActSealed', { index, leaf: hash, signatures: [] });
        // What a base says after it has left is said to nobody.
        if (gone.has(body)) continue;
        const one: Said = { verdict: what, sealedAt: sealed ? fed.now : null, heldAt };
        said.set(body, [...(said.get(body) ?? []), one]);
      }
      if (fed.now < deadline) fed.now = onTheLastDay ? deadline : plusDays(deadline, 1);
      const closed = dataOf(fed.must(top.origin, chair, 'CloseConsultation', { consultation }), 'ConsultationClosed');
      const last = asked.map((body) =>
        (said.get(body) ?? []).findLast(
          ({ sealedAt, heldAt }) => body.proven && sealedAt !== null && sealedAt <= deadline && heldAt <= deadline,
        ),
      );
      const yes = last.filter((one) => one?.verdict === 'yes').length;
      const no = last.filter((one) => one?.verdict === 'no').length;
      counted += yes + no;
      assert.deepEqual(
        [closed.yes, closed.no, closed.silent, closed.outcome],
        [yes, no, asked.length - yes - no, yes > no ? 'ratified' : 'rejected'],
      );
    }),
    { numRuns: 150 },
  );
  assert.ok(counted > 0, 'some bases were counted');
});
