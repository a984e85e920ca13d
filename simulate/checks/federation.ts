// Invariants 3, 4 and 6: what one book takes from another, held against that other book itself.
import { type BookRecord, firstName, type Told } from './record.ts';
import { Violation } from './violation.ts';

type Records = (origin: string) => BookRecord;

export function seatAccredited(record: BookRecord, act: Told<'SeatAccredited'>, records: Records): void {
  const { below, seat, holder, election } = act.data;
  const fail = (what: string) => new Violation('3', record.book.origin, `${below}#${seat}: ${what}`, [act] as never);
  const other = records(election.book);
  const elected = other.at(election.index, 'DelegatesElected');
  const filled = elected?.data.seats.find((one) => one.seat === seat);
  if (elected === null || filled === undefined) throw fail('no such election');
  if (holder !== filled.holder && holder !== filled.alternate) throw fail('somebody else was elected');
  if (!other.isSealed(election.index)) throw fail('the election is not sealed');
  if (act.at < elected.data.from || act.at >= elected.data.until) throw fail('outside its term');
  if (other.all('BodyProven').length === 0) throw fail('its founding is not proven');
  if (seat > seatsOf(record, below, act.data.sitting)) throw fail('beyond the entitlement');
  const recalled = record.last(
    'RecallPresented',
    ({ data }) =>
      data.below === below &&
      data.seat === seat &&
      data.holder === holder &&
      data.recall.book === election.book &&
      data.recall.index > election.index,
  );
  if (recalled !== null) throw fail(`recalled by act ${recalled.index}`);
  if (isNewcomer(record, act) && vouchersOf(record, act, records).size < 2) throw fail('nobody here knows it');
}

/** Admitted once the founding here was complete, never here before, and no part of a body that was. */
function isNewcomer(record: BookRecord, { index, data: { below } }: Told<'SeatAccredited'>): boolean {
  const isIt = (name: string): boolean => firstName(name) === firstName(below);
  const proven = record.all('BodyProven').find((one) => one.index < index);
  const admitted = record.all('AffiliationAdmitted').find((one) => isIt(one.data.below));
  if (record.kind() !== 'delegate' || proven === undefined || admitted === undefined) return false;
  const before = record.all('SeatAccredited').some((one) => one.index < index && isIt(one.data.below));
  const fromPart = admitted.data.splitFrom !== undefined;
  return admitted.index > proven.index && !before && !fromPart;
}

/** Bodies that belong here and have sealed that they saw its founding, as the act cites them. */
function vouchersOf(record: BookRecord, act: Told<'SeatAccredited'>, records: Records): ReadonlySet<string> {
  const here = new Set(record.all('AffiliationAdmitted').map(({ data }) => firstName(data.below)));
  const seen = act.cites.filter(({ book, index }) => {
    const said = records(book).at(index, 'FoundingWitnessed');
    return (
      said !== null && firstName(said.data.founding.book) === firstName(act.data.below) && records(book).isSealed(index)
    );
  });
  return new Set(
    seen.map(({ book }) => firstName(book)).filter((book) => here.has(book) && book !== firstName(act.data.below)),
  );
}

/** As it was when the sitting was convened: by the admission, by a later change, or by those who formed the committee. */
function seatsOf(record: BookRecord, below: string, convocation: number): number {
  const changed = record.last('EntitlementChanged', ({ data, index }) => data.below === below && index < convocation);
  const admitted = record.last('AffiliationAdmitted', ({ data }) => data.below === below);
  const formed = record.last('CommitteeFormed', ({ data }) => data.committee === record.book.origin);
  const since = changed !== null && changed.index > (admitted?.index ?? -1) ? changed.data.seats : null;
  const given = formed?.data.parents.find(({ body }) => body === below)?.seats;
  return since ?? admitted?.data.entitlement ?? given ?? 0;
}

/** A recall that takes effect is a sealed one of the base itself. */
export function recallPresented(record: BookRecord, act: Told<'RecallPresented'>, records: Records): void {
  const { recall, seat, holder } = act.data;
  const other = records(recall.book);
  const said = other.at(recall.index, 'DelegateRecalled') ?? other.at(recall.index, 'SeatVacated');
  if (said === null || said.data.seat !== seat || said.data.holder !== holder || !other.isSealed(recall.index))
    throw new Violation('4', record.book.origin, 'no sealed recall of that delegate', [act] as never);
}

export function resolutionAdopted(record: BookRecord, act: Told<'ResolutionAdopted'>): void {
  const awaited = record.statuteAt(act.index)?.ratification.matters as readonly string[] | undefined;
  const above = record.kind() === 'delegate';
  if (above && awaited?.includes(act.data.matter) === true && act.data.status === 'in-force')
    throw new Violation('6', record.book.origin, `${act.data.matter} in force unratified`, [act] as never);
}

export function resolutionRatified(record: BookRecord, act: Told<'ResolutionRatified'>): void {
  const { consultation } = act.data;
  if (consultation === undefined) return;
  if (record.at(consultation, 'ConsultationClosed')?.data.outcome !== 'ratified')
    throw new Violation('6', record.book.origin, 'ratified without the bases', [act] as never);
}

export function measureLifted(record: BookRecord, act: Told<'MeasureLifted'>): void {
  const above = record.kind() === 'delegate';
  const ratified = record.all('ResolutionRatified').some(({ data }) => Number(data.resolution) === act.data.resolution);
  if (above && !ratified)
    throw new Violation('6', record.book.origin, 'lifted before the bases agreed', [act] as never);
}

/** Marked is who voted against what the base has sealed; and whoever did so is marked. */
export function mandateBreached(record: BookRecord, act: Told<'MandateBreached'>, records: Records): void {
  const { below, mandate, cast } = act.data;
  const fail = (what: string) => new Violation('3', record.book.origin, `${below}: ${what}`, [act] as never);
  if (record.statuteAt(act.index)?.mandates.binding !== 'flag') throw fail('a mandate that the statute does not flag');
  if (mandate === cast || mandate === 'free') throw fail(`${cast} is what it was told`);
  const said = act.cites.filter(({ book, index }) => {
    const given = records(book).at(index, 'MandateGiven') ?? records(book).at(index, 'MandateDivided');
    return given !== null && firstName(book) === firstName(below) && records(book).isSealed(index);
  });
  if (said.length === 0) throw fail('no sealed mandate');
}

const plain: ReadonlySet<string> = new Set(['yes', 'no', 'abstain']);

export function breachesMarked(record: BookRecord, act: Told<'VoteClosed'>): void {
  const { vote } = act.data;
  if (record.statuteAt(act.index)?.mandates.binding !== 'flag') return;
  const marked = record.all('MandateBreached').filter(({ data }) => data.vote === vote);
  for (const { voter, choice, mandate } of record.book.vault.ballots.filter((ballot) => ballot.vote === vote)) {
    const told = mandate?.instruction ?? choice;
    const seat = (one: { readonly below: string; readonly seat?: number }) => `${one.below}#${one.seat}` === voter;
    if (plain.has(told) && told !== choice && !marked.some(({ data }) => seat(data)))
      throw new Violation('3', record.book.origin, `${voter} was told ${told}, voted ${choice}, and is not marked`, [
        act,
      ] as never);
  }
}
