// Invariants 1, 2, 4, 5 and 8, recomputed from acts and from what lies in the vault.
import type { ActData, Time } from '@cabildo/core';
import { plusMonths } from '@cabildo/core';
import { peopleCounted, slipsAddUp, slipsOut } from './door.ts';
import type { BookRecord, Told } from './record.ts';
import { Violation } from './violation.ts';

type Statute = ActData<'StatuteAdopted'>['statute'];

const share = (num: number, den: number, strict: boolean, of: number): number => {
  let people = 1;
  while (strict ? people * den <= num * of : people * den < num * of) people += 1;
  return people;
};

export function needed(statute: Statute, matter: string, call: 'first' | 'second', roll: number): number {
  const own = statute.rules.find((rule) => rule.matter === matter);
  const easier = call === 'second' && own?.secondCall === true ? statute.calls.second : statute.calls.first;
  const rule = own?.quorum ?? easier;
  return Math.max(share(rule.num, rule.den, rule.strict, roll), rule.min ?? 0);
}

export function voteOpened(record: BookRecord, act: Told<'VoteOpened'>): void {
  const { book } = record;
  const { sitting, motion } = act.data;
  const opened = record.last('SittingOpened', ({ data }) => data.sitting === sitting);
  const convened = record.at(sitting, 'SittingConvened');
  const tabled = record.at(motion, 'MotionTabled');
  const statute = record.statuteAt(act.index);
  const fail = (what: string) => new Violation('1', book.origin, what, [act]);
  if (opened === null || convened === null || tabled === null || statute === null) throw fail('no open sitting');
  const wanted = needed(statute, tabled.data.matter, opened.data.call, convened.data.roll.size);
  if (opened.data.quorum.present < wanted)
    throw new Violation('1', book.origin, `${opened.data.quorum.present} present, ${wanted} needed`, [act]);
  if (record.last('SittingClosed', ({ data }) => data.sitting === sitting) !== null)
    throw fail('the sitting is closed');
}

/** Present are those whom two tellers saw, or the seats accredited for it: the number in the book is not made up. */
export function sittingOpened(record: BookRecord, act: Told<'SittingOpened'>): void {
  const { book } = record;
  const { sitting, quorum } = act.data;
  if (record.kind() !== 'base') {
    const seats = new Set(
      record
        .all('SeatAccredited')
        .flatMap(({ data }) => (data.sitting === sitting ? [`${data.below}#${data.seat}`] : [])),
    );
    if (quorum.present > seats.size)
      throw new Violation('1', book.origin, `${quorum.present} seats of ${seats.size} accredited`, [act]);
    return;
  }
  // Nobody on a slip is on the roll: strangers make no quorum.
  if (quorum.present !== peopleCounted(record, sitting) - slipsOut(record, sitting, act.index).size)
    throw new Violation('1', book.origin, 'present is not what two tellers counted', [act]);
}

interface Cast {
  readonly voter: string;
  readonly holder: string;
  readonly choice: 'yes' | 'no' | 'abstain';
}

/** Invariants 3 and 4 at the close: the last accreditation speaks for the seat, unless a recall of that election was presented. */
export function seatCounts(record: BookRecord, voter: string, holder: string, at: Time): boolean {
  const cut = voter.lastIndexOf('#');
  const [below, seat] = [voter.slice(0, cut), Number(voter.slice(cut + 1))];
  const isSeat = ({ data }: { readonly data: { readonly below: string; readonly seat: number } }) =>
    data.below === below && data.seat === seat;
  const accredited = record.last('SeatAccredited', isSeat);
  if (accredited === null || at >= accredited.data.until) return false;
  const followed = record.last('AlternateSeated', (act) => isSeat(act) && act.index > accredited.index);
  const holds = followed?.data.holder ?? accredited.data.holder;
  const recalled = record.last(
    'RecallPresented',
    (act) => isSeat(act) && act.data.holder === holder && act.index > accredited.index,
  );
  const given = record.last(
    'SeatVacated',
    (act) => isSeat(act) && act.data.holder === holder && act.index > accredited.index,
  );
  if (given !== null) return false;
  if (record.all('AffiliationEnded').some(({ data }) => data.other === below)) return false;
  return holds === holder && recalled === null;
}

