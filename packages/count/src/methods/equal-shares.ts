import { add, compare, multiply, one, type Ratio, ratio, ratioDecimal, subtract, zero } from '../exact/ratio.ts';
import type { Method, Task } from '../method.ts';
import { Refused } from '../refused.ts';
import { votesText } from '../tally.ts';
import { committeeWords as words } from '../words/committee.ts';
import { approvalsOf, type Camp, campsIn, leastOf, priceEach, supporters } from './approvals.ts';
import { fillGreedily } from './greedy-budget.ts';
import { fillByLoads } from './phragmen.ts';
import { pickMost } from './pick.ts';

/** Equal shares for seats: everybody has the same money, together one for each seat; a candidate costs 1. */
export const equalShares: Method = {
  needs: 'choices',
  seats: 'file',
  options: {
    completion: {
      default: 'phragmen',
      values: ['phragmen', 'approval', 'none'],
      says: {
        es: 'cómo se llenan los puestos que nadie puede pagar: con Phragmén, con las aprobaciones, o quedan vacíos',
        en: 'how seats that nobody can pay for are filled: by Phragmén, by approvals, or they stay empty',
      },
    },
  },
  run: forSeats,
};

function forSeats(task: Task): void {
  const { election, seats, record, withdrawn, settings } = task;
  const camps = campsIn(task);
  const voters = election.ballots.total;
  const unit = 10n ** BigInt(election.ballots.scale);
  const share = voters === 0n ? zero : ratio(BigInt(seats) * unit, voters);
  const items = election.candidates.map((_, at): Item | null =>
    withdrawn.has(at) ? null : { cost: ratio(unit), utility: one },
  );
  const { bought, left } = buy(task, camps, items, share, seats, true);
  const open = seats - bought.length;
  if (open <= 0 || settings.text('completion') === 'none') return;
  if (settings.text('completion') === 'phragmen') {
    const most = left.reduce((a, b) => (compare(b, a) > 0 ? b : a), zero);
    fillByLoads(
      task,
      camps,
      left.map((money) => subtract(most, money)),
      new Set(bought),
    );
    return;
  }
  const approvals = approvalsOf(camps, election.candidates.length);
  const rest = election.candidates.flatMap((_, at) => (withdrawn.has(at) || bought.includes(at) ? [] : [at]));
  const tally = approvals.map((votes) => votesText(votes, election));
  const elected = pickMost(rest, approvals, { ...task, seats: open });
  record.stage({ action: 'complete', explanation: words.completed(record.names(elected)), tally, elected });
}

type Item = { readonly cost: Ratio; readonly utility: Ratio };

/** Buys what gives most for the money until nobody can pay for anything. */
function buy(
  task: Task,
  camps: readonly Camp[],
  items: readonly (Item | null)[],
  share: Ratio,
  most: number,
  written: boolean,
): { bought: number[]; left: Ratio[] } {
  const { record } = task;
  const left = camps.map(() => share);
  const backers = items.map((_, at) => supporters(camps, at));
  const bought: number[] = [];
  const prices: (Ratio | null)[] = items.map(() => zero);
  const open = new Set(
    items.flatMap((item, at) => (item === null || (backers[at] as number[]).length === 0 ? [] : [at])),
  );
  while (bought.length < most) {
    const price = (at: number): Ratio | null => {
      const { cost, utility } = items[at] as Item;
      return priceEach(camps, backers[at] as number[], left, cost, utility);
    };
    // A price never falls, and whoever cannot be paid for now never can: the last price is the least that the next may be.
    if (written) for (const at of open) prices[at] = price(at);
    const best = written ? leastOf([...open], (at) => prices[at] ?? null) : cheapest(open, prices, price);
    if (best === null) break;
    const next = record.drawOne('elect', best.places);
    const each = multiply(best.value, (items[next] as Item).utility);
    for (const camp of backers[next] as number[]) {
      const money = left[camp] as Ratio;
      left[camp] = compare(money, each) <= 0 ? zero : subtract(money, each);
    }
    const tally = written
      ? prices.map((each, at) => (open.has(at) && each !== null ? ratioDecimal(each, 6) : undefined))
      : [];
    open.delete(next);
    bought.push(next);
    if (!written) continue;
    record.stage({
      action: 'buy',
      explanation: words.bought(record.name(next), ratioDecimal(each, 6)),
      tally,
      elected: [next],
    });
  }
  return { bought, left };
}

