import { aboveOf } from './affiliation/cycle.ts';
import { lineage, standingRequest } from './affiliation/lineage.ts';
import { isVouched } from './affiliation/vouched.ts';
import { committeeOf } from './committee/standing.ts';
import { classed } from './delegation/seat-class.ts';
import { actKey, seatKey } from './delegation/seat-key.ts';
import { electionAt, servesUntil } from './delegation/serving.ts';
import type { BookFacts, BookNeed, NeedOf } from './facts.ts';
import { measureAt } from './measure/standing.ts';
import { textsOf } from './motion/text.ts';
import { attestedAt } from './officers/attested.ts';
import { electionAttested, officersElected } from './officers/recovery-answers.ts';
import { keyReported } from './officers/restoration.ts';
import type { RollFact } from './roll/roll-fact.ts';
import { shareOf } from './split/standing.ts';
import type { Answer, BodyState } from './state.ts';
import { leastNeighbours } from './statute/quorum.ts';
import { tableEntries, tableGet, tableHas, tableOf } from './table.ts';
import type { Time } from './time.ts';

/** What a book says to another body's need, and the acts of the book that establish it (to be cited). */
export interface BookAnswer<K extends keyof BookFacts> {
  readonly found: BookFacts[K]['found'];
  readonly acts: readonly number[];
}

/** When the asking node first held a head that covers the act; for a book of its own, the act's own time. */
type ReceivedAt = (index: number) => Time;

/** What a book proves of its body and its officers; a successor takes it over from the book before. */
export interface Standing {
  readonly proven: boolean;
  readonly attested: boolean;
}

const nothingBefore: Standing = { proven: false, attested: false };

type Answers = {
  readonly [K in keyof BookFacts]: (
    state: BodyState,
    need: NeedOf<K>,
    receivedAt: ReceivedAt,
    leafOf: (index: number) => string,
    before: Standing,
  ) => BookAnswer<K> | null;
};

