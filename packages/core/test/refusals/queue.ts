// Refusals about household cards and the queue at the neighbourhood.
import { plusHours } from '../../src/index.ts';
import {
  announce,
  codeOf,
  commitmentOf,
  drawn,
  issue,
  type Neighbourhood,
  neighbourhood,
  serving,
} from '../federation/queue.ts';

const settled = neighbourhood(4);
const given = (): Neighbourhood => ({ ...settled, fed: settled.fed.fork() });

export const queueScenes = {
  'more-cards-than-households': () => {
    const scene = given();
    const { fed, base, origin } = scene;
    const commitments = [commitmentOf(origin, codeOf('one more'))];
    fed.refuses(
      origin,
      base.secretary,
      'IssueHouseholdCards',
      { households: 4, commitments },
      'more-cards-than-households',
    );
    fed.must(origin, base.secretary, 'VoidHouseholdCard', { card: 4 });
    issue(scene, [codeOf('one more')], 4);
  },
  'no-such-household-card': () => {
    const scene = given();
    const { fed, base, origin } = scene;
    const queue = drawn(scene);
    fed.refuses(
      origin,
      base.presidium,
      'ServePortion',
      serving(queue, codeOf('nobody'), 'x', true),
      'no-such-household-card',
    );
    fed.refuses(origin, base.secretary, 'VoidHouseholdCard', { card: 5 }, 'no-such-household-card');
  },
  'household-card-void': () => {
    const scene = given();
    const { fed, base, origin, codes } = scene;
    const queue = drawn(scene);
    fed.must(origin, base.secretary, 'VoidHouseholdCard', { card: 2 });
    fed.refuses(origin, base.presidium, 'ServePortion', serving(queue, codes[1] ?? '', 'x'), 'household-card-void');
    fed.must(origin, base.presidium, 'ServePortion', serving(queue, codes[1] ?? '', 'x', true));
  },
  'household-card-later': () => {
    const scene = given();
    const { fed, base, origin } = scene;
    const queue = drawn(scene);
    const late = codeOf('late');
    issue(scene, [late], 5);
    fed.refuses(origin, base.presidium, 'ServePortion', serving(queue, late, 'x'), 'household-card-later');
    fed.must(origin, base.presidium, 'ServePortion', serving(queue, late, 'x', true));
  },
  'already-served': () => {
    const scene = given();
    const { fed, base, origin, codes } = scene;
    const queue = drawn(scene);
    const [code = ''] = codes;
    fed.must(origin, base.presidium, 'ServePortion', serving(queue, code, 'first'));
    fed.refuses(origin, base.secretary, 'ServePortion', serving(queue, code, 'second'), 'already-served');
    fed.must(origin, base.presidium, 'ServePortion', serving(queue, code, 'first'));
  },
  'queue-not-drawn': () => {
    const scene = given();
    const { fed, base, origin, codes } = scene;
    const queue = announce(scene);
    const [code = ''] = codes;
    fed.refuses(origin, base.presidium, 'ServePortion', serving(queue, code, 'x'), 'queue-not-drawn');
    const left = { absent: 4, ranOut: 0, other: 0 };
    fed.refuses(origin, base.presidium, 'CloseQueue', { queue, left }, 'queue-not-drawn');
  },
  'queue-closed': () => {
    const scene = given();
    const { fed, base, origin, codes } = scene;
    const queue = drawn(scene);
    const [code = ''] = codes;
    fed.must(origin, base.presidium, 'CloseQueue', { queue, left: { absent: 4, ranOut: 0, other: 0 } });
    fed.refuses(origin, base.presidium, 'ServePortion', serving(queue, code, 'x'), 'queue-closed');
    fed.must(origin, base.presidium, 'ServePortion', serving(queue, code, 'x', true));
  },
  'left-does-not-add-up': () => {
    const scene = given();
    const { fed, base, origin } = scene;
    const queue = drawn(scene);
    const left = { absent: 1, ranOut: 2, other: 0 };
    fed.refuses(origin, base.presidium, 'CloseQueue', { queue, left }, 'left-does-not-add-up');
    fed.must(origin, base.presidium, 'CloseQueue', { queue, left: { ...left, other: 1 } });
    const input = { goods: 'Arroz', portions: 4, drawnFrom: 'Dados', at: plusHours(fed.now, 0) };
    fed.refuses(origin, base.presidium, 'AnnounceQueue', input, 'too-early');
  },
};
