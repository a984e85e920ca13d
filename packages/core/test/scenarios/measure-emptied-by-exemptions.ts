import assert from 'node:assert/strict';
import { measureAt, servicesExempt, tableGet } from '../../src/index.ts';
import { decideAbove, declare } from '../federation/decisions-story.ts';
import { federationOf, sitUpper } from '../federation/upper.ts';
import { records, type Scenario, says } from './telling.ts';

export const measureEmptiedByExemptions: Scenario = {
  title: 'The blockade that everybody was let through',
  wentWrong:
    'Nobody lifted the blockade. One evening, as ordinary business, an exemption was voted for “all traffic”, ' +
    'and in the morning there was a blockade on paper and lorries on the road.',
  stoppedBy: 'Article `essential` (a closed list of services, within limits) and `ratification`; invariant 6',
  play(given, when, then) {
    const world = given('three juntas that block the road at Río Seco by a decision of their assembly', () =>
      federationOf(),
    );
    const { fed, upper } = world;
    const measure = declare(world);
    const wide = { kind: 'exempt-service', measure, service: 'Todo el tránsito' } as const;

    const refusal = when('an exemption for “all traffic” is put as ordinary business', () => {
      const sitting = sitUpper(world);
      const input = { sitting, matter: 'ordinary', title: 'Paso', text: 'Pasa todo.', proposal: wide } as const;
      const refused = fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'wider-than-essential');
      fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
      return refused;
    });
    then('it is not tabled: what is wider than an essential service is a lifting', () => says(refusal));

    const limits = { who: 'cisternas de agua', where: 'Río Seco', hours: { from: 5, until: 8 } };
    const done = when('water is exempted instead: for the tankers, at one place, from five to eight', () =>
      decideAbove(world, {
        matter: 'ordinary',
        proposal: { kind: 'exempt-service', measure, service: 'water', limits },
      }),
    );
    then('water passes at once, within these limits, and the blockade stands', () => {
      const { state } = fed.book(upper.origin);
      const called = tableGet(state.measures, measure);
      assert.ok(called);
      assert.equal(measureAt(state, called, fed.now), 'called');
      const water = servicesExempt(state, called, fed.now).find(({ service }) => service === 'water');
      assert.deepEqual(water?.limits, limits);
      return records(done, 'EssentialServiceExempted');
    });
  },
};
