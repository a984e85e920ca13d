import assert from 'node:assert/strict';
import { tableGet } from '../../src/index.ts';
import { announcing, convene, countHall, decideByHands, hallOf, indexOf } from '../federation/assembly.ts';
import { inBase, nth } from '../federation/decisions-story.ts';
import { dataOf } from '../federation/federation.ts';
import { demanding, neighbour } from '../federation/sitting-scenes.ts';
import { records, type Scenario } from './telling.ts';

export const decisionUnderThreat: Scenario = {
  title: 'The decision taken under threat',
  wentWrong:
    'The hall was surrounded when the junta “unanimously” left the federation’s strike. ' +
    'The minutes said unanimously, and in the minutes it stayed.',
  stoppedBy: 'Article `threats`; DESIGN section 6, “Taken under threat”',
  play(given, when, then) {
    const world = given('a junta whose sitting has just decided what armed men at the door wanted', demanding);
    const { fed } = world;
    const junta = nth(world, 0);
    const { origin } = junta;
    const decided = indexOf(
      inBase(world, junta, { matter: 'ordinary', text: 'La junta no participa del paro.' }),
      'ResolutionAdopted',
    );

    const threat = when('a neighbour says afterwards, and no name is written, how it came about', () =>
      fed.must(origin, neighbour(junta, 5), 'RecordThreat', { act: decided, text: 'Rodearon la sede con palos.' }),
    );
    then('it stands beside the decision for good, and only the officers can read what was told', () => {
      assert.doesNotMatch(JSON.stringify(threat.acts), /Rodearon/);
      return records(threat, 'ThreatRecorded');
    });
    then('the decision is neither undone nor left alone: there is a day by which the junta sits on it', () =>
      records(threat, 'StatuteReviewOpened'),
    );

    const review = when('the officers, whom it suits, let the day pass, and a neighbour convenes', () => {
      fed.now = dataOf(threat, 'StatuteReviewOpened').due;
      const chair = neighbour(junta, 7);
      const hall = { ...hallOf(junta), chair };
      const sitting = convene(fed, hall, { notice: announcing('ordinary') });
      countHall(fed, hall, sitting, 8);
      fed.must(origin, chair, 'OpenSitting', { sitting, call: 'first' });
      const proposal = { kind: 'revoke', resolution: decided } as const;
      return decideByHands(fed, hall, sitting, { matter: 'ordinary', proposal, yes: 8 });
    });
    then('among themselves they decide otherwise, and the book shows both', () => {
      assert.equal(tableGet(fed.book(origin).state.resolutions, decided)?.status, 'revoked');
      return records(review, 'ResolutionRevoked');
    });
  },
};
