import { plusDays } from '../../src/index.ts';
import { announcing, bare, convene, foundBase, hallOf, open, table } from '../federation/assembly.ts';
import { Federation } from '../federation/federation.ts';
import { calling } from '../federation/sitting-scenes.ts';
import { type Scenario, says } from './telling.ts';

const pact = { kind: 'pact', with: 'la empresa de aguas' } as const;

export const ambushAtMidnight: Scenario = {
  title: 'The second-call ambush at midnight',
  wentWrong:
    'Most had gone home to sleep when, on second call and under “other business”, the pact was put. ' +
    'Eleven raised their hands, and a neighbourhood of forty was bound.',
  stoppedBy: 'Articles `notice`, `calls` and `closing`; invariant 1',
  play(given, when, then) {
    const fed = new Federation();
    const base = given('a junta with 41 on its roll, whose statute closes the evening at 23:00', () => {
      const founded = foundBase(fed, 'villa-ingenio', 40);
      fed.pass({ days: 31 });
      return founded;
    });
    const { origin, presidium } = base;
    /** Eight in the evening in El Alto, two days later. */
    const eight = () => {
      fed.now = `${plusDays(fed.now, 1).slice(0, 10)}T00:00:00Z`;
    };
    const tabling = (sitting: number) =>
      ({ sitting, matter: 'pact', title: 'Pacto', text: 'Se firma.', proposal: pact }) as const;

    const unannounced = when('a pact of which the notice said nothing is put under “other business”', () => {
      eight();
      const sitting = convene(fed, hallOf(base));
      open(fed, hallOf(base), sitting, 30);
      const refusal = fed.refuses(origin, presidium, 'TableMotion', tabling(sitting), 'not-in-notice');
      fed.must(origin, presidium, 'CloseSitting', { sitting });
      return refusal;
    });
    then('nothing but ordinary matters is decided without notice', () => says(unannounced));

    const which = when('the next notice says “a pact”, and not which', () =>
      fed.refuses(origin, presidium, 'ConveneSitting', calling(fed, bare('pact')), 'text-to-be-named'),
    );
    then('what is not ordinary is announced with its text, so that nobody learns it in the hall', () => says(which));

    const secondCall = when('it is announced, and put on second call with eleven in the hall', () => {
      eight();
      const sitting = convene(fed, hallOf(base), { notice: announcing('pact') });
      open(fed, hallOf(base), sitting, 11, 'second');
      const motion = table(fed, hallOf(base), sitting, { matter: 'pact', proposal: pact });
      const refusal = fed.refuses(origin, presidium, 'OpenVote', { motion, method: 'hands' }, 'quorum-for-matter');
      fed.must(origin, presidium, 'CloseSitting', { sitting });
      return refusal;
    });
    then('the second call’s quorum is not enough for a pact', () => says(secondCall));

    const late = when('thirty came, and the vote is held back until half past eleven', () => {
      eight();
      const sitting = convene(fed, hallOf(base), { notice: announcing('pact') });
      open(fed, hallOf(base), sitting, 30);
      const motion = table(fed, hallOf(base), sitting, { matter: 'pact', proposal: pact });
      fed.pass({ hours: 3, minutes: 30 });
      return fed.refuses(origin, presidium, 'OpenVote', { motion, method: 'hands' }, 'after-closing-hour');
    });
    then('after the closing hour only ordinary matters are voted', () => says(late));
  },
};
