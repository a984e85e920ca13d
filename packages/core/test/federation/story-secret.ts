// Secret votes in a sitting: trustees, credentials of two tellers of different lists, the box in the book, and an urn beside it.
import {
  contestQuestions,
  type FactName,
  type Facts,
  type Need,
  needKey,
  type Statute,
  tableGet,
} from '../../src/index.ts';
import { announcing, type Base, convene, foundBase, type Hall, hallOf, open, statuteWith, table } from './assembly.ts';
import { sha256 } from './book.ts';
import { type Done, Federation, indexOf } from './federation.ts';
import { bothCount, papers } from './story-votes.ts';

export const secretStatute = (secret: Partial<NonNullable<Statute['secret']>> = {}): Statute => {
  const plain = statuteWith();
  return {
    ...plain,
    rules: plain.rules.map((rule) =>
      rule.matter === 'ordinary' || rule.matter === 'election'
        ? { ...rule, methods: [...rule.methods, 'urn', 'secret'] }
        : rule,
    ),
    secret: { trustees: 3, threshold: 2, ...secret },
  };
};

export interface SecretHall {
  readonly fed: Federation;
  readonly base: Base;
  readonly hall: Hall;
  readonly origin: string;
  readonly sitting: number;
}

/** A hall of so many, of whom so many have said at the door that they vote on paper. */
export function secretHall(present: number, onPaper = 0, statute = secretStatute()): SecretHall {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-dolores', 30, statute);
  const hall = hallOf(base);
  fed.pass({ days: 31 });
  const sitting = convene(fed, hall, { notice: announcing('election') });
  for (const member of base.members.slice(4, 4 + onPaper))
    fed.must(base.origin, base.presidium, 'AdmitAtDoor', { sitting, member, channel: 'paper' });
  open(fed, hall, sitting, present);
  return { fed, base, hall, origin: base.origin, sitting };
}

/** What the verifier of the node would find from now on. */
export function shows({ fed, origin }: SecretHall, need: Need, found: Facts[FactName]['found']): void {
  fed.book(origin).vault.verified.set(needKey(need), found);
}

export const trustees = ['azul', 'roja', 'verde'].map((list) => ({ list, key: sha256(`key of ${list}`) }));
const keys = trustees.map(({ key }) => key);

export const nameThem = ({ fed, hall, origin }: SecretHall, motion: number, named = trustees): Done =>
  fed.must(origin, hall.chair, 'NameTrustees', { motion, trustees: named });

/** A trial that these of them have opened; the hash of its archive. */
export function trialBy(scene: SecretHall, opened: readonly string[], of = keys): string {
  const archive = sha256(`trial opened by ${opened.length} of ${of.join()}`);
  shows(scene, { fact: 'trial-decryption', archive }, { keys: of, threshold: 2, opened });
  return archive;
}

export const tryKeys = (scene: SecretHall, motion: number): Done =>
  scene.fed.must(scene.origin, scene.hall.chair, 'RecordTrialDecryption', { motion, archive: trialBy(scene, keys) });

export function halvesOf(scene: SecretHall, teller: 0 | 1, halves: number): string {
  const file = sha256(`${halves} halves of teller ${teller}`);
  shows(scene, { fact: 'credential-halves', file }, { halves });
  return file;
}

export function makeHalves(scene: SecretHall, motion: number, slips: number): readonly string[] {
  return ([0, 1] as const).map((teller) => {
    const file = halvesOf(scene, teller, slips);
    const list = teller === 0 ? 'azul' : 'roja';
    scene.fed.must(scene.origin, scene.hall.tellers[teller], 'EnterCredentialHalves', { motion, list, file });
    return file;
  });
}

export const listOf = (drawn: number): string => sha256(`${drawn} credentials`);

export function listThem(scene: SecretHall, motion: number, slips: number, drawn: number): Done {
  const halves = makeHalves(scene, motion, slips);
  const excluded = sha256(`${slips - drawn} left over`);
  const found = { slips, root: sha256(`${slips} slips`), left: slips - drawn, list: listOf(drawn) };
  shows(scene, { fact: 'credential-list', halves, excluded }, found);
  return scene.fed.must(scene.origin, scene.hall.tellers[0], 'ListCredentials', { motion, excluded });
}

