// Invariant 7, recomputed: each base once, its last answer that the node held under a head by the deadline.
import { plusDays, type Time } from '@cabildo/core';
import type { KeptBook } from '../node/kept-book.ts';
import { type BookRecord, firstName, type Told } from './record.ts';
import { Violation } from './violation.ts';

interface Sources {
  readonly origins: () => readonly string[];
  readonly records: (origin: string) => BookRecord;
  /** The copy that the node of the asking body holds. */
  readonly heldAbove: (origin: string) => KeptBook | undefined;
  /** Who was asked, by the place of the question: a node that is put back later has received everything anew. */
  readonly asked: Map<string, readonly string[]>;
}

interface Question {
  readonly of: string;
  readonly issued: Told<'ConsultationIssued'>;
  readonly throughTiers: boolean;
}

export function consultationIssued(record: BookRecord, issued: Told<'ConsultationIssued'>, sources: Sources): void {
  const { origin } = record.book;
  const throughTiers = record.statuteAt(issued.index)?.ratification.through === 'bases';
  const list = listOf(record, { of: origin, issued, throughTiers }, sources);
  if (list.length !== issued.data.bases)
    throw new Violation('7', origin, `${list.length} bases below, ${issued.data.bases} asked`, [issued] as never);
  sources.asked.set(`${origin}#${issued.index}`, list);
}

export function consultationClosed(record: BookRecord, act: Told<'ConsultationClosed'>, sources: Sources): void {
  const { origin } = record.book;
  const fail = (what: string) => new Violation('7', origin, what, [act] as never);
  const issued = record.at(act.data.consultation, 'ConsultationIssued');
  if (issued === null) throw fail('a consultation that was not issued');
  const throughTiers = record.statuteAt(issued.index)?.ratification.through === 'bases';
  const question = { of: origin, issued, throughTiers };
  const said = { yes: 0, no: 0 };
  const list = sources.asked.get(`${origin}#${issued.index}`) ?? listOf(record, question, sources);
  for (const below of list) {
    const answer = lastInTime(record, below, question, sources);
    if (answer !== null) said[answer] += 1;
  }
  const { yes, no, silent, outcome } = act.data;
  const { rule, bases } = issued.data;
  if (yes !== said.yes || no !== said.no)
    throw fail(`the bases said ${said.yes}:${said.no}, counted were ${yes}:${no}`);
  if (yes + no + silent !== bases || bases !== list.length)
    throw fail(`${list.length} bases below, ${bases} asked, ${yes + no + silent} in the result`);
  const base = rule.of === 'bases' ? bases : yes + no;
  const holds = yes + no > 0 && (rule.strict ? yes * rule.den > base * rule.num : yes * rule.den >= base * rule.num);
  if (rule.silence === undefined && (outcome === 'ratified') !== holds) throw fail(`${yes}:${no} is not ${outcome}`);
}

/** Who belonged when the question was put, each once; through all tiers, what the node could know of it then. */
function listOf(record: BookRecord, question: Question, sources: Sources): readonly string[] {
  const { index, at } = question.issued;
  const direct = belowOf(record, index, at);
  if (!question.throughTiers) return direct.map(firstName);
  const found = new Set<string>();
  const walk = (below: string, seen: readonly string[]): void => {
    const held = sources.heldAbove(below);
    const known = held?.received.filter((time) => time < at).length ?? 0;
    if (held !== undefined && known > 0 && sources.records(below).kind() === 'delegate') {
      const next = belowOf(sources.records(below), known, at);
      for (const one of next) if (!seen.includes(firstName(one))) walk(one, [...seen, firstName(one)]);
    } else found.add(firstName(below));
  };
  for (const below of direct) walk(below, [firstName(record.book.origin), firstName(below)]);
  return [...found];
}

