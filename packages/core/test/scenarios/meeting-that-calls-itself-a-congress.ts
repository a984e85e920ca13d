import assert from 'node:assert/strict';
import { announcing, convene, countHall, decideByHands, hallOf, nameOf, slate } from '../federation/assembly.ts';
import { dataOf } from '../federation/federation.ts';
import { inHall, presided } from '../federation/sitting-scenes.ts';
import { records, type Scenario, says } from './telling.ts';

export const meetingThatCallsItselfACongress: Scenario = {
  title: 'The enlarged meeting that calls itself a congress',
  wentWrong:
    'It had been called as an enlarged meeting, and half of the seats were empty. ' +
    'Towards evening it was “converted into a congress”, and elected the leaders whom it had found in office.',
  stoppedBy: 'Articles `rules[].sittings` (competence) and `calls`; invariant 1',
  play(given, when, then) {
    const { fed, base } = given('a body whose statute leaves election and statute to a congress', () =>
      presided({ election: ['congress'], statute: ['congress'] }),
    );
    const { origin, presidium, members } = base;
    const sitting = given('an enlarged meeting, with its own presidium', () => {
      const convened = inHall(fed, base, 'enlarged', announcing('election'));
      const holders = [{ office: 'presidencia de debates', holder: nameOf(presidium) }];
      const proposal = { kind: 'elect-presidium', holders } as const;
      decideByHands(fed, hallOf(base), convened, { matter: 'ordinary', proposal, yes: 9 });
      return convened;
    });
    const proposal = slate(fed, origin, [members[0] ?? '', members[1] ?? '']);
    const election = {
      sitting,
      matter: 'election',
      title: 'Directiva',
      text: 'Sigue la directiva.',
      proposal,
    } as const;

    const converted = when('it resolves to be a congress from now on, and the presidency puts its own election', () => {
      const text = 'Este ampliado se instala en congreso.';
      decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', text, yes: 9 });
      return fed.refuses(origin, presidium, 'TableMotion', election, 'sitting-not-competent');
    });
    then('a sitting stays what it was convened as, whatever it resolves', () => says(converted));

    const entered = when(
      'it goes into the book afterwards as a congress held on paper, called as an enlarged meeting',
      () => {
        const decision = { matter: 'election', title: 'Directiva', text: 'Sigue.', yes: 9, no: 0, abstain: 0 } as const;
        return fed.must(origin, base.secretary, 'EnterLateSitting', {
          heldAt: fed.now,
          place: 'Coliseo',
          kind: 'enlarged',
          call: 'first',
          present: 9,
          notice: announcing('election'),
          decisions: [decision],
        });
      },
    );
    then('what it decided stands there without effect, and why is said', () => {
      const [decision] = dataOf(entered, 'SittingEnteredLate').decisions;
      assert.deepEqual([decision?.effect, decision?.irregularities], ['none', ['sitting-not-competent']]);
      return records(entered, 'SittingEnteredLate');
    });

    const empty = when('a real congress is convened, and five of eleven come', () => {
      fed.must(origin, presidium, 'CloseSitting', { sitting });
      const congress = convene(fed, hallOf(base), { kind: 'congress', notice: announcing('election') });
      countHall(fed, hallOf(base), congress, 5);
      return fed.refuses(origin, presidium, 'OpenSitting', { sitting: congress, call: 'first' }, 'no-quorum');
    });
    then('half-empty it is no congress either', () => says(empty));
  },
};
