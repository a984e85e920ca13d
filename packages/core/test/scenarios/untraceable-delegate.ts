import assert from 'node:assert/strict';
import { tableGet } from '../../src/index.ts';
import { convene, delegatesTo, evening, indexOf, seal } from '../federation/assembly.ts';
import { nth } from '../federation/decisions-story.ts';
import { dataOf } from '../federation/federation.ts';
import { federationOf } from '../federation/upper.ts';
import { type Scenario, says } from './telling.ts';

export const untraceableDelegate: Scenario = {
  title: 'The delegate whom nobody elected',
  wentWrong:
    'The assembly was a cartel of leaders: delegates spoke for juntas that had never met. ' +
    'Asked who had elected them, they showed a letter with a stamp.',
  stoppedBy: 'Articles `seals` and `delegates`; invariant 3',
  play(given, when, then) {
    const world = given('three juntas that each have two delegates in the assembly above', () => federationOf());
    const { fed, upper } = world;
    const junta = nth(world, 0);
    const accrediting = (sitting: number, seat: number) => ({ sitting, below: junta.origin, seat });
    const convening = () => convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: junta.tellers });

    const letter = when(
      'somebody shows a letter that the first junta’s delegate is another one, of a junta unknown here',
      () =>
        fed.refuses(
          upper.origin,
          upper.secretary,
          'AccreditSeat',
          { sitting: convening(), below: 'el-alto.example/junta-fantasma', seat: 1 },
          'not-affiliated',
        ),
    );
    then('a body that was never admitted has no seats', () => says(letter));

    const election = when('officers of the first junta enter a new delegate, and its secretary does not sign', () => {
      const proposal = delegatesTo(fed, upper.origin, [{ seat: 1, holder: junta.members[2] ?? '' }]);
      const [done] = evening(fed, junta, [{ matter: 'election', proposal }]);
      assert.ok(done);
      return indexOf(done, 'DelegatesElected');
    });
    const accredited = () => {
      const sitting = convening();
      fed.must(upper.origin, upper.secretary, 'AccreditSeat', accrediting(sitting, 1));
      return tableGet(fed.book(upper.origin).state.seats, `${junta.origin}#1`)?.holder;
    };
    then('it is the delegate of the sealed election who sits, and no other', () =>
      assert.equal(accredited(), junta.members[4]),
    );

    when('both officers sign with the keys that their own election enrolled', () => seal(fed, junta, election));
    then('the new delegate sits, and the accreditation cites the act of the junta that elected', () => {
      const sitting = convening();
      const done = fed.must(upper.origin, upper.secretary, 'AccreditSeat', accrediting(sitting, 1));
      assert.deepEqual(dataOf(done, 'SeatAccredited').election, { book: junta.origin, index: election });
    });
  },
};
