import assert from 'node:assert/strict';
import { plusDays, tableGet } from '../../src/index.ts';
import { announcing, appoint, convene, foundBase, hallOf } from '../federation/assembly.ts';
import { consult } from '../federation/decisions-story.ts';
import { dataOf, Federation } from '../federation/federation.ts';
import { acclaim, gathering, square, text } from '../federation/story-gatherings.ts';
import { records, type Scenario, says } from './telling.ts';

export const squareOfEightyThousand: Scenario = {
  title: 'The square of 80,000',
  wentWrong:
    '“80,000 and 100,000 attended”, “half a million, according to some sources”: the square had decided. ' +
    'Who was in it, and what exactly was asked, was said afterwards by those with the microphone.',
  stoppedBy: 'Articles `tellers`, `calls` and `acclamation`; invariants 1, 2 and 6',
  play(given, when, then) {
    const fed = new Federation();
    const base = given('a junta with 41 on its roll, called together in the square', () => {
      const founded = foundBase(fed, 'villa-ingenio', 40);
      fed.pass({ days: 31 });
      return founded;
    });
    const { origin, secretary, tellers } = base;

    const counted = when('a teller enters 80,000 people as present', () => {
      const sitting = convene(fed, hallOf(base));
      appoint(fed, hallOf(base), sitting, tellers);
      const input = { sitting, round: 1, present: 80_000 };
      return fed.refuses(origin, tellers[0], 'CountPresence', input, 'more-hands-than-people');
    });
    then('a count is of those who belong to the body; of a crowd there is none', () => says(counted));

    const entered = when('the day is entered afterwards, with 80,000 hands for a pact', () =>
      fed.must(origin, secretary, 'EnterLateSitting', {
        heldAt: plusDays(fed.now, -1),
        place: 'Plaza San Francisco',
        call: 'first',
        present: 80_000,
        notice: announcing({ matter: 'pact', text: 'Que se firme.' }),
        decisions: [
          { matter: 'pact', title: 'Pacto', text: 'Que se firme.', yes: 80_000, no: 0, abstain: 0 },
          { matter: 'ordinary', title: 'Marcha', text: 'Que se marche.', yes: 80_000, no: 0, abstain: 0 },
        ],
      }),
    );
    then('what the square said stands in the book, irregular by name, and nothing of it is in force', () => {
      for (const { effect, irregularities } of dataOf(entered, 'SittingEnteredLate').decisions) {
        assert.equal(effect, 'none');
        assert.ok(irregularities.includes('more-hands-than-people'));
      }
      assert.equal(tableGet(fed.book(origin).state.resolutions, 0), undefined);
      assert.equal(fed.book(origin).state.resolutions.size, 0);
      return records(entered, 'SittingEnteredLate');
    });

    const world = given('an assembly of three juntas that calls everybody to the square', gathering);
    const { upper } = world;
    const sitting = when('the square fills, and is written down as a range with how it was estimated', () =>
      square(world),
    );
    const resolution = when('it acclaims what it wants', () => acclaim(world, sitting));
    const status = () => tableGet(world.fed.book(upper.origin).state.resolutions, resolution)?.status;
    then('that is a proposal to the bases, suspended until they have answered', () =>
      assert.equal(status(), 'suspended'),
    );
    const voted = when('those with the microphone want it voted as well that a pact be signed', () => {
      const proposal = { kind: 'pact', with: 'el gobierno' } as const;
      const motion = { sitting, matter: 'pact', title: 'Pacto', text: 'Que se firme.', proposal } as const;
      return world.fed.refuses(upper.origin, upper.presidium, 'TableMotion', motion, 'crowd-acclaims-only');
    });
    then('a square votes on nothing', () => says(voted));
    const closed = when('two of the three juntas, each in its own hall, say yes', () =>
      consult(world, resolution, text, ['yes', 'yes']),
    );
    then('it is in force because they have decided it', () => {
      assert.equal(status(), 'in-force');
      return records(closed, 'ResolutionRatified');
    });
  },
};
