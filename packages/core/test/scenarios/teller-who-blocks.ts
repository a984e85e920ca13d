import assert from 'node:assert/strict';
import { appoint, convene, foundBase, hallOf, open, openVote, others, table } from '../federation/assembly.ts';
import { dataOf, Federation } from '../federation/federation.ts';
import { records, type Scenario, says } from './telling.ts';

export const tellerWhoBlocks: Scenario = {
  title: 'The teller who blocks everything',
  wentWrong:
    'One of the two tellers came to another number each time, and then to none at all. ' +
    'The sitting went home without a result, as somebody had wished.',
  stoppedBy: 'Article `tellers`; invariants 1 and 8',
  play(given, when, then) {
    const fed = new Federation();
    const base = given('a junta of forty, thirty of them in the hall, and a vote by raised hands', () => {
      const founded = foundBase(fed, 'villa-ingenio', 40);
      fed.pass({ days: 31 });
      return founded;
    });
    const { origin, presidium, tellers } = base;
    const [honest, blocker] = tellers;
    const sitting = convene(fed, hallOf(base));
    open(fed, hallOf(base), sitting, 30);
    const vote = openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'ordinary' }), 'hands');
    const counting = (yes: number, no: number, round = 1) => ({ vote, block: 'sala', round, yes, no, abstain: 0 });

    when('one teller counts 20 to 10, the other says 14 to 16', () => {
      fed.must(origin, honest, 'CountBlock', counting(20, 10));
      fed.must(origin, blocker, 'CountBlock', counting(14, 16));
    });
    const own = when('the same teller wants to do the recount', () =>
      fed.refuses(origin, blocker, 'CountBlock', counting(13, 17, 2), 'recount-by-others'),
    );
    then('a recount is by others', () => says(own));

    when('two neighbours are appointed, and one of them never comes back with a number', () => {
      appoint(fed, hallOf(base), sitting, others(base));
      fed.must(origin, others(base)[0], 'CountBlock', counting(20, 10, 2));
    });
    then('the presidency appoints another in the place of the silent one, and the vote is closed', () => {
      const [third] = others(base, 1);
      appoint(fed, hallOf(base), sitting, [others(base)[0], third]);
      fed.must(origin, third, 'CountBlock', counting(19, 11, 2));
    });
    const closed = when('the two numbers of the recount still differ, 20 to 10 and 19 to 11', () =>
      fed.must(origin, presidium, 'CloseVote', { vote }),
    );
    then('both stand in the book, and as each of them carries the motion, it has carried', () => {
      assert.equal(dataOf(closed, 'BlockCounted').agreed, false);
      assert.equal(dataOf(closed, 'VoteClosed').outcome, 'carried');
      return records(closed, 'BlockCounted');
    });
  },
};
