import { indexOf, seal } from '../federation/assembly.ts';
import { anyone, dataOf } from '../federation/federation.ts';
import { attest, attestBoth, attestedWorld, claim, electAnew, objecting } from '../federation/story-recovery.ts';
import { records, type Scenario, says } from './telling.ts';

export const keysInTheFlood: Scenario = {
  title: 'The keys that went in the flood',
  wentWrong:
    'Nobody was left who could sign for the junta: its officers’ phones were under the mud. ' +
    'Whoever says then “we are the new leaders” is believed, or nobody is.',
  stoppedBy: 'Article `seals`; DESIGN section 4, “Two signatures”; section 6, “Who may convene and propose”',
  play(given, when, then) {
    const world = given(
      'a junta whose officers were handed their office by those before, and lose all their keys',
      () => attestedWorld(),
    );
    const { fed, origin, upper, bases } = world;

    const { election } = when(
      'a third of the members demand an election, a neighbour convenes and presides, and the hall elects',
      () => electAnew(world),
    );
    const mere = when('the assembly above alone says that it has seen the signed paper', () => {
      const copy = { ...world, fed: fed.fork() };
      const done = attest(copy.fed, upper, origin);
      seal(copy.fed, upper, indexOf(done, 'ElectionAttested'));
      const bodies = [{ book: upper.origin }];
      return copy.fed.refuses(origin, anyone, 'ClaimRecovery', { bodies }, 'too-few-attestations');
    });
    then('that is not enough: nobody above puts officers into a junta', () => says(mere));

    const few = when('two bodies have seen the paper, with four signatures on it', () => {
      const copy = { ...world, fed: fed.fork() };
      const bodies = attestBoth(copy, 4).map((book) => ({ book }));
      return copy.fed.refuses(origin, anyone, 'ClaimRecovery', { bodies }, 'minutes-not-signed');
    });
    then('as many must have signed as the election needed in the hall', () => says(few));

    const seen = when('the neighbours and the assembly have both seen it signed by six of eight, and seal that', () => {
      const copy = fed.fork();
      const done = attest(copy, bases[1] ?? upper, origin);
      return { done, books: attestBoth(world) };
    });
    then('each says so in its own book', () => records(seen.done, 'ElectionAttested'));

    const claimed = when('anyone shows both in the junta’s book', () => claim(world, seen.books));
    then('the officers before have thirty days to be heard, if they are there after all', () =>
      records(claimed, 'RecoveryClaimed'),
    );

    const index = indexOf(claimed, 'RecoveryClaimed');
    const other = when(
      'in another junta it was no flood: a secretary in office signs with the key that was “lost”',
      () => fed.fork().must(origin, anyone, 'ObjectToRecovery', objecting(world, index)),
    );
    then('and the word of others attests nothing', () => records(other, 'RecoveryObjected'));

    const late = when('here nobody objects, and somebody tries it after the day', () => {
      fed.now = dataOf(claimed, 'RecoveryClaimed').due;
      return fed.refuses(origin, anyone, 'ObjectToRecovery', objecting(world, index), 'challenge-period-over');
    });
    then('the election stands as if it had been handed over', () => says(late));
    const again = when('a third body would attest it too', () => {
      const third = bases[2] ?? upper;
      const asked = { body: origin, election, signatures: 6 };
      return fed.refuses(third.origin, third.presidium, 'AttestElection', asked, 'already-so');
    });
    then('there is nothing left to attest', () => says(again));
  },
};
