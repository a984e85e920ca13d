import assert from 'node:assert/strict';
import { tableEntries } from '../../src/index.ts';
import { convene, foundBody, statuteWith } from '../federation/assembly.ts';
import { decideAbove } from '../federation/bodies.ts';
import { confederation, otherCongress, sendUpFrom } from '../federation/congresses.ts';
import { nth } from '../federation/decisions-story.ts';
import { anyone, dataOf, deviceKey, indexOf, operator } from '../federation/federation.ts';
import { federationOf } from '../federation/upper.ts';
import { records, type Scenario, says } from './telling.ts';

export const twoCongresses: Scenario = {
  title: 'The two congresses',
  wentWrong:
    'Two credentials commissions sat in two theatres, and two congresses elected two leaderships of one federation. ' +
    'Each published minutes in which the other did not exist.',
  stoppedBy:
    'Articles `disputes`, `founding`, `rules.affiliation` and `delegates`; invariant 3: both books stand, nothing is merged',
  play(given, when, then) {
    const world = given('a congress to which three juntas have sent their delegates', () => federationOf());
    const { fed, upper } = world;
    const junta = nth(world, 0);
    const { above, elected } = given('a confederation above it, in which it has two seats', () => confederation(world));
    const hall = { origin: above.upper.origin, chair: above.upper.presidium, tellers: [anyone, anyone] } as const;

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

    const claimed = when('they found theirs under another name and claim the juntas as their own', () => {
      const { origin, convener } = foundBody(fed, 'asamblea-en-el-teatro', 'delegate', statuteWith());
      const input = { below: junta.origin, key: fed.book(junta.origin).key, title: 'Junta 1', entitlement: 2 };
      return fed.refuses(origin, convener, 'AdmitAffiliate', input, 'affiliation-not-requested');
    });
    then('a junta belongs where its own sealed act says, and nowhere else', () => says(claimed));

    const other = when('two juntas of their own stand behind a second congress, and it sits', () =>
      otherCongress(world, 'asamblea-autentica'),
    );
    const borrowed = when('it asks a delegate of the first congress to sit', () => {
      const { origin, presidium } = other.upper;
      const sitting = convene(fed, { origin, chair: presidium, tellers: [anyone, anyone] });
      return fed.refuses(
        origin,
        presidium,
        'AccreditSeat',
        { sitting, below: junta.origin, seat: 1 },
        'not-affiliated',
      );
    });
    then('a delegate was elected to one assembly and is nobody in another', () => says(borrowed));

    const recorded = when('it too sends delegates to the confederation, for the seats of the federation', () => {
      const claims = [
        { book: upper.origin, index: elected },
        { book: other.upper.origin, index: sendUpFrom(other, above.upper.origin) },
      ];
      return fed.must(above.upper.origin, above.upper.secretary, 'RecordDispute', { over: 'congress', claims });
    });
    then('both books stand, and that two claim one place is on record', () => records(recorded, 'ClaimDisputed'));
    const vacant = when('the first congress’s delegate asks to be accredited meanwhile', () => {
      const sitting = convene(fed, hall);
      const input = { sitting, below: upper.origin, seat: 1 };
      return fed.refuses(above.upper.origin, above.upper.presidium, 'AccreditSeat', input, 'seat-disputed');
    });
    then('the seats stay vacant, as the confederation’s statute says: neither commission fills them', () =>
      says(vacant),
    );

    const settled = when('the other bodies of the confederation settle it in a sitting, for the first', () => {
      const dispute = indexOf(recorded, 'ClaimDisputed');
      const proposal = { kind: 'settle-dispute', dispute, holder: upper.origin } as const;
      return decideAbove(above, { matter: 'affiliation', proposal });
    });
    then('the body above has decided, not the software', () => {
      assert.equal(dataOf(settled, 'DisputeSettled').holder, upper.origin);
      return records(settled, 'DisputeSettled');
    });
    then('the first sits again; the second keeps its book, its juntas and its minutes, and nothing was merged', () => {
      const sitting = convene(fed, hall);
      fed.must(above.upper.origin, above.upper.presidium, 'AccreditSeat', { sitting, below: upper.origin, seat: 1 });
      const own = other.bases.map(({ origin }) => origin);
      assert.deepEqual(
        tableEntries(fed.book(other.upper.origin).state.affiliates).map(([below]) => below),
        own,
      );
      assert.equal(fed.book(upper.origin).state.seats.size, 6);
    });
  },
};
