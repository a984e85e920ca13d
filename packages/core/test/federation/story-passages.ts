// A federation closes a road, and lets through what life needs: on paper, counted, and with a key that is lost.
import { plusHours } from '../../src/index.ts';
import { seal } from './assembly.ts';
import { decisionsStatute, declare } from './decisions-story.ts';
import { nameKey, passage } from './passages.ts';
import { federationOf, type World } from './upper.ts';

export function playPassages(): World {
  const world = federationOf({ bases: 3, upperStatute: decisionsStatute });
  const { fed, upper } = world;
  const measure = declare(world);
  const key = nameKey(world, measure);
  seal(fed, upper, key);
  fed.must(upper.origin, upper.secretary, 'GrantPassage', passage(world, key, measure, { plate: '4213-ABC' }));
  fed.must(upper.origin, upper.secretary, 'RevokePassage', { pass: 'P4Q8ZK1M' });
  const from = fed.now;
  fed.pass({ hours: 12 });
  const counted = {
    withPass: [{ cargo: 'oxygen', count: 3 }],
    withoutPass: [{ cargo: 'patients', count: 5 }],
  } as const;
  const totals = { closure: measure, from, until: plusHours(from, 12), ...counted };
  fed.must(upper.origin, upper.secretary, 'ReconcilePassages', totals);
  fed.must(upper.origin, upper.secretary, 'WithdrawPassKey', { key });
  return world;
}
