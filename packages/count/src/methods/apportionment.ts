import { compare, floor, multiply, parseRatio, type Ratio, ratio, ratioDecimal } from '../exact/ratio.ts';
import type { Method, Task } from '../method.ts';
import { Refused } from '../refused.ts';
import type { OptionSpecs } from '../settings.ts';
import { total } from '../tally.ts';
import { seatWords as words } from '../words/seats.ts';
import { markedVotes } from './marked.ts';

const shareOptions: OptionSpecs = {
  threshold: {
    default: 'file',
    kind: 'text',
    says: {
      es: 'la parte de los votos por debajo de la cual una lista no recibe nada (0.04, 4%); si falta, la del archivo',
      en: 'the share of the votes below which a list gets nothing (0.04, 4%); if missing, that of the file',
    },
  },
  'threshold-is': {
    default: 'inclusive',
    values: ['inclusive', 'exclusive'],
    says: { es: 'si basta con alcanzarla o hay que superarla', en: 'whether it has to be reached or exceeded' },
  },
  minimum: {
    default: '0',
    kind: 'whole',
    says: { es: 'puestos que toda lista recibe', en: 'seats that every list gets' },
  },
  cap: {
    default: '',
    kind: 'text',
    says: { es: 'cuántos puestos puede tener una lista', en: 'how many seats a list may have' },
  },
};

/** What a list's votes are divided by for its next seat, when it has this many. */
type Divisor = (has: number, settings: Task['settings']) => Ratio;

const divisorMethod = (divisor: Divisor, options: OptionSpecs = {}): Method => ({
  needs: 'parties',
  seats: 'file',
  options: { ...shareOptions, ...options },
  run: (task) => byDivisors(task, divisor),
});

export const dhondt = divisorMethod((has) => ratio(BigInt(has + 1)));
export const sainteLague = divisorMethod((has) => ratio(BigInt(2 * has + 1)));
export const modifiedSainteLague = divisorMethod(
  (has, settings) => (has === 0 ? settings.ratio('first') : ratio(BigInt(2 * has + 1))),
  {
    first: {
      default: '1.4',
      kind: 'ratio',
      aboveZero: true,
      says: { es: 'el primer divisor', en: 'the first divisor' },
    },
  },
);

const remainderMethod = (quota: (votes: bigint, seats: bigint) => Ratio): Method => ({
  needs: 'parties',
  seats: 'file',
  options: shareOptions,
  run: (task) => byRemainders(task, quota),
});

export const hare = remainderMethod((votes, seats) => ratio(votes, seats));
export const droopRemainder = remainderMethod((votes, seats) => ratio(votes / (seats + 1n) + 1n));

type Lists = { readonly votes: readonly bigint[]; readonly inside: readonly number[]; readonly most: number };

function listsIn(task: Task): Lists {
  const { election, settings, record, withdrawn } = task;
  const counted = election.style === 'none' ? null : markedVotes(election, 1, withdrawn);
  const votes = counted?.votes ?? election.candidates.map((one, at) => (withdrawn.has(at) ? 0n : (one.votes ?? 0n)));
  record.invalid = counted?.invalid ?? 0n;
  const all = total(votes);
  const text = settings.text('threshold');
  const given = text === 'file' ? election.threshold : text === '' ? null : parseRatio(text);
  if (text !== 'file' && text !== '' && given === null) throw badOption('threshold', text);
  const needed = multiply(given ?? ratio(0n), ratio(all));
  const above = settings.text('threshold-is') === 'exclusive' ? 1 : 0;
  const standing = votes.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
  const passes = (at: number) => given === null || compare(ratio(votes[at] as bigint), needed) >= above;
  const inside = standing.filter(passes);
  const cap = settings.text('cap');
  if (cap !== '' && !/^\d{1,7}$/.test(cap)) throw badOption('cap', cap);
  const out = standing.filter((at) => !inside.includes(at));
  record.stage({
    action: 'count',
    explanation: words.counted(String(all), given === null ? null : ratioDecimal(needed, 2), record.names(out)),
    tally: votes.map((sum, at) => (withdrawn.has(at) ? undefined : String(sum))),
    excluded: out,
  });
  return { votes, inside, most: cap === '' ? Number.POSITIVE_INFINITY : Number(cap) };
}

function badOption(name: string, value: string): Refused {
  return new Refused('bad-option', { es: `${name}=${value} no vale.`, en: `${name}=${value} is not valid.` });
}