export function voteClosed(record: BookRecord, act: Told<'VoteClosed'>): void {
  const { book } = record;
  const opened = record.at(act.data.vote, 'VoteOpened');
  if (opened === null) throw new Violation('8', book.origin, 'a close of no vote', [act]);
  const closedTwice = record.all('VoteClosed').filter(({ data }) => data.vote === act.data.vote);
  if (closedTwice.length > 1) throw new Violation('8', book.origin, 'closed twice', closedTwice as never);
  if (opened.data.method === 'hands') handsAddUp(record, act, opened);
  if (opened.data.method === 'mixed') slipsAddUp(record, act, handsIn(record, act.data.vote));
  if (opened.data.method === 'devices' || opened.data.method === 'roll-call') ballotsAddUp(record, act, opened);
  const [tally] = act.data.tallies;
  if (act.data.tallies.length !== 1 || tally === undefined || opened.data.and !== undefined) return;
  if (opened.data.rule.of === 'cast' && outcome(opened.data.rule, tally) !== act.data.outcome)
    throw new Violation('8', book.origin, `${JSON.stringify(tally)} is not ${act.data.outcome}`, [
      act,
      opened,
    ] as never);
}

function outcome(
  { num, den, strict }: { num: number; den: number; strict: boolean },
  { yes, no }: { yes: number; no: number },
): string {
  if (yes + no === 0) return 'rejected';
  if (strict ? yes * den > (yes + no) * num : yes * den >= (yes + no) * num) return 'carried';
  return strict && num * 2 === den && yes === no ? 'tied' : 'rejected';
}

function handsIn({ book }: BookRecord, vote: number) {
  const sum = { yes: 0, no: 0, abstain: 0 };
  const entries = book.vault.blocks.filter((entry) => entry.vote === vote);
  for (const block of new Set(entries.map((entry) => entry.block))) {
    const own = entries.filter((entry) => entry.block === block);
    const last = own.filter(({ round }) => round === Math.max(...own.map((entry) => entry.round)));
    for (const choice of ['yes', 'no', 'abstain'] as const) sum[choice] += last[0]?.[choice] ?? 0;
  }
  return sum;
}

function handsAddUp(record: BookRecord, act: Told<'VoteClosed'>, opened: Told<'VoteOpened'>): void {
  const { book } = record;
  const sum = handsIn(record, act.data.vote);
  const [tally] = act.data.tallies;
  if (
    act.data.tallies.length === 1 &&
    JSON.stringify(Object.entries(sum).sort()) !== JSON.stringify(Object.entries(tally ?? {}).sort())
  )
    throw new Violation('8', book.origin, `hands were ${JSON.stringify(sum)}`, [act] as never);
  if (act.data.turnout > opened.data.present)
    throw new Violation('2', book.origin, 'more hands than people', [act] as never);
}

function ballotsAddUp(record: BookRecord, act: Told<'VoteClosed'>, opened: Told<'VoteOpened'>): void {
  const { book } = record;
  const bySeats = record.kind() !== 'base';
  const cast = (book.vault.ballots as (Cast & { vote: number })[]).filter(({ vote }) => vote === act.data.vote);
  const counts = (one: Cast) =>
    bySeats ? seatCounts(record, one.voter, one.holder, act.at) : wasThere(record, opened, one.voter);
  const counted = cast.filter(counts);
  if (new Set(counted.map(({ voter }) => voter)).size !== counted.length)
    throw new Violation('2', book.origin, 'a voter is counted twice', [act] as never);
  const [tally] = act.data.tallies;
  for (const choice of ['yes', 'no', 'abstain'] as const) {
    const own = counted.filter((one) => one.choice === choice).length;
    if (own !== tally?.[choice])
      throw new Violation(
        bySeats ? '3 and 4' : '2',
        book.origin,
        `${own} ${choice} count, ${tally?.[choice]} were counted`,
        [act] as never,
      );
  }
}

const wasThere = ({ book }: BookRecord, { index, data }: Told<'VoteOpened'>, voter: string): boolean =>
  book.vault.attendance.some(
    ({ sitting, holder, asOf }) => sitting === data.sitting && holder === voter && asOf <= index,
  );

export function officersElected(record: BookRecord, act: Told<'OfficersElected'>): void {
  const months = record.statuteAt(act.index)?.terms.officersMonths ?? 0;
  if (act.data.until > plusMonths(act.data.from, months))
    throw new Violation('5', record.book.origin, `a term until ${act.data.until}`, [act] as never);
}

/** Whoever acts under an office holds it on that day; after it they put nothing but the election to the vote. */
export function actedInTerm(record: BookRecord, act: Told<'VoteOpened'>): void {
  const { office } = act.by;
  const matter = record.at(act.data.motion, 'MotionTabled')?.data.matter;
  const election = record.last('OfficersElected', ({ data }) => data.officers.some((one) => one.office === office));
  const over = office === 'former-officer' || (election !== null && act.at >= election.data.until);
  if (over && matter !== 'election')
    throw new Violation('5', record.book.origin, `${office} is out of term`, [act] as never);
}
