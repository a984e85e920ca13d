import { affiliate, foundBase, indexOf, prove, seal } from '../federation/assembly.ts';
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

    const ring = given('three juntas of paper that witness each other, so that each is proven', () => {
      const juntas = [1, 2, 3].map((number) => foundBase(fed, `junta-de-humo-${number}`, 4));
      for (const [i, junta] of juntas.entries()) prove(fed, junta, juntas.slice(i + 1).concat(juntas.slice(0, i)));
      fed.pass({ days: 31 });
      for (const junta of juntas) affiliate(fed, junta, upper.origin, [{ seat: 1, holder: junta.members[0] ?? '' }]);
      return juntas;
    });
    when('the assembly, not looking closely, admits all three', () => {
      const sitting = sitUpper(world, 'affiliation');
      for (const { origin: below } of ring) {
        const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Humo', entitlement: 1 } as const;
        decideByRollCall(world, sitting, { matter: 'affiliation', proposal });
      }
      fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
    });
    const strangers = when('a delegate of the first names the two others as its witnesses', () => {
      const [one = '', ...witnesses] = ring.map(({ origin }) => origin);
      const input = { sitting: sitUpper(world), below: one, seat: 1, witnesses };
      return fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'witnesses-unknown-here');
    });
    then('nobody whom the assembly knows has seen any of them, and none sits', () => says(strangers));
  },
};
