import { type Ratio, ratio, ratioDecimal, zero } from '../exact/ratio.ts';
import type { Method, Task } from '../method.ts';
import { committeeWords as words } from '../words/committee.ts';
import { type Camp, campsIn, leastOf, supporters } from './approvals.ts';

/** Phragmén's sequential method: every seat is a load that its supporters share; each time the heaviest load stays least. */
export const phragmen: Method = {
  needs: 'choices',
  seats: 'file',
  options: {},
  run: (task) => {
    const camps = campsIn(task);
    fillByLoads(
      task,
      camps,
      camps.map(() => zero),
      new Set(),
    );
  },
};

/** Fills the seats left, from the loads that the camps carry already. */
export function fillByLoads(
  task: Task,
  camps: readonly Camp[],
  start: readonly Ratio[],
  taken: ReadonlySet<number>,
): void {
  const { election, record, seats, withdrawn } = task;
  const loads = [...start];
  const backers = election.candidates.map((_, at) => supporters(camps, at));
  const left = new Set(election.candidates.flatMap((_, at) => (withdrawn.has(at) || taken.has(at) ? [] : [at])));
  while (record.elected.length < seats && left.size > 0) {
    const values = election.candidates.map((_, at) =>
      left.has(at) ? loadWith(camps, loads, backers[at] as number[], election.ballots.scale) : null,
    );
    const least = leastOf([...left], (at) => values[at] ?? null);
    // Whom nobody approves costs nobody anything; that comes last.
    const next = record.drawOne('elect', least?.places ?? [...left]);
    const load = values[next] ?? zero;
    for (const camp of backers[next] as number[]) loads[camp] = load;
    left.delete(next);
    const tally = values.map((value) => (value === null ? undefined : ratioDecimal(value, 6)));
    record.stage({
      action: 'elect',
      explanation: words.load(record.name(next), ratioDecimal(load, 6)),
      tally,
      elected: [next],
    });
  }
}

function loadWith(
  camps: readonly Camp[],
  loads: readonly Ratio[],
  who: readonly number[],
  scale: number,
): Ratio | null {
  if (who.length === 0) return null;
  const unit = 10n ** BigInt(scale);
  let [weight, numerator, denominator] = [0n, unit, 1n];
  for (const at of who) {
    const { n, d } = loads[at] as Ratio;
    const own = (camps[at] as Camp).weight;
    weight += own;
    [numerator, denominator] =
      d === denominator ? [numerator + n * own, d] : [numerator * d + n * own * denominator, denominator * d];
    const shorter = ratio(numerator, denominator);
    [numerator, denominator] = [shorter.n, shorter.d];
  }
  return ratio(numerator, denominator * weight);
}
