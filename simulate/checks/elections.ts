// Elections among candidates, counted once more from what the tellers typed, paper by paper (invariants 2 and 8).
import { naiveGregory } from '../../packages/count/test/naive/gregory.ts';
import type { BookRecord, Told } from './record.ts';
import { Violation } from './violation.ts';

interface Paper {
  readonly ranks: readonly number[];
  readonly weight: number;
}

/** Lines of a BLT file between the head and the 0. */
function papersOf(file: string): readonly Paper[] {
  const lines = file.split('\n');
  return lines.slice(1, lines.indexOf('0')).flatMap((line) => {
    if (line.startsWith('-')) return [];
    const [weight = 0, ...ranks] = line.split(' ').map(Number);
    return [{ weight, ranks: ranks.slice(0, -1).map((number) => number - 1) }];
  });
}

type Counted = Told<'ElectionCounted'>;

export function electionCounted(record: BookRecord, act: Counted): void {
  const { book } = record;
  const { vote, contest, agreed, elected, lots, lotsRequired, vacated = [], seats } = act.data;
  const fail = (what: string, invariant = '8') => new Violation(invariant, book.origin, what, [act] as never);
  const motion = record.at(vote, 'VoteOpened')?.data.motion ?? -1;
  const typed = book.vault.ballotFiles.filter((row) => row.vote === vote && row.contest === contest);
  const last = typed.filter(({ round }) => round === Math.max(...typed.map((row) => row.round)));
  const files = new Set(last.map(({ file }) => file));
  if (new Set(last.map(({ teller }) => teller)).size !== 2) throw fail('not typed by two tellers');
  if (agreed !== (files.size === 1)) throw fail('said to agree, or to differ, as the tellers do not', '2');
  if (elected.length > seats) throw fail('more elected than places');
  const entered = record
    .all('CandidateEntered')
    .filter(({ data }) => data.motion === motion && data.contest === contest);
  const withdrawn = record
    .all('CandidateWithdrawn')
    .filter(({ data }) => data.motion === motion && data.contest === contest)
    .map(({ data }) => data.number - 1);
  for (const { number, holder } of elected)
    if (entered[number - 1]?.data.holder !== holder || withdrawn.includes(number - 1))
      throw fail(`${holder} does not stand as number ${number}`);
  if (agreed) tallied(act, papersOf([...files][0] ?? ''), { candidates: entered.length, gone: withdrawn }, fail);
  turnout(record, act, last, fail);
  if (lots.length === 0 && lotsRequired === undefined && vacated.length === 0 && agreed && elected.length < seats)
    throw fail('places stay empty');
}

interface Standing {
  readonly candidates: number;
  readonly gone: readonly number[];
}

type Fail = (what: string, invariant?: string) => Violation;

/** A count with lots says by them who is in; without, the papers alone say it. */
function tallied({ data }: Counted, papers: readonly Paper[], standing: Standing, fail: Fail): void {
  const { method, lots, vacated = [], lotsRequired, elected } = data;
  const said = elected.map(({ number }) => number - 1);
  if (method === 'plurality') {
    mostVotes(data, papers, standing, fail);
    return;
  }
  if (method !== 'scottish-stv' || lots.length > 0 || vacated.length > 0) return;
  const ballots = papers.map(({ ranks, weight }) => ({ weight, ranks: ranks.map((at) => [at]) }));
  const profile = { candidates: standing.candidates, seats: data.seats, ballots };
  const naive = naiveGregory(profile, [], standing.gone, data.seats);
  if (naive === 'tie') {
    if (lotsRequired === undefined) throw fail('a tie is an outcome, and none was said');
  } else if (lotsRequired !== undefined) throw fail('a lot is asked for, and nothing is tied');
  else if (`${[...naive.elected].sort()}` !== `${[...said].sort()}`) throw fail(`the papers elect ${naive.elected}`);
}

/** The first mark alone counts. Whoever left is skipped, as are those who were away when the place was filled again. */
function mostVotes(data: Counted['data'], papers: readonly Paper[], { candidates, gone }: Standing, fail: Fail): void {
  const { lots, vacated = [], lotsRequired, elected, options } = data;
  const away = options.find(({ option }) => option === 'unavailable')?.value.split(',') ?? [];
  const out = [...gone, ...vacated.map((number) => number - 1), ...away.map((number) => Number(number) - 1)];
  const votes = Array.from({ length: candidates }, (_, at) =>
    papers.reduce((sum, { ranks, weight }) => (ranks[0] === at ? sum + weight : sum), 0),
  );
  const left = votes.flatMap((own, at) => (out.includes(at) ? [] : [own]));
  const most = Math.max(...left);
  const first = votes.flatMap((own, at) => (own === most && !out.includes(at) ? [at] : []));
  const said = elected.map(({ number }) => number - 1);
  if (said.some((at) => votes[at] !== most || out.includes(at))) throw fail(`elected with fewer than ${most} votes`);
  if (first.length > 1 && lots.length === 0 && lotsRequired === undefined && vacated.length === 0)
    throw fail('a tie is an outcome, and none was said');
}

/** Papers are as many as the tellers saw, and never more than people who have one. */
function turnout(
  record: BookRecord,
  { data }: Counted,
  last: readonly { readonly papers: number; readonly spoilt: number }[],
  fail: Fail,
): void {
  const { book } = record;
  const sitting = record.at(data.vote, 'VoteOpened')?.data.sitting;
  const rows = book.vault.attendance.filter((row) => row.sitting === sitting && row.channel === 'paper');
  const people = new Set(rows.map(({ holder }) => holder)).size;
  const [first] = last;
  const { valid, blank, invalid, spoilt } = data.papers;
  if (data.agreed && first !== undefined && valid + blank + invalid + spoilt !== first.papers)
    throw fail(`${first.papers} papers, ${valid + blank + invalid + spoilt} counted`, '2');
  // Named attendance may be deleted by the time at which a vacancy is filled.
  if (data.vacated === undefined && last.some(({ papers }) => papers > people))
    throw fail('more papers than people who had one', '2');
}

/** Whoever takes office by an election among candidates is whom the papers elected. */
export function officersAsCounted(record: BookRecord, act: Told<'OfficersElected'>): void {
  const counts = record.all('ElectionCounted').filter(({ data }) => data.vote === act.data.vote);
  const byContest = new Map(counts.map(({ data }) => [data.contest, data]));
  for (const { places = [], elected } of byContest.values())
    for (const [position, office] of places.entries()) {
      const holder = act.data.officers.find((one) => one.office === office)?.holder;
      if (holder !== elected[position]?.holder)
        throw new Violation('8', record.book.origin, `${office} is not who was elected`, [act] as never);
    }
}

export function delegatesAsCounted(record: BookRecord, act: Told<'DelegatesElected'>): void {
  const counted = record.last('ElectionCounted', ({ data }) => data.vote === act.data.vote);
  if (counted === null) return;
  const { places = [], elected } = counted.data;
  for (const { seat, holder } of act.data.seats)
    if (elected[places.indexOf(`${seat}`)]?.holder !== holder)
      throw new Violation('8', record.book.origin, `seat ${seat} is not who was elected`, [act] as never);
}
