import { type Base, evening, indexOf, openVote, seal, statuteWith, table } from '../federation/assembly.ts';
import { sha256 } from '../federation/book.ts';
import { nth } from '../federation/decisions-story.ts';
import { sendUp } from '../federation/motions.ts';
import { federationOf, sitUpper, type World } from '../federation/upper.ts';
import { records, type Scenario, says } from './telling.ts';

const text = 'El agua se queda en manos del pueblo.';

/** A junta decides what its delegates answer to a motion that was received above. */
function mandate({ fed, upper }: World, junta: Base, motion: number, instruction: 'yes' | 'no'): number {
  const on = { book: upper.origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: sha256(text), instruction } as const;
  const [given] = evening(fed, junta, [{ matter: 'mandate', proposal }]);
  if (given === undefined) throw new Error('the junta decided');
  seal(fed, junta, indexOf(given, 'MandateGiven'));
  return indexOf(given, 'MandateGiven');
}

export const voteAgainstTheMandate: Scenario = {
  title: 'The vote against the mandate',
  wentWrong:
    'The junta had decided yes; its delegate was invited to dinner and voted no. ' +
    'The minutes had only the total, so that nobody could say whose vote had turned.',
  stoppedBy: 'Article `mandates.binding`; invariant 2',
  play(given, when, then) {
    const world = given('an assembly whose statute refuses a vote against a mandate', () =>
      federationOf({ upperStatute: statuteWith({ mandates: { binding: 'refuse' } }) }),
    );
    const { fed, upper } = world;
    const junta = nth(world, 0);
    const from = given('a motion on water that the first junta sent up, with a sealed mandate to vote yes', () => {
      const received = sendUp(world, junta, text);
      mandate(world, junta, received, 'yes');
      return received;
    });
    const chair = { origin: upper.origin, chair: upper.presidium };
    const sitting = given('the assembly sits on it', () => sitUpper(world));

    const disguised = when(
      'the presidency puts the same text as a motion of its own, and asks for raised hands',
      () => {
        const motion = table(fed, chair, sitting, { matter: 'ordinary', title: 'Varios', text });
        return fed.refuses(
          upper.origin,
          upper.presidium,
          'OpenVote',
          { motion, method: 'hands' },
          'mandated-not-by-hands',
        );
      },
    );
    then('a mandate is on the text, whoever puts it', () => says(disguised));

    const motion = when('it is put as the junta’s', () =>
      table(fed, chair, sitting, { matter: 'ordinary', title: 'Agua', text, from }),
    );

    const hands = when('the presidency asks for raised hands again, in which nobody is seen', () =>
      fed.refuses(upper.origin, upper.presidium, 'OpenVote', { motion, method: 'hands' }, 'mandated-not-by-hands'),
    );
    then('what a base has given a mandate on is voted seat by seat', () => says(hands));

    const vote = when('the roll is called', () => openVote(fed, chair, motion, 'roll-call'));
    const answering = { vote, below: junta.origin, seat: 1 } as const;
    const against = when('the junta’s delegate answers no', () =>
      fed.refuses(
        upper.origin,
        upper.presidium,
        'RecordRollCallVote',
        { ...answering, choice: 'no' },
        'against-mandate',
      ),
    );
    then('the answer is not accepted, and the delegate is told why', () => says(against));
    then('with the mandate the motion carries', () => {
      fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', { ...answering, choice: 'yes' });
      return records(fed.must(upper.origin, upper.presidium, 'CloseVote', { vote }), 'ResolutionAdopted');
    });
  },
};