/** Each body once, in the book in which it was admitted last: in that one it goes on. Who still waits at that time is left out. */
const belowOf = (record: BookRecord, before: number, at: Time): readonly string[] => {
  const ended = (below: string, since: number) =>
    record.all('AffiliationEnded').some(({ index, data }) => index > since && index < before && data.other === below);
  const admitted = record.all('AffiliationAdmitted').filter(({ index }) => index < before);
  const there = admitted.filter(({ index, data }) => !ended(data.below, index));
  const counted = there.filter(({ data }) => {
    const [joined] = there.filter((one) => firstName(one.data.below) === firstName(data.below));
    return joined === undefined || !waits(record, joined, at);
  });
  return [...new Map(counted.map(({ data }) => [firstName(data.below), data.below])).values()];
};

/** Whoever founds, a part of a body, and whom a book before has admitted wait for nobody. */
function waits(record: BookRecord, joined: Told<'AffiliationAdmitted'>, at: Time): boolean {
  const [proven] = record.all('BodyProven');
  const [founded] = record.all('BodyFounded');
  const founds = proven === undefined || joined.index < proven.index;
  const takenOver = record.all('BookSucceeded').length > 0 && joined.at === founded?.at;
  if (founds || takenOver || record.kind() === 'committee' || joined.data.splitFrom !== undefined) return false;
  return plusDays(joined.at, record.statuteAt(joined.index)?.roll.waitingDays ?? 0) > at;
}

function lastInTime(
  record: BookRecord,
  base: string,
  { of, issued, throughTiers }: Question,
  { records, heldAbove, origins }: Sources,
): 'yes' | 'no' | null {
  // Who has left meanwhile is asked no more; what was received before stands.
  const left = record.last('AffiliationEnded', ({ data }) => firstName(data.other) === base);
  if (left !== null && left.index > issued.index) {
    const received = record.last(
      'AnswerReceived',
      ({ data }) => data.consultation === issued.index && firstName(data.below) === base,
    );
    return received?.data.answer ?? null;
  }
  const by = deadlineOf(record, issued, base);
  // Directly below, the book in which a body goes on is asked once it was admitted.
  const end = closedFor(record, issued, base);
  const admitted = record.all('AffiliationAdmitted').filter(({ index }) => index < end);
  const books = throughTiers ? origins() : [...new Set(admitted.map(({ data }) => data.below))];
  const own = books.filter((book) => firstName(book) === base).sort((one, other) => one.length - other.length);
  const inTime = own.flatMap((book) => {
    const held = heldAbove(book);
    if (held === undefined) return [];
    const source = records(book);
    return source.all('ConsultationAnswered').filter(({ index, data }) => {
      const { consultation, textHash, heldAt } = data;
      if (consultation.book !== of || consultation.index !== issued.index || textHash !== issued.data.textHash)
        return false;
      const seal = source.all('ActSealed').find((one) => one.data.index === index);
      const at = seal === undefined ? undefined : held.received[seal.index];
      return at !== undefined && at <= by && heldAt <= by;
    });
  });
  return inTime.at(-1)?.data.answer ?? null;
}

/** A challenge opens the answer of one base again; for the others it stays closed, whoever is admitted after it. */
function closedFor(record: BookRecord, issued: Told<'ConsultationIssued'>, base: string): number {
  const challenged = record
    .all('ConsultationChallenged')
    .filter(({ data }) => data.consultation === issued.index)
    .map(({ index, data }) => ({ index, of: firstName(data.below) }));
  const [first] = challenged;
  return first === undefined || challenged.some(({ of }) => of === base) ? Number.POSITIVE_INFINITY : first.index;
}

/** An answer that a challenge has opened again has a day of its own. */
function deadlineOf(record: BookRecord, issued: Told<'ConsultationIssued'>, below: string): Time {
  const challenged = record.last(
    'ConsultationChallenged',
    ({ data }) => data.consultation === issued.index && firstName(data.below) === below,
  );
  return challenged?.data.until ?? issued.data.deadline;
}
