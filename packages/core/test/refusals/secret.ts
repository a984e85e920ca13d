// Refusals about secret votes.
import type { RefusalCode } from '../../src/index.ts';
import { table } from '../federation/assembly.ts';
import { sha256 } from '../federation/book.ts';
import { electing, tableElection } from '../federation/story-elections.ts';
import {
  fill,
  halvesOf,
  nameThem,
  openBox,
  openSecret,
  prepare,
  type SecretHall,
  secretHall,
  secretStatute,
  setUp,
  trialBy,
  trustees,
  tryKeys,
} from '../federation/story-secret.ts';

const ordinary = ({ fed, hall, sitting }: SecretHall): number => table(fed, hall, sitting, { matter: 'ordinary' });

/** A hall of sixteen with a motion before it. */
function before(statute = secretStatute()): SecretHall & { readonly motion: number } {
  const scene = secretHall(16, 0, statute);
  return { ...scene, motion: ordinary(scene) };
}

/** The same, with the vote open in secret. */
function voting(): SecretHall & { readonly vote: number } {
  const scene = before();
  return { ...scene, vote: openSecret(scene, scene.motion, prepare(scene, scene.motion, 14)) };
}

type Named = typeof trustees;

function refusesToName(named: Named, code: RefusalCode, statute = secretStatute()): void {
  const { fed, hall, origin, motion } = before(statute);
  fed.refuses(origin, hall.chair, 'NameTrustees', { motion, trustees: named }, code);
}

function refusesToOpen({ fed, hall, origin }: SecretHall, motion: number, code: RefusalCode, archive?: string): void {
  const input = { motion, method: 'secret', ...(archive === undefined ? {} : { archive }) } as const;
  fed.refuses(origin, hall.chair, 'OpenVote', input, code);
}

export const secretScenes = {
  'trustees-not-as-statute': () => refusesToName(trustees.slice(1), 'trustees-not-as-statute'),
  'trustee-twice': () => {
    const [first] = trustees;
    refusesToName(
      trustees.map((one) => ({ ...one, key: first?.key ?? '' })),
      'trustee-twice',
    );
  },
  'trustees-of-one-list': () => {
    const named = trustees.map((one, place) => (place === 2 ? { ...one, list: 'azul' } : one));
    refusesToName(named, 'trustees-of-one-list');
  },
  'list-not-in-statute': () => {
    refusesToName(trustees, 'list-not-in-statute', secretStatute({ lists: ['azul', 'roja', 'blanca'] }));
  },
  'trustees-not-named': () => {
    const scene = before();
    const { fed, hall, origin, motion } = scene;
    const archive = trialBy(scene, []);
    fed.refuses(origin, hall.chair, 'RecordTrialDecryption', { motion, archive }, 'trustees-not-named');
    refusesToOpen(scene, motion, 'trustees-not-named');
  },
  'no-trial-decryption': () => {
    const scene = before();
    const { fed, hall, origin, motion } = scene;
    nameThem(scene, motion);
    const archive = trialBy(
      scene,
      trustees.slice(1).map(({ key }) => key),
    );
    fed.refuses(origin, hall.chair, 'RecordTrialDecryption', { motion, archive }, 'no-trial-decryption');
    refusesToOpen(scene, motion, 'no-trial-decryption');
  },
  'tellers-of-one-list': () => {
    const scene = before();
    const { fed, hall, origin, motion } = scene;
    const halves = { motion, list: 'azul', file: halvesOf(scene, 0, 14) };
    fed.must(origin, hall.tellers[0], 'EnterCredentialHalves', halves);
    const others = { ...halves, file: halvesOf(scene, 1, 14) };
    fed.refuses(origin, hall.tellers[1], 'EnterCredentialHalves', others, 'tellers-of-one-list');
  },
  'halves-missing': () => {
    const { fed, hall, origin, motion } = before();
    const input = { motion, excluded: sha256('none left') };
    fed.refuses(origin, hall.tellers[0], 'ListCredentials', input, 'halves-missing');
  },
  'halves-differ': () => {
    const scene = before();
    const { fed, hall, origin, motion } = scene;
    for (const [place, list] of ['azul', 'roja'].entries()) {
      const teller = place === 0 ? 0 : 1;
      const file = halvesOf(scene, teller, 14 + place);
      fed.must(origin, hall.tellers[teller], 'EnterCredentialHalves', { motion, list, file });
    }
    const input = { motion, excluded: sha256('none left') };
    fed.refuses(origin, hall.tellers[0], 'ListCredentials', input, 'halves-differ');
  },
  'credentials-not-listed': () => {
    const scene = before();
    nameThem(scene, scene.motion);
    tryKeys(scene, scene.motion);
    refusesToOpen(scene, scene.motion, 'credentials-not-listed');
  },
  'too-few-for-secret': () => {
    const small = secretHall(16, 0, secretStatute({ minimum: 17 }));
    refusesToOpen(small, ordinary(small), 'too-few-for-secret');
  },
  'ranked-on-paper': () => {
    const { elections } = electing();
    const scene = secretHall(16, 0, { ...secretStatute(), ...(elections && { elections }) });
    const motion = tableElection(scene);
    scene.fed.refuses(scene.origin, scene.hall.chair, 'NameTrustees', { motion, trustees }, 'ranked-on-paper');
    refusesToOpen(scene, motion, 'ranked-on-paper');
  },
  'more-credentials-than-voters': () => {
    const scene = before();
    refusesToOpen(scene, scene.motion, 'more-credentials-than-voters', prepare(scene, scene.motion, 20, 17));
  },
  'archive-not-shown': () => {
    const scene = before();
    prepare(scene, scene.motion, 14);
    refusesToOpen(scene, scene.motion, 'archive-not-shown');
    refusesToOpen(scene, scene.motion, 'archive-not-shown', sha256('an archive that nobody has brought'));
  },
  'archive-differs': () => {
    const scene = before();
    const { motion } = scene;
    prepare(scene, motion, 14);
    for (const otherwise of [{ text: sha256('another text') }, { weights: [1, 2] }, { threshold: 1 }, { keys: [] }])
      refusesToOpen(scene, motion, 'archive-differs', setUp(scene, motion, 14, otherwise));
  },
  'too-few-new-ballots': () => {
    const scene = voting();
    const { fed, hall, origin, vote } = scene;
    fill(scene, vote, 99);
    fed.refuses(origin, hall.chair, 'AnchorBallotBox', { vote }, 'too-few-new-ballots');
    fill(scene, vote, 100);
    fed.must(origin, hall.chair, 'AnchorBallotBox', { vote });
  },
  'box-closed': () => {
    const scene = voting();
    const { fed, hall, origin, vote } = scene;
    openBox(scene, vote, { ballots: 12, yes: 12, no: 0, abstain: 0 });
    fed.refuses(origin, hall.chair, 'AnchorBallotBox', { vote }, 'box-closed');
    fed.refuses(origin, hall.chair, 'CloseBallotBox', { vote }, 'box-closed');
  },
  'box-still-open': () => {
    const { fed, hall, origin, vote } = voting();
    fed.refuses(origin, hall.chair, 'CloseVote', { vote }, 'box-still-open');
  },
} satisfies Partial<Record<RefusalCode, () => void>>;
