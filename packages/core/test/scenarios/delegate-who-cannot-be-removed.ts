import assert from 'node:assert/strict';
import { tableGet } from '../../src/index.ts';
import { indexOf, openVote, seal, table } from '../federation/assembly.ts';
import { inBase, nth, seatOf } from '../federation/decisions-story.ts';
import { anyone, dataOf } from '../federation/federation.ts';
import { callOut, federationOf, sitUpper } from '../federation/upper.ts';
import { records, type Scenario, says } from './telling.ts';

export const delegateWhoCannotBeRemoved: Scenario = {
  title: 'The delegate who cannot be removed',
  wentWrong:
    'The delegate voted against everything that the junta had decided, and said so on the radio. ' +
    'A delegate is removed by a congress, the junta was told, and the next one was two years away.',
  stoppedBy: 'Article `recall`; invariant 4',
  play(given, when, then) {
    const world = given('an assembly in which a junta has two delegates, each with an alternate', () => federationOf());
    const { fed, upper, bases } = world;
    const junta = nth(world, 2);
    const key = `${junta.origin}#1`;
    const chair = { origin: upper.origin, chair: upper.presidium };
    const delegate = seatOf(world, junta);
    const vote = given('the assembly votes by roll call, and the first of them has just said no', () => {
      const opened = openVote(fed, chair, table(fed, chair, sitUpper(world), { matter: 'ordinary' }), 'roll-call');
      callOut(fed, upper.origin, upper.presidium, opened, key, 'no');
      return opened;
    });

    when('the junta meets the same evening and recalls that delegate, with the signatures of its officers', () => {
      const election = tableGet(fed.book(upper.origin).state.seats, key)?.election.index ?? 0;
      const proposal = { kind: 'recall-delegate', election, seat: 1 } as const;
      seal(fed, junta, indexOf(inBase(world, junta, { matter: 'recall', proposal }), 'DelegateRecalled'));
    });
    const presented = when('a neighbour shows it to the assembly while the vote is still open', () =>
      fed.must(upper.origin, anyone, 'PresentRecall', { below: junta.origin, seat: 1 }),
    );
    then('from that moment on it counts, whoever presides', () => records(presented, 'RecallPresented'));
    then('the alternate has the seat, in the vote that is open too', () => records(presented, 'AlternateSeated'));

    const refusal = when('the one who was recalled speaks for the junta all the same', () =>
      fed.refuses(
        upper.origin,
        delegate,
        'RecordOutsidePact',
        { with: 'el ministerio', text: 'Acta', signedBy: 'presidencia', signedAt: fed.now },
        'not-allowed',
      ),
    );
    then('that is nobody’s seat any more', () => says(refusal));

    const closed = when('the alternate answers, and the others do', () => {
      callOut(fed, upper.origin, upper.presidium, vote, key, 'yes');
      for (const { origin } of bases.slice(0, 2))
        callOut(fed, upper.origin, upper.presidium, vote, `${origin}#1`, 'yes');
      return fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
    });
    then('the vote of the one who was recalled has dropped, and the seat has one vote', () => {
      const { tallies, dropped } = dataOf(closed, 'VoteClosed');
      assert.deepEqual([tallies, dropped], [[{ yes: 3, no: 0, abstain: 0 }], 1]);
    });
  },
};
