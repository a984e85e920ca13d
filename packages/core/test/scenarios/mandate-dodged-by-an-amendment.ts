import { evening, indexOf, openVote, seal, statuteWith, table } from '../federation/assembly.ts';
import { sha256 } from '../federation/book.ts';
import { nth, seatOf } from '../federation/decisions-story.ts';
import { amend } from '../federation/motions.ts';
import { callOut, federationOf, sitUpper } from '../federation/upper.ts';
import { records, type Scenario, says } from './telling.ts';

const before = 'El paro sigue hasta que se anule el contrato del agua.';
const after = 'El paro sigue hasta que se revise el contrato del agua.';

export const mandateDodgedByAnAmendment: Scenario = {
  title: 'The mandate that is dodged by an amendment',
  wentWrong:
    'The delegates had a mandate to vote yes, and yes they voted, on a text that had one word less. ' +
    'A correction of style, they were told.',
  stoppedBy: 'Articles `mandates` and `motions` (a substantive amendment turns a mandate into “come back and ask”)',
  play(given, when, then) {
    const world = given('an assembly whose statute refuses a vote against a mandate', () =>
      federationOf({ upperStatute: statuteWith({ mandates: { binding: 'refuse' } }) }),
    );
    const { fed, upper, bases } = world;
    const junta = nth(world, 0);
    const chair = { origin: upper.origin, chair: upper.presidium };
    const motion = given('a motion before it, and the first junta’s sealed mandate to vote yes on that text', () => {
      const tabled = table(fed, chair, sitUpper(world), { matter: 'ordinary', text: before });
      const on = { book: upper.origin, index: tabled };
      const proposal = { kind: 'mandate', on, textHash: sha256(before), instruction: 'yes' } as const;
      const [done] = evening(fed, junta, [{ matter: 'mandate', proposal }]);
      if (done !== undefined) seal(fed, junta, indexOf(done, 'MandateGiven'));
      return tabled;
    });

    const amendment = when('somebody tables a “correction of style” that puts “reviewed” where “annulled” was', () =>
      amend(fed, chair, motion, { text: after, substantive: false }),
    );
    const claimed = when('a delegate of the second junta says that this changes the substance', () =>
      fed.must(upper.origin, seatOf(world, nth(world, 1)), 'ClaimSubstantive', { motion: amendment }),
    );
    then('from then on it counts as substantive: one voice is enough', () => records(claimed, 'SubstanceClaimed'));

    const refusal = when('the amendment carries, and the junta’s delegate says yes to the new text', () => {
      const first = openVote(fed, chair, amendment, 'roll-call');
      for (const { origin } of bases.slice(1))
        for (const seat of [1, 2]) callOut(fed, upper.origin, upper.presidium, first, `${origin}#${seat}`, 'yes');
      fed.must(upper.origin, upper.presidium, 'CloseVote', { vote: first });
      const vote = openVote(fed, chair, motion, 'roll-call');
      const answer = { vote, below: junta.origin, seat: 1, choice: 'yes' } as const;
      return fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', answer, 'come-back-and-ask');
    });
    then('the mandate was for another text: the delegate goes back and asks', () => says(refusal));
  },
};