/** The least price, looking only at those whose last price leaves it open; those who cannot be paid for go out. */
function cheapest(
  open: Set<number>,
  prices: (Ratio | null)[],
  price: (at: number) => Ratio | null,
): { places: number[]; value: Ratio } | null {
  const rising = [...open].sort((a, b) => compare(prices[a] as Ratio, prices[b] as Ratio));
  let best: { places: number[]; value: Ratio } | null = null;
  for (const at of rising) {
    if (best !== null && compare(prices[at] as Ratio, best.value) > 0) break;
    const own = price(at);
    prices[at] = own;
    if (own === null) {
      open.delete(at);
      continue;
    }
    const order = best === null ? -1 : compare(own, best.value);
    if (order < 0) best = { places: [at], value: own };
    else if (order === 0) best?.places.push(at);
  }
  return best;
}

/** Equal shares for a budget: everybody has the same part of it; projects are paid for by those who want them. */
export const mesPb: Method = {
  needs: 'projects',
  seats: 'file',
  options: {
    utility: {
      default: 'cardinality',
      values: ['cardinality', 'cost'],
      says: {
        es: 'lo que un proyecto vale para quien lo aprueba: lo mismo que cualquier otro, o lo que cuesta',
        en: 'what a project is worth to whoever approves it: as much as any other, or what it costs',
      },
    },
    completion: {
      default: 'none',
      values: ['none', 'add1', 'greedy', 'add1-greedy'],
      says: {
        es: 'qué se hace con el dinero que queda: nada; la parte de cada cual sube por pasos mientras el total alcance; los proyectos más votados que quepan; o ambos',
        en: 'what is done with the money left: nothing; everybody’s share rises by steps as long as the total suffices; the projects with most votes that fit; or both',
      },
    },
    step: {
      default: '',
      kind: 'ratio',
      says: {
        es: 'el paso de add1; si falta, un centésimo de la parte',
        en: 'the step of add1; if missing, a hundredth of the share',
      },
    },
  },
  run: forBudget,
};

const MOST_STEPS = 100_000;

function forBudget(task: Task): void {
  const { election, settings, withdrawn, record } = task;
  const budget = election.budget ?? zero;
  const camps = campsIn(task);
  const voters = election.ballots.total;
  const items = election.candidates.map((candidate, at): Item | null => {
    const cost = candidate.cost ?? zero;
    // What costs nothing needs no money; it cannot be bought and is not counted as a purchase.
    const outside = withdrawn.has(at) || compare(cost, zero) === 0 || compare(cost, budget) > 0;
    return outside ? null : { cost, utility: settings.text('utility') === 'cost' ? cost : one };
  });
  const completion = settings.text('completion');
  let share = voters === 0n ? zero : ratio(budget.n, budget.d * voters);
  if (completion.startsWith('add1')) share = raised(task, camps, items, share);
  const { bought } = buy(task, camps, items, share, items.length, true);
  if (completion.endsWith('greedy')) fillGreedily(task, new Set(bought));
  if (record.stages.length === 0) record.stage({ action: 'buy', explanation: words.nothing, tally: [] });
}

/** The highest share, by steps, at which what is bought still fits the budget. */
function raised(task: Task, camps: readonly Camp[], items: readonly (Item | null)[], start: Ratio): Ratio {
  const { settings, election } = task;
  const step = settings.text('step') === '' ? ratio(start.n, start.d * 100n) : settings.ratio('step');
  if (compare(step, zero) <= 0) throw new Refused('bad-option', { es: 'step no vale.', en: 'step is not valid.' });
  const possible = items.filter((item, at) => item !== null && supporters(camps, at).length > 0).length;
  let share = start;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = add(share, step);
    const { bought } = buy(task, camps, items, next, items.length, false);
    const cost = bought.reduce((all, at) => add(all, (items[at] as Item).cost), zero);
    if (compare(cost, election.budget ?? zero) > 0) return share;
    share = next;
    if (bought.length === possible) return share;
  }
  return share;
}
