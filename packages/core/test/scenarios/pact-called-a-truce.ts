import assert from 'node:assert/strict';
import { tableGet } from '../../src/index.ts';
import { indexOf } from '../federation/assembly.ts';
import { consult, decideAbove, declare, nth, seatOf } from '../federation/decisions-story.ts';
import { federationOf, sitUpper } from '../federation/upper.ts';
import { records, type Scenario, says } from './telling.ts';

const text = 'Tregua: los puntos de bloqueo se retiran mientras se dialoga.';

export const pactCalledATruce: Scenario = {
  title: 'The pact that is called a truce',
  wentWrong:
    'The measure was not lifted, the leaders said: there was only a truce. ' +
    'The road was open next morning, and it was never closed again.',
  stoppedBy: 'Articles `rules` (what a proposal does fixes its matter) and `ratification`; invariant 6',
  play(given, when, then) {
    const world = given('three juntas that block the road at Río Seco by a decision of their assembly', () =>
      federationOf(),
    );
    const { fed, upper } = world;
    const measure = declare(world);

    const refusal = when('the presidency puts the suspension of the blockade as ordinary business', () =>
      fed.refuses(
        upper.origin,
        upper.presidium,
        'TableMotion',
        {
          sitting: sitUpper(world),
          matter: 'ordinary',
          title: 'Tregua',
          text,
          proposal: { kind: 'lift', measure, how: 'suspend' },
        },
        'proposal-does-not-fit-matter',
      ),
    );
    then('what lifts a measure is decided as lifting, whatever it is called', () => says(refusal));

    const truce = when('it is put in mere words instead, as a resolution on dialogue, and carries', () => {
      const [sitting = 0] = fed.book(upper.origin).state.activeSittings;
      fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
      return indexOf(decideAbove(world, { matter: 'ordinary', text }), 'ResolutionAdopted');
    });
    const challenged = when('a delegate of the third junta says that these words lift the blockade', () =>
      fed.must(upper.origin, seatOf(world, nth(world, 2)), 'ChallengeClassification', {
        resolution: truce,
        claimedMatter: 'lifting',
      }),
    );
    const status = () => tableGet(fed.book(upper.origin).state.resolutions, truce)?.status;
    then('the truce is suspended at once, and the bases decide', () => {
      assert.equal(status(), 'suspended');
      return records(challenged, 'ClassificationChallenged');
    });
    const closed = when('two juntas answer that they want no truce', () => consult(world, truce, text, ['no', 'no']));
    then('the truce is void and the blockade goes on', () => {
      assert.equal(tableGet(fed.book(upper.origin).state.measures, measure)?.lifted ?? null, null);
      assert.equal(status(), 'rejected');
      return records(closed, 'ResolutionRejected');
    });
  },
};
