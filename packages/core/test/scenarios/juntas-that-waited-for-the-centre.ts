import assert from 'node:assert/strict';
import { tableGet } from '../../src/index.ts';
import { evening, foundBase, indexOf, seal } from '../federation/assembly.ts';
import { sha256 } from '../federation/book.ts';
import { decideAbove, inBase } from '../federation/decisions-story.ts';
import { dataOf } from '../federation/federation.ts';
import { federationOf } from '../federation/upper.ts';
import { records, type Scenario } from './telling.ts';

const text = 'Convenio con la empresa de gas';

export const juntasThatWaitedForTheCentre: Scenario = {
  title: 'The juntas that waited for the centre',
  wentWrong:
    'A hundred and forty-five cabildos had decided, and eighty-five of them waited for the centre to validate it. ' +
    'When the stamp came, what they had decided was old.',
  stoppedBy: 'One book per body; articles `founding` and `ratification`; invariant 7',
  play(given, when, then) {
    const world = given('three juntas, and above them an assembly of their delegates that does nothing', () =>
      federationOf(),
    );
    const { fed, upper, bases } = world;

    const young = when('neighbours of another street found a junta and elect its officers', () =>
      foundBase(fed, 'junta-de-la-otra-calle', 8),
    );
    then('it has its officers the same evening, and has asked nobody', () =>
      assert.equal(tableGet(fed.book(young.origin).state.officers, 'presidencia')?.holder, young.members[0]),
    );
    const decided = when('it decides on its water, with nobody above who has admitted it', () => {
      const [done] = evening(fed, young, [{ matter: 'ordinary', text: 'Turnos de agua', yes: 8 }]);
      assert.ok(done);
      return done;
    });
    then('what a base decides of its own affairs is in force when its own book has it', () =>
      records(decided, 'ResolutionAdopted'),
    );

    const question = given('the assembly has asked the juntas about a pact', () => {
      const done = decideAbove(world, { matter: 'pact', text, proposal: { kind: 'pact', with: 'la empresa' } });
      const resolution = indexOf(done, 'ResolutionAdopted');
      const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
      return indexOf(issued, 'ConsultationIssued');
    });
    when('two juntas say no, each in its own sitting and book, and nobody above takes notice', () => {
      const consultation = { book: upper.origin, index: question };
      const proposal = { kind: 'answer', consultation, textHash: sha256(text) } as const;
      for (const junta of bases.slice(0, 2)) {
        const answered = inBase(world, junta, { matter: 'consultation', proposal, yes: 1, no: 7 });
        seal(fed, junta, indexOf(answered, 'ConsultationAnswered'));
      }
    });
    const closed = when('the presidency closes the consultation after its day', () => {
      fed.pass({ days: 20 });
      return fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation: question });
    });
    then('the answers are taken from the juntas’ own books before anything is counted', () => {
      const { yes, no, silent } = dataOf(closed, 'ConsultationClosed');
      assert.deepEqual([yes, no, silent], [0, 2, 1]);
      return records(closed, 'AnswerReceived');
    });
    then('nothing that a junta says has waited for a stamp', () => records(closed, 'ResolutionRejected'));
  },
};
