import { affiliate, convene, foundBase, prove } from '../federation/assembly.ts';
import { nth } from '../federation/decisions-story.ts';
import { decideByRollCall, federationOf, sitUpper } from '../federation/upper.ts';
import { type Scenario, says } from './telling.ts';

export const packedCredentials: Scenario = {
  title: 'The packed credentials',
  wentWrong:
    'On the morning of the congress there were twice as many delegates as juntas had elected. ' +
    'The credentials commission, named by those in office, found all of theirs in order.',
  stoppedBy: 'Articles `entitlement`, `delegates` and `roll.waitingDays`; invariant 3',
  play(given, when, then) {
    const world = given('three juntas with two seats each in the assembly above', () => federationOf());
    const { fed, upper, bases } = world;
    const junta = nth(world, 0);
    const hall = { origin: upper.origin, chair: upper.presidium, tellers: junta.tellers };
    const sitting = given('the assembly is convened', () => convene(fed, hall));

    const third = when('the first junta, whose friend presides, brings a third delegate', () =>
      fed.refuses(
        upper.origin,
        upper.presidium,
        'AccreditSeat',
        { sitting, below: junta.origin, seat: 3 },
        'entitlement-exceeded',
      ),
    );
    then('seats beyond the entitlement do not count', () => says(third));

    const twice = when('a delegate is accredited, goes round the house and comes in again', () => {
      const input = { sitting, below: junta.origin, seat: 1 };
      fed.must(upper.origin, upper.presidium, 'AccreditSeat', input);
      return fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'already-accredited');
    });
    then('each seat comes in once', () => says(twice));

    const packed = when(
      'a new junta is admitted in the middle of the congress, and its delegates are brought in',
      () => {
        const young = foundBase(fed, 'junta-de-ayer', 6);
        prove(fed, young, bases.slice(0, 2));
        fed.pass({ days: 31 });
        affiliate(fed, young, upper.origin, [{ seat: 1, holder: young.members[0] ?? '' }]);
        const congress = sitUpper(world, 'affiliation');
        const { origin: below } = young;
        const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Ayer', entitlement: 1 } as const;
        decideByRollCall(world, congress, { matter: 'affiliation', proposal });
        const input = { sitting: congress, below, seat: 1 };
        return fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'waiting-time');
      },
    );
    then('entitlements are those of the day of convocation', () => says(packed));

    const again = when('the next assembly is called the morning after, with the new junta in mind', () => {
      const next = sitUpper(world);
      const witnesses = bases.slice(0, 2).map(({ origin }) => origin);
      const input = { sitting: next, below: 'el-alto.example/junta-de-ayer', seat: 1, witnesses };
      return fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'waiting-time');
    });
    then('a new body waits as a new member does', () => says(again));
  },
};
