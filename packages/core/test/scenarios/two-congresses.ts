import assert from 'node:assert/strict';
import { convene, foundBody, statuteWith } from '../federation/assembly.ts';
import { nth } from '../federation/decisions-story.ts';
import { deviceKey, operator } from '../federation/federation.ts';
import { federationOf } from '../federation/upper.ts';
import { type Scenario, says } from './telling.ts';

export const twoCongresses: Scenario = {
  title: 'The two congresses',
  wentWrong:
    'Two credentials commissions sat in two theatres, and two congresses elected two leaderships of one federation. ' +
    'Each published minutes in which the other did not exist.',
  stoppedBy:
    'Articles `founding`, `rules.affiliation` and `delegates`; invariant 3: both books stand, nothing is merged',
  play(given, when, then) {
    const world = given('a congress to which three juntas have sent their delegates', () => federationOf());
    const { fed, upper } = world;
    const junta = nth(world, 0);

    const named = when('others found a congress of the same name in the same place', () =>
      fed.refuses(
        upper.origin,
        operator,
        'FoundBody',
        {
          name: 'asamblea-popular',
          title: 'ASAMBLEA POPULAR',
          kind: 'delegate',
          founder: { name: 'otra comisión', key: deviceKey('otra comisión') },
          statute: statuteWith(),
          provisionalDays: 60,
        },
        'body-exists',
      ),
    );
    then('a name has one book, and it is not begun again', () => says(named));

    const other = when('they found theirs under another name', () =>
      foundBody(fed, 'asamblea-autentica', 'delegate', statuteWith()),
    );
    const claimed = when('it claims the juntas as its own', () =>
      fed.refuses(
        other.origin,
        other.convener,
        'AdmitAffiliate',
        { below: junta.origin, key: fed.book(junta.origin).key, title: 'Junta 1', entitlement: 2 },
        'affiliation-not-requested',
      ),
    );
    then('a junta belongs where its own sealed act says, and nowhere else', () => says(claimed));

    const borrowed = when('it asks the delegates of the other congress to sit', () => {
      const hall = { origin: other.origin, chair: other.convener, tellers: [other.convener, other.convener] } as const;
      const sitting = convene(fed, hall, { kind: 'founding', notice: [{ matter: 'election', title: 'Directiva' }] });
      const input = { sitting, below: junta.origin, seat: 1 };
      return fed.refuses(other.origin, other.convener, 'AccreditSeat', input, 'not-affiliated');
    });
    then('a delegate was elected to one assembly and is nobody in another', () => says(borrowed));
    then('both books stand, each with what was done in it, and nothing of one counts in the other', () => {
      assert.equal(fed.book(other.origin).state.seats.size, 0);
      assert.equal(fed.book(upper.origin).state.seats.size, 6);
    });
  },
};
