import assert from 'node:assert/strict';
import { tableGet } from '../../src/index.ts';
import { announcing, indexOf } from '../federation/assembly.ts';
import { consult, decideAbove, nth, seatOf } from '../federation/decisions-story.ts';
import { dataOf } from '../federation/federation.ts';
import { calling, demanding } from '../federation/sitting-scenes.ts';
import { records, type Scenario, says } from './telling.ts';

const text = 'Acta de pacificación: se levantan las medidas.';

export const pactBehindTheBases: Scenario = {
  title: 'The pact behind the bases’ backs',
  wentWrong:
    'Leaders who were sent to press a demand came back with a signed pact. ' +
    'The bases heard of it on the radio, and of their demands nothing more was heard.',
  stoppedBy: 'Article `ratification` (and `convening` for those who do not convene); invariant 6',
  play(given, when, then) {
    const world = given('three juntas, and above them an assembly of their delegates', demanding);
    const { fed, upper } = world;
    const delegate = seatOf(world, nth(world, 2));

    const recorded = when(
      'the presidency signs in the palace, and a delegate of the third junta puts it on record',
      () =>
        fed.must(upper.origin, delegate, 'RecordOutsidePact', {
          with: 'el gobierno',
          text,
          signedBy: 'presidencia',
          signedAt: fed.now,
        }),
    );
    then('the pact stands in the book with nothing in force, and a day by which the assembly must sit on it', () => {
      assert.equal(fed.book(upper.origin).state.resolutions.size, 0);
      return records(recorded, 'OutsidePactRecorded');
    });

    when('that day passes and the presidency has convened nobody', () => {
      fed.now = dataOf(recorded, 'OutsidePactRecorded').due;
    });
    const shut = when('the delegate convenes, and the presidency calls that sitting off', () => {
      const notice = announcing({ matter: 'pact', text });
      const sitting = indexOf(
        fed.must(upper.origin, delegate, 'ConveneSitting', calling(fed, notice)),
        'SittingConvened',
      );
      return fed.refuses(
        upper.origin,
        upper.presidium,
        'CallOffSitting',
        { sitting, reason: 'Por fuerza mayor' },
        'not-allowed',
      );
    });
    then('who convened presides there, and nobody else', () => says(shut));

    const resolution = when('the delegates, all of them persuaded, adopt the pact after all', () =>
      indexOf(
        decideAbove(world, { matter: 'pact', text, proposal: { kind: 'pact', with: 'el gobierno' } }),
        'ResolutionAdopted',
      ),
    );
    const status = () => tableGet(fed.book(upper.origin).state.resolutions, resolution)?.status;
    then('it is suspended until the bases have answered', () => assert.equal(status(), 'suspended'));

    const closed = when('two of the three juntas say no', () => consult(world, resolution, text, ['no', 'no']));
    then('the pact is rejected, whoever has signed it', () => {
      assert.equal(status(), 'rejected');
      return records(closed, 'ResolutionRejected');
    });
  },
};
