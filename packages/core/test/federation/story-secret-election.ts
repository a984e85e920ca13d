// An election among candidates in secret: what each of them was given in the box, and the papers of an urn beside it.
import type { Statute } from '../../src/index.ts';
import { asMember } from './federation.ts';
import { closing, stand, tableElection, type } from './story-elections.ts';
import { fill, openBox, openSecret, prepare, type SecretHall, secretHall, secretStatute } from './story-secret.ts';

type Contests = NonNullable<Statute['elections']>['contests'];

/** The president by the most votes, the two others with as many crosses as places, delegates by approval. */
const marked: Contests = [
  { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
  { offices: ['actas', 'vocalía'], method: 'block', vacancy: 'next' },
  { method: 'approval', vacancy: 'election' },
];

export const secretElectionStatute = (contests = marked): Statute => ({
  ...secretStatute({ every: 5 }),
  elections: { contests },
});

/** A hall of so many, of whom so many vote on paper, and the candidates: two for president, four for the two others. */
export function electingHall(present: number, onPaper = 0): SecretHall & { readonly motion: number } {
  const scene = secretHall(present, onPaper, secretElectionStatute());
  const motion = tableElection(scene);
  stand(scene, motion, 1, [4, 5]);
  stand(scene, motion, 2, [6, 7, 8, 9]);
  return { ...scene, motion };
}

/** Sixteen with slips alone, all of them used once: each contest’s blank ballots, and the votes of each candidate. */
export function votedInBox(rows: readonly (readonly number[])[]) {
  const given = electingHall(16);
  const vote = openSecret(given, given.motion, prepare(given, given.motion, 16));
  openBox(given, vote, { ballots: 16, voters: 16, rows });
  return { ...given, vote };
}

/** Twelve slips are used, one of them twice; ten drop a paper. One who stood for president has withdrawn. */
export function playSecretElection(): SecretHall {
  const scene = electingHall(24, 10);
  const { fed, base, hall, origin, motion } = scene;
  stand(scene, motion, 1, [10]);
  fed.must(origin, asMember(base.members[10] ?? ''), 'WithdrawCandidature', { motion, contest: 1, number: 3 });
  const vote = openSecret(scene, motion, prepare(scene, motion, 14, 12));
  fill(scene, vote, 6);
  fed.must(origin, hall.tellers[0], 'AnchorBallotBox', { vote });
  openBox(scene, vote, {
    ballots: 13,
    voters: 12,
    rows: [
      [1, 7, 4],
      [2, 8, 6, 4, 0],
    ],
  });
  type(scene, vote, { contest: 1, ballots: '4 1 0\n6 2 0', papers: 10 });
  type(scene, vote, { contest: 2, ballots: '5 1 2 0\n5 3 2 0', papers: 10 });
  closing(scene, vote);
  return scene;
}
