// Who is attested, recomputed from the acts alone: by the founder's hand-over and those after it, or by two other bodies to
// whose word nobody has objected in time (DESIGN section 4, Two signatures; invariant 3).
import { plusDays, type Time } from '@cabildo/core';
import { fakeSignature } from '../../packages/core/test/federation/book.ts';
import { objectionText } from '../../packages/core/test/federation/evidence.ts';
import { needed } from './hall.ts';
import { type BookRecord, firstName, type Told } from './record.ts';
import { Violation } from './violation.ts';

type Records = (origin: string) => BookRecord;

/** As told by the first `held` acts of the book. */
export function attestedIn(record: BookRecord, election: number, at: Time, held: number, records: Records): boolean {
  if (election === record.founding()) return true;
  const claims = record.all('RecoveryClaimed').filter(({ data, index }) => data.election === election && index < held);
  const stands = ({ index, data }: Told<'RecoveryClaimed'>): boolean =>
    data.due <= at && !objectedTo(record, index, held);
  if (claims.some(stands)) return true;
  const seal = record.all('ActSealed').find(({ data, index }) => data.index === election && index < held);
  const { officers = election } = seal?.data ?? {};
  if (seal !== undefined && officers < election && officers === enrolledBefore(record, election))
    if (attestedIn(record, officers, seal.at, seal.index, records)) return true;
  return record.isCarried(election) && attestedBefore(record, at, held, records);
}

const objectedTo = (record: BookRecord, claim: number, held: number): boolean =>
  record.last('RecoveryObjected', ({ data, index }) => data.claim === claim && index < held) !== null;

/** Of officers taken over: whether they were attested when the book before ended, or became so while nobody objected here. */
function attestedBefore(record: BookRecord, at: Time, held: number, records: Records): boolean {
  const { book, election, end } = endOf(record, records);
  if (attestedIn(book, election, end, book.book.acts.length, records)) return true;
  const open = openClaim(book, election, end);
  if (open === null || open > at) return false;
  return !record.all('RecoveryObjected').some(({ data, index }) => index < held && record.isCarried(data.claim));
}

/** The book before a successor, as it was when it ended. */
function endOf(record: BookRecord, records: Records) {
  const book = records(record.predecessor() ?? '');
  const { length } = book.book.acts;
  return { book, election: enrolledBefore(book, length), end: book.book.acts[length - 1]?.at ?? '' };
}

/** By when somebody could still object in the book that goes on; null if there was nothing to object to. */
function openClaim(record: BookRecord, election: number, end: Time): Time | null {
  const { length } = record.book.acts;
  const open = record.last(
    'RecoveryClaimed',
    ({ data, index }) => data.election === election && data.due > end && !objectedTo(record, index, length),
  );
  return open?.data.due ?? null;
}

/** The election before, or the founding: whose keys were in force when that one was decided. */
const enrolledBefore = (record: BookRecord, election: number): number =>
  record.last('OfficersElected', ({ index }) => index < election)?.index ?? record.founding();

interface Before {
  readonly book: BookRecord;
  readonly act: number;
  readonly since: number;
}

/** The last election before that one which somebody attests, and the one that replaced it; they may be in a book before. */
function attestedLast(record: BookRecord, election: number, records: Records): Before {
  let since = election;
  let act = enrolledBefore(record, election);
  for (;;) {
    const replaced = record.book.acts[since]?.at ?? '';
    if (act === record.founding() || attestedIn(record, act, replaced, since, records))
      return { book: record, act, since };
    if (record.isCarried(act)) {
      const { book, election: last } = endOf(record, records);
      return attestedLast(book, last, records);
    }
    since = act;
    act = enrolledBefore(record, act);
  }
}

/** What the officers of a base say elsewhere is marked where nobody has attested them; a successor's is told by its tests. */
export function markedWhereUnattested(
  { book }: BookRecord,
  act: Told<'SeatAccredited'>,
  {
    records,
    heldAbove,
  }: { readonly records: Records; readonly heldAbove: (origin: string) => { acts: readonly unknown[] } | undefined },
): void {
  const { election, unattested = false } = act.data;
  const other = records(election.book);
  const seal = other.all('ActSealed').find(({ data }) => data.index === election.index);
  const held = heldAbove(election.book)?.acts.length ?? 0;
  if (seal === undefined || other.all('BookSucceeded').length > 0) return;
  if (attestedIn(other, seal.data.officers, act.at, held, records) === unattested)
    throw new Violation('3', book.origin, `officers ${unattested ? '' : 'not '}attested are marked otherwise`, [
      act,
    ] as never);
}