const answers: Answers = {
  founding(state, _need, _receivedAt, leafOf, before) {
    const { body } = state;
    if (body === null) return null;
    const { kind, title, provisionalUntil, splitFrom } = body;
    const proven = provenAct(state, before);
    const index = state.predecessor === null ? 0 : 1;
    const named = splitFrom === undefined ? {} : { splitFrom };
    const found = { index, leaf: leafOf(index), title, kind, proven: proven !== null, provisionalUntil, ...named };
    return { found, acts: proven === null ? [index] : [index, proven] };
  },

  'founding-witness'(state, { of }) {
    const act = tableGet(state.foundingsWitnessed, of);
    return act === undefined ? null : ifSealed(state, act, { index: act });
  },

  'affiliation-request'(state, { to }) {
    // Who has asked to belong to a body has asked it, in whichever book it goes on.
    const act = standingRequest(sealedOnly(state), to);
    return act === null ? null : ifSealed(state, act, { index: act });
  },

  'committee-formed'(state, { committee }) {
    const found = committeeOf(state, committee);
    if (found === null) return null;
    const { act: index, ended: _ended, ...given } = found;
    return ifSealed(state, index, { index, title: state.body?.title ?? '', ...given });
  },

  claim(state, { index, on }, _receivedAt, _leafOf, before) {
    if (state.body === null) return null;
    const proven = provenAct(state, before);
    const shown = (claims: 'seat' | 'name', acts: readonly number[]): BookAnswer<'claim'> => ({
      found: { claims, proven: proven !== null },
      acts: proven === null ? acts : [...acts, proven],
    });
    if (index === (state.predecessor === null ? 0 : 1)) return shown('name', [index]);
    const elected = tableGet(state.elections, index)?.to ?? '';
    const seal = tableGet(state.sealed, index);
    const onSeat = standingRequest(state, on) === index || lineage(on).includes(elected);
    return onSeat && seal !== undefined ? shown('seat', [index, seal]) : null;
  },

  split({ body, origin, ...state }, { part, above }) {
    const split = body?.split;
    if (split === undefined || !split.parts.some((one) => one.body === part)) return null;
    const goesOn = split.parts.some((one) => lineage(origin).includes(one.body));
    const { act: index, on } = split;
    const seal = tableGet(state.sealed, index);
    const found = { index, seats: shareOf(split, part, above), on, goesOn };
    return seal === undefined ? null : { found, acts: [index, seal] };
  },

  'seats-given'(state, { below }) {
    const affiliate = lineage(below)
      .flatMap((book) => tableGet(state.affiliates, book) ?? [])
      .find(({ ended }) => ended === undefined);
    return affiliate === undefined ? null : { found: { seats: affiliate.entitlement }, acts: [affiliate.act] };
  },

  end(state, { of }) {
    const dissolved = state.body?.dissolved ?? null;
    if (dissolved !== null && tableHas(state.sealed, dissolved))
      return ifSealed(state, dissolved, { index: dissolved, side: 'dissolved' });
    const formed = lineage(of).flatMap((book) => tableGet(state.committees, book)?.ended ?? []);
    const given = formed.find((act) => tableHas(state.sealed, act));
    if (given !== undefined) return ifSealed(state, given, { index: given, side: 'left' });
    const excluded = tableGet(state.affiliates, of)?.ended;
    const left = lineage(of)
      .flatMap((book) => tableGet(state.left, book) ?? [])
      .at(0);
    const end = excluded ?? left;
    if (end === undefined || end.shown || (excluded === undefined && standingRequest(state, of) !== null)) return null;
    return ifSealed(state, end.act, { index: end.act, side: end.side });
  },

  'roll-shown'(state, { to }) {
    const [count, counted] = tableEntries(state.rollCounts).findLast(([act]) => tableHas(state.sealed, act)) ?? [];
    if (count === undefined || counted === undefined) return null;
    const [act, audited] =
      tableEntries(state.rollAudits).findLast(
        ([one, { orderedBy }]) => tableHas(state.sealed, one) && lineage(to).includes(orderedBy.book),
      ) ?? [];
    const { size, sampled, confirmed, orderedBy } = audited ?? {};
    const audit = orderedBy === undefined ? null : { order: orderedBy.index, size, sampled, confirmed };
    const shown = [count, act].flatMap((one) =>
      one === undefined ? [] : [Number(one), tableGet(state.sealed, one) ?? 0],
    );
    return { found: { index: Number(count), size: counted.size, audit } as RollFact, acts: shown };
  },

  'audit-order'(state, { index, of }) {
    const order = tableGet(state.auditOrders, index);
    if (order === undefined || !lineage(of).includes(order.below)) return null;
    return ifSealed(state, index, { sample: order.sample, due: order.due });
  },

  above(state) {
    const books = aboveOf(sealedOnly(state));
    const requests = books.flatMap((book) => standingRequest(state, book) ?? []);
    return { found: { books }, acts: requests };
  },

  election(state, { to, seat: number, at }, _receivedAt, _leafOf, before) {
    const index = electionAt(state, to, number, at);
    const election = index === undefined ? undefined : tableGet(state.elections, index);
    const seat = election?.seats.find((candidate) => candidate.seat === number);
    if (index === undefined || election === undefined || seat === undefined) return null;
    const seal = tableGet(state.sealed, index);
    const sealedRecall = (act: number | null) => act !== null && tableHas(state.sealed, act);
    const recalled = sealedRecall(seat.recalled);
    const proven = provenAct(state, before);
    const { from } = election;
    const until = servesUntil(state, to, number, index);
    const end = answers.end(state, { fact: 'end', book: state.origin, of: to }, _receivedAt, _leafOf, before);
    const side = end?.found.side ?? null;
    const { holder } = seat;
    const alternate = sealedRecall(seat.alternateRecalled) ? null : seat.alternate;
    return {
      found: {
        index,
        from,
        until,
        holder,
        alternate,
        ...classed(seat.class),
        sealed: seal !== undefined,
        recalled,
        bodyProven: proven !== null,
        gone: side === 'excluded' ? null : side,
        attested:
          attestedAt(state, tableGet(state.sealedUnder, index) ?? -1, at) &&
          (state.predecessor === null || before.attested),
      },
      acts: [index, seal, proven].filter((act) => act !== undefined && act !== null),
    };
  },

  recall(state, { to, seat, holder }) {
    const recalls = lineage(to)
      .flatMap((book) => tableGet(state.recallsAbove, seatKey(book, seat)) ?? [])
      .toSorted((a, b) => a.act - b.act);
    const sealed = recalls.filter(({ act }) => tableHas(state.sealed, act));
    const recall = sealed.findLast((candidate) => candidate.holder === holder) ?? sealed.at(-1);
    return recall === undefined ? null : ifSealed(state, recall.act, { index: recall.act, holder: recall.holder });
  },

  'seat-attended'(state, { below, seat: number }) {
    const seat = tableGet(state.seats, seatKey(below, number));
    const sitting = seat === undefined ? undefined : tableGet(state.sittings, seat.sitting);
    if (seat === undefined || sitting === undefined || sitting.calledOff) return null;
    return { found: { sitting: seat.sitting, closedAt: sitting.closedAt }, acts: [seat.act, seat.sitting] };
  },

  'vote-closed'(state, { index }) {
    const act = tableGet(state.votes, index)?.closed?.act;
    return act === undefined ? null : { found: { act }, acts: [act] };
  },

  mandate(state, { on, motion }) {
    const mandate = tableGet(state.mandates, actKey(on, motion));
    if (mandate === undefined) return null;
    const { act: index, textHash, instruction, divided } = mandate;
    const division = divided === undefined ? {} : { divided };
    return ifSealed(state, index, { index, textHash, instruction, ...division });
  },

  'member-count'(state, { asOf }) {
    const [count, counted] =
      tableEntries(state.rollCounts).findLast(([act, { at }]) => tableHas(state.sealed, act) && at <= asOf) ?? [];
    if (count !== undefined && counted !== undefined) {
      const { size: members, doubleMembers } = counted;
      return ifSealed(state, Number(count), { index: Number(count), members, doubleMembers });
    }
    const sittings = tableEntries(state.sittings)
      .map(([key, sitting]) => ({ index: Number(key), ...sitting }))
      .filter(({ late, convenedAt }) => !late && convenedAt <= asOf)
      .toSorted((a, b) => b.index - a.index);
    for (const { index, minutes, roll } of sittings) {
      const seal = minutes === null ? undefined : tableGet(state.sealed, minutes);
      if (minutes !== null && seal !== undefined)
        return { found: { index, members: roll }, acts: [index, minutes, seal] };
    }
    return null;
  },

  forwarded(state, { index, to }) {
    const forwarded = tableGet(state.forwarded, index);
    if (forwarded === undefined || !lineage(to).includes(forwarded.to)) return null;
    return ifSealed(state, index, { title: forwarded.title, textHash: forwarded.textHash });
  },

  'motion-text'(state, { index }) {
    const motion = tableGet(state.motions, index);
    if (motion !== undefined) {
      const vote = motion.vote === null ? undefined : tableGet(state.votes, motion.vote);
      const { title, textHash } = motion;
      const open = vote === undefined || vote.closed === null;
      return { found: { title, textHash, texts: textsOf(motion), open }, acts: [index] };
    }
    const received = tableGet(state.received, index);
    if (received === undefined) return null;
    const { title, textHash } = received;
    return { found: { title, textHash, texts: [textHash], open: true }, acts: [index] };
  },

  affiliates(state, { before }, receivedAt) {
    const known = tableEntries(state.affiliates).filter(
      ([, { act, ended }]) => ended === undefined && receivedAt(act) < before,
    );
    // A body that goes on in another book is below once: in the last one that was admitted by then.
    const names = new Set(known.map(([below]) => below));
    const found = known
      .filter(([, { succeededBy }]) => succeededBy === undefined || !names.has(succeededBy))
      .map(([below, { act }]) => ({ below, act }));
    return { found, acts: [] };
  },

  admission(state, { below, before }, receivedAt) {
    for (const book of lineage(below)) {
      const { act, ended } = tableGet(state.affiliates, book) ?? {};
      if (act !== undefined && ended === undefined && receivedAt(act) < before)
        return { found: { index: act, vouched: isVouched(state, book) }, acts: [act] };
    }
    return null;
  },

  measure(state, { index }) {
    const measure = tableGet(state.measures, index);
    if (measure === undefined) return null;
    const { what, place, from } = measure;
    return { found: { what, place, from, over: measureAt(state, measure, state.at) === 'over' }, acts: [index] };
  },

  resolution(state, { key }) {
    const resolution = tableGet(state.resolutions, key);
    if (resolution === undefined) return null;
    const { matter, title, textHash } = resolution;
    return { found: { matter, title, textHash }, acts: [Math.trunc(Number(key))] };
  },

  challenge(state, { of, key }) {
    const raised = tableGet(state.challengesRaised, `${of}#${key}`);
    if (raised === undefined) return null;
    return ifSealed(state, raised.act, { index: raised.act, claimedMatter: raised.claimedMatter });
  },

  'motion-answer'(state, { of, index }) {
    const received = tableGet(state.received, tableGet(state.receivedFrom, actKey(of, index)) ?? -1);
    const answer = received?.answers.findLast(({ act }) => tableHas(state.sealed, act));
    return answer === undefined ? null : ifSealed(state, answer.act, { index: answer.act, fate: answer.fate });
  },

  consultation(state, { index }) {
    const consultation = tableGet(state.consultations, index);
    if (consultation === undefined) return null;
    const { textHash, deadline, closed, reopened } = consultation;
    return { found: { textHash, deadline, closed: closed !== null, reopened }, acts: [index] };
  },

  answer(state, { of, index: consultation, by, was = [] }, receivedAt, _leafOf, before) {
    const { kind = '' } = state.body ?? {};
    const proven = provenAct(state, before);
    const answered = answersUnder(state, [{ book: of, index: consultation }, ...was]).flatMap((one) => {
      const seal = tableGet(state.sealed, one.act);
      if (seal === undefined) return [];
      const { act: index, textHash, answer, yes, no, abstain, roll, heldAt } = one;
      const bodyProven = proven !== null && (proven < index || before.proven);
      const tally = { answer, yes, no, abstain, roll, heldAt };
      const found = { index, kind, bodyProven, textHash, ...tally, receivedAt: receivedAt(seal) };
      return [{ found, acts: bodyProven ? [index, seal, proven] : [index, seal] }];
    });
    return answered.find(({ found }) => found.receivedAt <= by && found.heldAt <= by) ?? answered[0] ?? null;
  },

  'key-report': (state, { report }) => keyReported(state, report),

  'key-loss'(state, { of, report }) {
    const act = tableGet(state.keyLosses, actKey(of, report));
    return act === undefined ? null : ifSealed(state, act, { index: act });
  },

  'officers-elected': (state, need, _receivedAt, leafOf) => officersElected(state, need, leafOf),

  'election-attested'(state, need, _receivedAt, _leafOf, before) {
    const proven = state.predecessor === null || before.attested ? provenAct(state, before) : null;
    return proven === null ? null : electionAttested(state, need, proven);
  },

  'sitting-asked'(state, { of, matters, after }) {
    const asks = tableGet(state.asks, `${of} ${matters}`) ?? [];
    const asked = asks.findLast(({ act }) => act > after && tableHas(state.sealed, act));
    return asked === undefined ? null : ifSealed(state, asked.act, { index: asked.act, at: asked.at });
  },
};

