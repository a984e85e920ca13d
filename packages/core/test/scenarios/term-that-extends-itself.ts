import { plusDays, plusHours, plusMonths, tableGet } from '../../src/index.ts';
import { announcing, convene, hallOf, open, slate } from '../federation/assembly.ts';
import { nth } from '../federation/decisions-story.ts';
import { federationOf } from '../federation/upper.ts';
import { type Scenario, says } from './telling.ts';

export const termThatExtendsItself: Scenario = {
  title: 'The term that extends itself',
  wentWrong:
    'The two years were over, the moment was difficult, and the leaders stayed on by their own decision. ' +
    'The next congress was held four years later.',
  stoppedBy: 'Article `terms`; invariant 5',
  play(given, when, then) {
    const world = given('a junta whose officers were elected for two years', () => federationOf());
    const { fed } = world;
    const base = nth(world, 0);
    const { origin, presidium, members } = base;
    const until = tableGet(fed.book(origin).state.officers, 'presidencia')?.until ?? '';
    const sitting = given('a full sitting, with the election in its notice', () => {
      const convened = convene(fed, hallOf(base), { notice: announcing('election') });
      open(fed, hallOf(base), convened, members.length);
      return convened;
    });
    const tabling = { sitting, matter: 'election', title: 'Prórroga', text: 'Sigue la directiva.' } as const;

    const extension = when('the presidency moves that its term runs for another year', () => {
      const proposal = { kind: 'extend-term', office: 'presidencia', until: plusMonths(until, 12) } as const;
      return fed.refuses(origin, presidium, 'TableMotion', { ...tabling, proposal }, 'term-cannot-be-extended');
    });
    then('no majority can grant it', () => says(extension));

    const long = when('it moves to elect itself anew, for six years', () => {
      const proposal = slate(fed, origin, [members[0] ?? '', members[1] ?? ''], 72);
      return fed.refuses(origin, presidium, 'TableMotion', { ...tabling, proposal }, 'term-too-long');
    });
    then('an election is for a term as the statute has it', () => says(long));

    const after = when('the term runs out, and the former presidency convenes on a pact', () => {
      fed.must(origin, presidium, 'CloseSitting', { sitting });
      fed.now = plusDays(until, 1);
      const notice = announcing('pact');
      const input = { kind: 'ordinary', place: 'Sede', startsAt: plusHours(fed.now, 48), notice } as const;
      return fed.refuses(origin, presidium, 'ConveneSitting', input, 'only-election-may-be-convened');
    });
    then('whose term is over can do one thing, convene the election', () => says(after));
  },
};
