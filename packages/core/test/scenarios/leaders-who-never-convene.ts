import { announcing, convene, countHall, decideByHands, hallOf, slate } from '../federation/assembly.ts';
import { nth } from '../federation/decisions-story.ts';
import { dataOf } from '../federation/federation.ts';
import { calling, demand, demanding, neighbour } from '../federation/sitting-scenes.ts';
import { records, type Scenario, says } from './telling.ts';

export const leadersWhoNeverConvene: Scenario = {
  title: 'The leaders who never convene',
  wentWrong:
    'There was a way to remove the leaders: in a sitting, which only they could convene. ' +
    'They were always just about to.',
  stoppedBy: 'Article `convening`; DESIGN section 6, “Who may convene and propose”',
  play(given, when, then) {
    const world = given('a junta in which a third of the members can demand a sitting within ten days', demanding);
    const { fed } = world;
    const junta = nth(world, 0);
    const { origin, members } = junta;
    const chair = neighbour(junta, 7);
    const announced = announcing('accounts', 'election');

    const demanded = when('three of its nine members demand one on accounts and election', () =>
      demand(fed, junta, ['accounts', 'election']),
    );
    then('the book has their number and nobody’s name', () => records(demanded, 'SittingDemanded'));

    const early = when('on the ninth day a neighbour wants to convene', () => {
      fed.pass({ days: 9 });
      return fed.refuses(origin, chair, 'ConveneSitting', calling(fed, announced), 'nothing-overdue');
    });
    then('the officers still have a day', () => says(early));

    const sitting = when('that day passes too, and the neighbour convenes', () => {
      fed.now = dataOf(demanded, 'SittingDemanded').due;
      return convene(fed, { ...hallOf(junta), chair }, { notice: announced });
    });
    const out = when('the presidency comes to open that sitting, or to keep it shut', () =>
      fed.refuses(origin, junta.presidium, 'OpenSitting', { sitting, call: 'first' }, 'not-allowed'),
    );
    then('in this sitting it is the neighbour who presides', () => says(out));
    then('it elects new officers, and the keys of the old ones are void', () => {
      const hall = { ...hallOf(junta), chair };
      countHall(fed, hall, sitting, 8);
      fed.must(origin, chair, 'OpenSitting', { sitting, call: 'first' });
      const proposal = slate(fed, origin, [members[6] ?? '', members[5] ?? '']);
      return records(decideByHands(fed, hall, sitting, { matter: 'election', proposal, yes: 8 }), 'OfficersElected');
    });
  },
};