/**
 * The act that proves the founding, if what it names can bear it: minutes that this book has sealed, and other books.
 * Another node's book may say what it likes; whether those neighbours say so is in their own books, which it cites.
 */
function provenAct({ body, minutes, sealed, origin, predecessor }: BodyState, before: Standing): number | null {
  if (body === null || body.provenBy === null) return null;
  if (predecessor !== null && before.proven) return body.proven;
  const neighbours = new Set(body.provenBy.witnesses.filter((book) => book !== origin));
  const onMinutes = tableHas(minutes, body.provenBy.minutes) && tableHas(sealed, body.provenBy.minutes);
  return onMinutes && neighbours.size >= leastNeighbours ? body.proven : null;
}

/** Requests and departures that other bodies can see: a departure that nobody has sealed ends nothing elsewhere. */
const sealedOnly = ({ requests, left, sealed }: BodyState): Pick<BodyState, 'requests' | 'left'> => ({
  requests: tableOf(tableEntries(requests).filter(([, act]) => tableHas(sealed, act))),
  left: tableOf(tableEntries(left).filter(([, { act }]) => tableHas(sealed, act))),
});

/** What a body has said to a question, under all its names, the last answer first. */
function answersUnder(state: BodyState, names: readonly { readonly book: string; readonly index: number }[]): Answer[] {
  const said: Answer[] = [];
  for (const { book, index } of names)
    for (let one = tableGet(state.answers, actKey(book, index)) ?? null; one !== null; one = one.before) said.push(one);
  return said.sort((a, b) => b.act - a.act);
}

/** What takes effect elsewhere is found only once it is sealed. */
function ifSealed<F>(state: BodyState, act: number, found: F): { found: F; acts: number[] } | null {
  const seal = tableGet(state.sealed, act);
  return seal === undefined ? null : { found, acts: [act, seal] };
}

/**
 * Answers a need of another body from this body's state. `receivedAt` and `leafOf` (leaf hash, standard base64)
 * come from whoever holds the book; so does `before`, what a successor has faithfully taken over from the book before it.
 */
export function answerNeed(
  state: BodyState,
  need: BookNeed,
  receivedAt: ReceivedAt,
  leafOf: (index: number) => string,
  before: Standing = nothingBefore,
): BookAnswer<keyof BookFacts> | null {
  const answer = answers[need.fact] as Answers[keyof BookFacts];
  return answer(state, need as never, receivedAt, leafOf, before);
}

/** What the book after this one may take over: a proven founding, officers attested back to the founder. */
export function standingOf(state: BodyState, before: Standing = nothingBefore): Standing {
  const enrolled = attestedAt(state, state.enrolment?.act ?? -1, state.at);
  return {
    proven: provenAct(state, before) !== null,
    attested: enrolled && (state.predecessor === null || before.attested),
  };
}