/** Every list its minimum first; refused where there are not seats enough for it. */
function minimumSeats({ settings, seats, record }: Task, lists: Lists, seatsOf: number[]): number[] {
  const least = settings.whole('minimum');
  if (least * lists.inside.length > seats) {
    throw new Refused('too-few-seats', {
      es: `No hay puestos para dar ${least} a cada una de ${lists.inside.length} listas.`,
      en: `There are not seats enough to give ${least} to each of ${lists.inside.length} lists.`,
    });
  }
  const given = lists.inside.flatMap((at) => new Array<number>(least).fill(at));
  for (const at of given) seatsOf[at] = (seatsOf[at] ?? 0) + 1;
  if (given.length > 0) {
    record.stage({ action: 'minimum', explanation: words.minimum(least), tally: seatsOf.map(String), elected: given });
  }
  return given;
}

/** With more seats than this the stages say who got one, but not how many everybody has by then. */
const MOST_TABLES = 1_000;

function byDivisors(task: Task, divisor: Divisor): void {
  const { record, seats, settings } = task;
  const lists = listsIn(task);
  const has = lists.votes.map(() => 0);
  let left = seats - minimumSeats(task, lists, has).length;
  const quotients = lists.votes.map((votes, at) => over(votes, divisor(has[at] as number, settings)));
  while (left > 0) {
    const open = lists.inside.filter((at) => (has[at] as number) < lists.most && (lists.votes[at] as bigint) > 0n);
    if (open.length === 0) break;
    const most = open.reduce((a, b) => (compare(quotients[b] as Ratio, quotients[a] as Ratio) > 0 ? b : a));
    const equal = open.filter((at) => compare(quotients[at] as Ratio, quotients[most] as Ratio) === 0);
    // Where there are seats for all who are equal, it does not matter who is first.
    const next = equal.length <= left ? equal : record.draw('elect', equal, left);
    for (const at of next) {
      const quotient = ratioDecimal(quotients[at] as Ratio, 4);
      has[at] = (has[at] as number) + 1;
      quotients[at] = over(lists.votes[at] as bigint, divisor(has[at] as number, settings));
      const tally = seats > MOST_TABLES ? [] : has.map(String);
      record.stage({
        action: 'seat',
        explanation: words.quotient(seats - left + 1, record.name(at), quotient),
        tally,
        elected: [at],
      });
      left -= 1;
    }
  }
  finish(task, has, left);
}

const over = (votes: bigint, by: Ratio): Ratio => ratio(votes * by.d, by.n);

function byRemainders(task: Task, quotaOf: (votes: bigint, seats: bigint) => Ratio): void {
  const { record, seats } = task;
  const lists = listsIn(task);
  const all = total(lists.inside.map((at) => lists.votes[at] as bigint));
  const has = lists.votes.map(() => 0);
  const given = minimumSeats(task, lists, has);
  if (all === 0n) {
    finish(task, has, seats - given.length);
    return;
  }
  const quota = quotaOf(all, BigInt(seats));
  record.quota = ratioDecimal(quota, 4);
  const whole = lists.votes.map((votes) => floor(ratio(votes * quota.d, quota.n)));
  const wanted = lists.inside.flatMap((at) => {
    const number = Math.min(Number(whole[at]), lists.most) - (has[at] as number);
    return new Array<number>(Math.max(0, number)).fill(at);
  });
  let left = seats - given.length;
  if (wanted.length > left) {
    throw new Refused('too-few-seats', {
      es: 'Con los mínimos, los puestos no alcanzan para las cuotas enteras; use un método de divisores.',
      en: 'With the minimums the seats do not suffice for the whole quotas; use a divisor method.',
    });
  }
  for (const at of wanted) has[at] = (has[at] as number) + 1;
  left -= wanted.length;
  record.stage({ action: 'quotas', explanation: words.quotas(record.quota), tally: has.map(String), elected: wanted });
  // A list whose minimum or cap is not its whole quotas has left over what is missing or too much.
  const rests = lists.votes.map((votes, at) => votes * quota.d - BigInt(has[at] as number) * quota.n);
  const rest = (at: number): bigint => rests[at] as bigint;
  while (left > 0) {
    // A remainder serves once; with caps there may be more seats than remainders, and then all serve again.
    const open = lists.inside.filter((at) => (has[at] as number) < lists.most);
    if (open.length === 0) break;
    const falling = [...open].sort((a, b) => (rest(b) > rest(a) ? 1 : rest(b) < rest(a) ? -1 : a - b));
    const edge = falling[Math.min(left, falling.length) - 1] as number;
    const sure = falling.filter((at) => rest(at) > rest(edge));
    const tied = falling.filter((at) => rest(at) === rest(edge));
    const next = [...sure, ...record.draw('elect', tied, Math.min(left, falling.length) - sure.length)];
    for (const at of next) has[at] = (has[at] as number) + 1;
    left -= next.length;
    record.stage({
      action: 'remainders',
      explanation: words.remainders(record.names(next)),
      tally: has.map(String),
      elected: next,
    });
  }
  finish(task, has, left);
}

function finish({ record }: Task, has: readonly number[], left: number): void {
  record.stage({ action: 'result', explanation: words.result(left), tally: has.map(String) });
}
