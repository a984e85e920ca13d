import { publish } from '../../store/secret/board.ts';
import { electionsOfMotion } from '../../store/secret/elections.ts';
import { readFile, type SecretFile } from '../../store/secret/files.ts';
import { credentialsOf } from './credentials.ts';
import { type BallotTools, bookHash, type Election, electionOf, fromHex, sha256 } from './elections.ts';
import { runsVote } from './in-book.ts';
import { contestsAsked } from './questions.ts';
import { refused, type Said, said } from './said.ts';
import type { OfMotion, SetUp } from './secret-votes.ts';
import { keyHash, type TrialParts, trialOf } from './trustees.ts';

type Asked = OfMotion & {
  /** The hash of the voting page’s files. */
  readonly page: string;
};

/** The archive without a ballot, of the trustees’ keys and of both tellers’ halves. Until the vote is opened it can be made anew. */
export async function setUpElection(tools: BallotTools, asked: Asked): Promise<Said<SetUp>> {
  const origin = tools.names.write(asked.book);
  const election = await current(tools, origin, asked.motion);
  if (election === null) return refused('no-such-election');
  const { book, uuid } = election;
  if (!runsVote(book.folded.state, asked.motion, asked.actor, tools.now())) return refused('not-presiding');
  const trial = await trialOf(tools, uuid);
  if (trial === null) return refused('ballot-not-ready', 'keys');
  const joined = await credentialsOf(tools, uuid);
  if (joined === null) return refused('ballot-not-ready', 'credentials');
  return begin(tools, election, { page: asked.page, trial, credentials: joined.voting });
}

async function current(tools: BallotTools, origin: string, motion: number): Promise<Election | null> {
  for (const row of await electionsOfMotion(tools.store, origin, motion)) {
    const election = await electionOf(tools, row);
    if (election?.vote === null) return election;
  }
  return null;
}

interface Given extends Pick<Asked, 'page'> {
  readonly trial: TrialParts;
  readonly credentials: readonly string[];
}

async function begin(tools: BallotTools, election: Election, given: Given): Promise<Said<SetUp>> {
  const { uuid, prepared, setUp } = election;
  const { trial, credentials, page } = given;
  // The same again: what was opened with it by now must stay what it is.
  const listed = await readFile(tools.store, uuid, 'credentials');
  const contests = contestsAsked(election);
  const isSame =
    listed?.content.toString('utf8') === JSON.stringify(credentials) &&
    JSON.stringify(setUp?.questions) === JSON.stringify(contests);
  if (setUp !== null && setUp.page === page && isSame) return said(setUp);
  const time = Math.floor(Date.parse(tools.now()) / 1_000);
  const { trustees } = trial;
  const { plan } = prepared;
  const questions = contests ?? [plan.question];
  const made = await tools.threads.ask('setUp', { plan, questions, trustees, credentials, time });
  if (made === null) return refused('ballot-not-ready', 'credentials');
  const about: SetUp = {
    archive: bookHash(made.bytes),
    election: bookHash(made.election),
    trustees: bookHash(made.trustees),
    credentials: bookHash(made.credentials),
    keys: made.keys.map(keyHash),
    page,
    head: fromHex(made.head.hash),
    time,
    ...(contests !== undefined && { questions: contests }),
  };
  const file = (kind: 'election' | 'trustees' | 'credentials', content: string): SecretFile => ({
    election: uuid,
    kind,
    sha256: sha256(content),
    count: null,
    content: Buffer.from(content),
  });
  const { hash: head, height } = made.head;
  await publish(tools.store, {
    election: uuid,
    piece: { number: 0, start: 0, head, height, ballots: 0, kind: 'setup', content: Buffer.from(made.bytes) },
    parts: [file('election', made.election), file('trustees', made.trustees), file('credentials', made.credentials)],
    says: { setup: JSON.stringify(about) },
  });
  tools.touched(election.origin);
  return said(about);
}