/** Two bodies, each once, that this book knew before, each of which has sealed that it saw the paper minutes. */
export function recoveryClaimed(record: BookRecord, act: Told<'RecoveryClaimed'>, records: Records): void {
  const { book } = record;
  const { election, bodies, objectors, due } = act.data;
  const fail = (what: string) => new Violation('3', book.origin, what, [act] as never);
  if (new Set(bodies.map((one) => firstName(one.book))).size < 2) throw fail('one body alone attests');
  if (attestedIn(record, election, act.at, act.index, records)) throw fail('attested already');
  const elected = record.at(election, 'OfficersElected');
  if (elected === null || election !== enrolledBefore(record, act.index)) throw fail('not the last election');
  const least = signaturesNeeded(record, elected);
  const before = attestedLast(record, election, records);
  const known = bodies.filter((one) => isKnown(before, one.book));
  if (bodies.length - known.length > 1) throw fail('more than one body that this book did not know');
  for (const one of bodies) {
    const other = records(one.book);
    const said = other.at(one.index, 'ElectionAttested');
    if (firstName(one.book) === firstName(book.origin)) throw fail('it attests itself');
    const seen = said?.data.election;
    if (said === null || seen?.book !== book.origin || seen.index !== election || !other.isSealed(one.index))
      throw fail(`${one.book} has not said so, or its officers have not signed`);
    if (said.data.leaf !== book.leafOf(election)) throw fail(`${one.book} has seen another election`);
    if (said.data.signatures < least) throw fail(`${said.data.signatures} signatures on paper, ${least} needed`);
  }
  const could = couldObject(before, act.at);
  if (objectors > 0 && could === 0) throw fail('nobody is left who could object');
  if (objectors === 0 && could > 0) throw fail(`${could} could object, and have no time to`);
  const days = record.statuteAt(act.index)?.challenge?.days ?? 30;
  if (due !== (objectors === 0 ? act.at : plusDays(act.at, days))) throw fail(`due ${due}`);
}

/** On paper as many as the election needed in the hall. */
function signaturesNeeded(record: BookRecord, elected: Told<'OfficersElected'>): number {
  const sitting = record.at(elected.data.vote, 'VoteOpened')?.data.sitting ?? -1;
  const opened = record.last('SittingOpened', ({ data }) => data.sitting === sitting);
  const convened = record.at(sitting, 'SittingConvened');
  const statute = record.statuteAt(elected.index);
  if (opened === null || convened === null || statute === null) return 1;
  return needed(statute, 'election', opened.data.call, convened.data.roll.size);
}

/** A body above asked and sealed, a witness of the founding, a body below that has sat here; all before the election. */
function isKnown({ book: record, since }: Before, other: string): boolean {
  const before = ({ index }: { readonly index: number }): boolean => index < since;
  const is = (name: string): boolean => firstName(name) === firstName(other);
  const above = record.all('AffiliationRequested').some((one) => {
    const seal = record.all('ActSealed').find(({ data }) => data.index === one.index);
    return is(one.data.to) && before(one) && seal !== undefined && before(seal);
  });
  const witnesses = record.all('BodyProven').flatMap((one) => one.data.witnesses.map((witness) => witness.book));
  const below = record.all('SeatAccredited').some((one) => is(one.data.below) && before(one));
  return above || witnesses.some(is) || below;
}

/** Of the officers attested last: those whose term runs, who have not gone, and who have not lost their key by their own word. */
function couldObject({ book: record, act, since }: Before, at: Time): number {
  const gone = (office: string, after: number): boolean =>
    [
      ...record.all('OfficerRecalled'),
      ...record.all('OfficerResigned'),
      ...record.all('OfficerKeyReportedLost').filter(({ data }) => data.own),
    ].some(({ index, data }) => index > after && index < since && data.office === office);
  const elected = record.at(act, 'OfficersElected');
  if (elected === null) return at < (record.at(act, 'BodyFounded')?.data.provisionalUntil ?? '') ? 1 : 0;
  const { until, officers } = elected.data;
  const inTerm = at < until ? officers.filter(({ office }) => !gone(office, act)) : [];
  const byTurn = record.all('OfficeTurnTaken').filter(({ index, data }) => {
    const signs = record.all('ActSealed').some((one) => one.data.index === index && one.index < since);
    const isLast = record.last('OfficeTurnTaken', (one) => one.index < since && one.data.office === data.office);
    return signs && isLast?.index === index && at < data.until && !gone(data.office, index);
  });
  return inTerm.length + byTurn.length;
}

/** Signed, in time, with a key that the officers attested last had. */
export function recoveryObjected(record: BookRecord, act: Told<'RecoveryObjected'>, records: Records): void {
  const { claim, key, office, signature } = act.data;
  const fail = (what: string) => new Violation('3', record.book.origin, what, [act] as never);
  const carried = record.at(claim, 'DecisionCarried')?.data.what;
  const due = carried?.kind === 'recovery' ? carried.due : record.at(claim, 'RecoveryClaimed')?.data.due;
  if (due === undefined || act.at >= due) throw fail('no open claim');
  if (signature !== fakeSignature(key, objectionText(record.book, claim))) throw fail('not signed by that key');
  const election = record.at(claim, 'RecoveryClaimed')?.data.election ?? enrolledBefore(record, claim);
  const { book, act: before, since } = attestedLast(record, election, records);
  const keys = [
    book.at(before, 'BodyFounded')?.data.convener.key,
    ...(book.at(before, 'OfficersElected')?.data.officers.map((one) => one.key) ?? []),
    ...[...book.all('OfficerKeyReplaced'), ...book.all('OfficerKeyRestored')].flatMap(({ index, data }) =>
      index > before && index < since && data.office === office ? [data.newKey] : [],
    ),
    ...book.all('OfficeTurnTaken').flatMap(({ index, data }) => (index < since ? [data.key] : [])),
  ];
  if (!keys.includes(key)) throw fail(`${office} was not in office with that key`);
}
