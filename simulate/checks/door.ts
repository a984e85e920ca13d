// Slips and speeches, counted once more (invariants 2 and 8): from the acts, and from what lies in the vault of the sitting.
import type { BookRecord, Told } from './record.ts';
import { Violation } from './violation.ts';

/** The numbers that are out when that act is written. */
export function slipsOut(record: BookRecord, sitting: number, before: number): ReadonlySet<number> {
  const out = new Set<number>();
  for (const { index, data } of record.all('SlipsIssued'))
    if (data.sitting === sitting && index < before)
      for (let number = data.from; number <= data.to; number++) out.add(number);
  for (const { index, data } of record.all('SlipVoided'))
    if (data.sitting === sitting && index < before) out.delete(data.number);
  return out;
}

/** What two tellers saw at the door, the last time they counted. */
export function peopleCounted({ book }: BookRecord, sitting: number): number {
  const rows = book.vault.presence.filter((row) => row.sitting === sitting);
  const last = rows.filter(({ round }) => round === Math.max(...rows.map((row) => row.round)));
  const [first] = last;
  const agreed =
    new Set(last.map(({ teller }) => teller)).size >= 2 && last.every(({ present }) => present === first?.present);
  return agreed ? (first?.present ?? 0) : 0;
}

/** Never more are out than people who were counted and have not checked in otherwise. */
export function slipsIssued(record: BookRecord, act: Told<'SlipsIssued'>): void {
  const { book } = record;
  const { sitting, from, to, present } = act.data;
  const fail = (what: string) => new Violation('2', book.origin, what, [act] as never);
  const kind = record.at(sitting, 'SittingConvened')?.data.kind;
  if (kind === undefined || record.statuteAt(act.index)?.walkIns?.sittings.includes(kind) !== true)
    throw fail('slips in a sitting that the statute opens to nobody');
  const before = record.last('SlipsIssued', ({ index, data }) => index < act.index && data.sitting === sitting);
  if (from !== (before?.data.to ?? 0) + 1 || to < from) throw fail('a number is given out twice');
  if (present !== peopleCounted(record, sitting)) throw fail('not as many as the tellers counted');
  const rows = book.vault.attendance.filter((row) => row.sitting === sitting && !row.holder.startsWith('slip-'));
  const otherwise = new Set(rows.map(({ holder }) => holder)).size;
  const out = slipsOut(record, sitting, act.index + 1).size;
  if (out + otherwise > present) throw fail(`${out} slips and ${otherwise} checked in, ${present} people`);
}

/** Hands as two tellers agreed on them, and each slip and phone once: what was taken out by then does not count. */
export function slipsAddUp(record: BookRecord, act: Told<'VoteClosed'>, hands: Readonly<Record<Choice, number>>): void {
  const { book } = record;
  const { vote, tallies, turnout } = act.data;
  const opened = record.at(vote, 'VoteOpened');
  if (opened?.data.slips === undefined) return;
  const { sitting } = opened.data;
  const fail = (what: string) => new Violation('2', book.origin, what, [act, opened] as never);
  const out = slipsOut(record, sitting, act.index);
  const there = new Set(book.vault.attendance.flatMap((row) => (row.sitting === sitting ? [row.holder] : [])));
  const cast = book.vault.ballots.filter((ballot) => ballot.vote === vote);
  if (new Set(cast.map(({ voter }) => voter)).size !== cast.length) throw fail('somebody votes twice');
  const counted = cast.filter(({ voter }) => {
    const slip = /^slip-(\d+)-(\d+)$/.exec(voter);
    return there.has(voter) && (slip === null || (Number(slip[1]) === sitting && out.has(Number(slip[2]))));
  });
  if (turnout > peopleCounted(record, sitting)) throw fail(`${turnout} votes, and fewer people`);
  const [tally] = tallies;
  if (tallies.length !== 1 || tally === undefined) return;
  for (const choice of ['yes', 'no', 'abstain'] as const) {
    const own = hands[choice] + counted.filter((ballot) => ballot.choice === choice).length;
    if (own !== tally[choice]) throw fail(`${own} ${choice}, ${tally[choice]} were counted`);
  }
}

type Choice = 'yes' | 'no' | 'abstain';

/** How often and how long was spoken: the clock of whoever speaks runs, and stands still for who was interrupted. */
export function debateEnded(record: BookRecord, act: Told<'DebateEnded'>): void {
  const { sitting, motion, speeches, seconds, unheard } = act.data;
  const item = motion ?? sitting;
  const rows = record.book.vault.floors.filter((row) => row.sitting === sitting).map(({ entry }) => entry);
  const last = rows.at(-1);
  // What this act closes is noted in the same moment.
  const entries = last?.event === 'closed' && last.item === item && last.at === act.at ? rows.slice(0, -1) : rows;
  const itemOf = new Map<number, number>();
  const spoken = new Map<number, number>();
  const silent = new Set<number>();
  const talking: number[] = [];
  let since = '';
  const pass = (until: string): void => {
    const [now] = talking;
    if (now !== undefined) spoken.set(now, (spoken.get(now) ?? 0) + (Date.parse(until) - Date.parse(since)) / 1000);
    since = until;
  };
  for (const entry of entries) {
    pass(entry.at);
    if (entry.event === 'asked') {
      itemOf.set(entry.number, entry.item);
      silent.add(entry.number);
    } else if (entry.event === 'closed') {
      for (const [number, about] of itemOf)
        if (about === entry.item) for (const kept of [spoken, silent, itemOf]) kept.delete(number);
    } else {
      if (entry.event === 'given') {
        talking.unshift(entry.number);
        spoken.set(entry.number, 0);
      } else if (talking.includes(entry.number)) talking.splice(talking.indexOf(entry.number), 1);
      silent.delete(entry.number);
    }
  }
  pass(act.at);
  const own = [...spoken].filter(([number]) => itemOf.get(number) === item);
  const said = {
    speeches: own.length,
    seconds: own.reduce((sum, [, one]) => sum + one, 0),
    unheard: [...silent].filter((one) => itemOf.get(one) === item).length,
  };
  if (JSON.stringify(said) !== JSON.stringify({ speeches, seconds, unheard }))
    throw new Violation('8', record.book.origin, `spoken was ${JSON.stringify(said)}`, [act] as never);
}