/** An election that is set up, with whatever of it is to be otherwise; the hash of its archive. */
export function setUp(
  scene: SecretHall,
  motion: number,
  drawn: number,
  otherwise: Partial<Facts['secret-setup']['found']> = {},
): string {
  const { state } = scene.fed.book(scene.origin);
  const textHash = tableGet(state.motions, motion)?.textHash ?? '';
  const archive = sha256(`set up for ${motion} ${JSON.stringify(otherwise)}`);
  const election = sha256(`election on ${motion}`);
  const page = sha256('the voting page');
  const head = sha256(`empty box of ${motion}`);
  const contests = contestQuestions(state, motion).map(({ answers, blank, min, max }) => ({
    answers,
    blank,
    min,
    max,
  }));
  const questions = contests.length === 0 ? {} : { questions: contests };
  const asked = { election, text: textHash, ...questions };
  const found = { ...asked, keys, threshold: 2, list: listOf(drawn), weights: [1], page, head };
  shows(scene, { fact: 'secret-setup', archive }, { ...found, ...otherwise });
  return archive;
}

/** Everything that a secret vote on that motion needs. */
export function prepare(scene: SecretHall, motion: number, slips: number, drawn = slips): string {
  nameThem(scene, motion);
  tryKeys(scene, motion);
  listThem(scene, motion, slips, drawn);
  return setUp(scene, motion, drawn);
}

export function openSecret({ fed, hall, origin }: SecretHall, motion: number, archive: string): number {
  const done = fed.must(origin, hall.chair, 'OpenVote', { motion, method: 'secret', archive });
  return indexOf(done, 'VoteOpened');
}

export const electionOf = ({ fed, origin }: SecretHall, vote: number) => {
  const secret = tableGet(fed.book(origin).state.votes, vote)?.secret;
  if (secret === undefined) throw new Error(`the vote ${vote} is not taken in secret`);
  return secret;
};

/** So many ballots lie in the box from now on. */
export function fill(scene: SecretHall, vote: number, ballots: number): void {
  const { election, box } = electionOf(scene, vote);
  shows(scene, { fact: 'ballot-box', election, since: box.head }, { head: sha256(`${ballots} of ${vote}`), ballots });
}

interface Opened {
  readonly ballots: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

interface OpenedSums {
  readonly ballots: number;
  readonly voters: number;
  readonly rows: readonly (readonly number[])[];
}

/** The box is closed with these ballots, and the trustees open this. */
export function openBox(scene: SecretHall, vote: number, opened: Opened | OpenedSums): void {
  const { fed, hall, origin } = scene;
  fill(scene, vote, opened.ballots);
  fed.must(origin, hall.chair, 'CloseBallotBox', { vote });
  const { election, box } = electionOf(scene, vote);
  shows(scene, { fact: 'secret-result', election, box: box.head }, { head: sha256(`result of ${vote}`), ...opened });
}

/** A motion decided in secret by twelve credentials, one of them used twice, and by ten papers in the urn. */
export function playSecretVotes(): SecretHall {
  const scene = secretHall(24, 10, secretStatute({ every: 5 }));
  const { fed, hall, origin, sitting } = scene;
  const motion = table(fed, hall, sitting, { matter: 'ordinary', title: 'Huelga' });
  const vote = openSecret(scene, motion, prepare(scene, motion, 14, 12));
  fill(scene, vote, 6);
  fed.must(origin, hall.tellers[0], 'AnchorBallotBox', { vote });
  openBox(scene, vote, { ballots: 13, yes: 8, no: 3, abstain: 1 });
  bothCount(fed, hall, vote, papers(6, 4));
  fed.must(origin, hall.chair, 'CloseVote', { vote });
  fed.must(origin, hall.chair, 'CloseSitting', { sitting });
  return scene;
}
