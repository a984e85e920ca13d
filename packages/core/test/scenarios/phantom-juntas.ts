import { affiliate, foundBase, indexOf, seal } from '../federation/assembly.ts';
import { nth } from '../federation/decisions-story.ts';
import { decideByRollCall, federationOf, sitUpper } from '../federation/upper.ts';
import { type Scenario, says } from './telling.ts';

export const phantomJuntas: Scenario = {
  title: 'The phantom juntas',
  wentWrong:
    'Whole neighbourhoods voted that existed on paper only: a stamp, a president, no neighbours. ' +
    'Twenty of them were enough for a majority.',
  stoppedBy: 'Articles `founding` (seals and neighbours) and `delegates`; invariant 3',
  play(given, when, then) {
    const world = given('three juntas that were founded before witnesses, and their assembly', () => federationOf());
    const { fed, upper } = world;
    const phantom = given('a junta that four friends have founded in a kitchen', () =>
      foundBase(fed, 'junta-de-papel', 4),
    );

    const unwitnessed = when('they complete its founding with a single neighbour who says that it exists', () => {
      const { origin, presidium, secretary, foundingSitting: sitting } = phantom;
      const done = fed.must(origin, secretary, 'ApproveMinutes', { sitting, text: 'Acta de fundación' });
      const minutes = indexOf(done, 'MinutesApproved');
      seal(fed, phantom, minutes);
      const friend = nth(world, 0);
      const seen = fed.must(friend.origin, friend.presidium, 'WitnessFounding', { neighbour: origin });
      seal(fed, friend, indexOf(seen, 'FoundingWitnessed'));
      const input = { minutes, witnesses: [friend.origin] };
      return fed.refuses(origin, presidium, 'ProveFounding', input, 'too-few-witnesses');
    });
    then('two neighbouring juntas must put their name to it', () => says(unwitnessed));

    when('it elects delegates all the same, and the assembly, not looking closely, admits it', () => {
      fed.pass({ days: 31 });
      affiliate(fed, phantom, upper.origin, [{ seat: 1, holder: phantom.members[0] ?? '' }]);
      const { origin: below } = phantom;
      const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Papel', entitlement: 1 } as const;
      const sitting = sitUpper(world, 'affiliation');
      decideByRollCall(world, sitting, { matter: 'affiliation', proposal });
      fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
    });
    const refusal = when('its delegate asks to be accredited', () => {
      const sitting = sitUpper(world);
      const input = { sitting, below: phantom.origin, seat: 1 };
      return fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'body-unproven');
    });
    then('an unproven junta has no voice above', () => says(refusal));
  },
};
