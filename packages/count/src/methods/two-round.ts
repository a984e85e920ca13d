import type { Method, Task } from '../method.ts';
import { byVotes, total, votesText } from '../tally.ts';
import { twoRoundWords as words } from '../words/two-round.ts';
import { markedVotes } from './marked.ts';
import { pairwise } from './pairwise.ts';

/** More than half in the first round; otherwise the first two meet again. */
export const twoRound: Method = {
  needs: 'choices',
  seats: 'one',
  options: {
    second: {
      default: 'ballots',
      values: ['ballots', 'vote'],
      says: {
        es: 'la segunda vuelta se cuenta con las preferencias de las mismas papeletas, o es otra votación: entonces sólo se dice quiénes pasan',
        en: 'the second round is counted from the preferences on the same ballots, or it is another vote: then only who goes on is said',
      },
    },
  },
  run: countTwoRounds,
};

function countTwoRounds(task: Task): void {
  const { election, record, withdrawn, settings } = task;
  const { votes, invalid } = markedVotes(election, 1, withdrawn);
  record.invalid = invalid;
  const standing = votes.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
  const valid = total(votes);
  const show = (sums: readonly bigint[], places: readonly number[]) =>
    sums.map((sum, at) => (places.includes(at) ? votesText(sum, election) : undefined));
  const tally = show(votes, standing);
  const all = votesText(valid, election);
  record.stage({ action: 'count', explanation: words.first(all), tally });
  const order = byVotes(standing, votes);
  const [first] = order;
  if (first === undefined || valid === 0n) return;
  const most = votes[first] as bigint;
  if (most * 2n > valid || standing.length === 1) {
    const explanation = words.majority(record.name(first), votesText(most, election), all);
    record.stage({ action: 'elect', explanation, tally, elected: [first] });
    return;
  }
  const second = votes[order[1] as number] as bigint;
  // Who goes on from a tie is a lot's choice, as is who wins one.
  const sure = order.filter((at) => (votes[at] as bigint) > second);
  const edge = order.filter((at) => votes[at] === second);
  const pair = [...sure, ...record.draw('elect', edge, 2 - sure.length)];
  if (settings.text('second') === 'vote') {
    record.stage({ action: 'second-round', explanation: words.runOff(record.names(pair)), tally });
    return;
  }
  const out = new Set(votes.flatMap((_, at) => (pair.includes(at) ? [] : [at])));
  const table = pairwise(election, 'last', out);
  const [a = 0, b = 0] = pair;
  const again = votes.map(() => 0n);
  again[a] = (table[a] as readonly bigint[])[b] as bigint;
  again[b] = (table[b] as readonly bigint[])[a] as bigint;
  record.stage({ action: 'second-round', explanation: words.runOff(record.names(pair)), tally: show(again, pair) });
  const tied = again[a] === again[b] ? pair : [(again[a] as bigint) > (again[b] as bigint) ? a : b];
  const winner = record.drawOne('elect', tied);
  const explanation = words.won(record.name(winner), votesText(again[winner] as bigint, election));
  record.stage({ action: 'elect', explanation, tally: show(again, pair), elected: [winner] });
}
