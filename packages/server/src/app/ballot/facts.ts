import type { FactName, Facts, Need } from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { type PieceAbout, readPieces } from '../../store/secret/board.ts';
import { type ElectionRow, electionsOf } from '../../store/secret/elections.ts';
import { fileByHash, readFile as readSecretFile } from '../../store/secret/files.ts';
import { readMessages } from '../../store/secret/messages.ts';
import { bookHash, type Counted, fromHex, type Opened, type Prepared } from './elections.ts';
import type { MotionSums, SetUp } from './secret-votes.ts';
import type { Threads } from './threads.ts';
import { keyHash, type TrialParts } from './trustees.ts';

/** What the book asks of the node about secret votes (`core/src/secret/facts.ts`). */
const factsOfBallots = [
  'trial-decryption',
  'credential-halves',
  'credential-list',
  'secret-setup',
  'ballot-box',
  'secret-result',
] as const satisfies readonly FactName[];

type BallotFact = (typeof factsOfBallots)[number];
export type BallotNeed = Extract<Need, { fact: BallotFact }>;
type Found<F extends BallotFact> = Facts[F]['found'] | null;

export interface BallotSources {
  readonly store: Store;
  readonly threads: Threads;
  readonly origin: string;
}

export const isBallotNeed = (need: Need): need is BallotNeed => factsOfBallots.some((fact) => fact === need.fact);

export function ballotFact(need: BallotNeed, sources: BallotSources): Promise<Found<BallotFact>> {
  switch (need.fact) {
    case 'trial-decryption':
      return trialDecryption(need.archive, sources);
    case 'credential-halves':
      return credentialHalves(need.file, sources);
    case 'credential-list':
      return credentialList(need, sources);
    case 'secret-setup':
      return secretSetup(need.archive, sources);
    case 'ballot-box':
      return ballotBox(need, sources);
    case 'secret-result':
      return secretResult(need, sources);
    default:
      throw new Error(`no source for ${(need satisfies never as BallotNeed).fact}`);
  }
}

/** A file of this body’s elections that were not dropped, by the hash in the book. */
async function fileOf({ store, origin }: BallotSources, hash: string, ...kinds: readonly string[]) {
  const file = await fileByHash(store, origin, Buffer.from(hash, 'base64'));
  return file !== undefined && kinds.includes(file.kind) ? file : undefined;
}

async function trialDecryption(archive: string, sources: BallotSources): Promise<Found<'trial-decryption'>> {
  const { store, origin } = sources;
  const file = await fileOf(sources, archive, 'trial');
  if (file === undefined) return null;
  const row = (await electionsOf(store, origin)).find(({ election }) => election === file.election);
  const parts = await readTrialParts(store, file.election);
  if (row === undefined || parts === null) return null;
  const { sizes } = JSON.parse(row.prepared) as Prepared;
  const keys = parts.keys.map(keyHash);
  const tried = (await readMessages(store, file.election)).filter(({ step }) => step === 'trial');
  return { keys, threshold: sizes.threshold, opened: tried.map(({ seat }) => keys[seat - 1] as string) };
}

async function readTrialParts(store: Store, election: string): Promise<TrialParts | null> {
  const file = await readSecretFile(store, election, 'trial-parts');
  return file === undefined ? null : (JSON.parse(file.content.toString('utf8')) as TrialParts);
}

/** It was verified when it came, and has its hash as its name. */
async function credentialHalves(file: string, sources: BallotSources): Promise<Found<'credential-halves'>> {
  const found = await fileOf(sources, file, 'halves-1', 'halves-2');
  return found?.count == null ? null : { halves: found.count };
}

async function credentialList(
  { halves, excluded }: Extract<BallotNeed, { fact: 'credential-list' }>,
  sources: BallotSources,
): Promise<Found<'credential-list'>> {
  const [one, other] = await Promise.all(halves.map((file) => fileOf(sources, file, 'halves-1', 'halves-2')));
  const out = await fileOf(sources, excluded, 'excluded');
  if (one === undefined || other === undefined || out === undefined || one.election !== other.election) return null;
  const texts = { one: textOf(one), other: textOf(other), excluded: textOf(out) };
  const joined = await sources.threads.joinHalves({ election: one.election, ...texts });
  if (joined === null) return null;
  const { slips, left, all, voting } = joined;
  return { slips, root: listHash(all), left, list: listHash(voting) };
}

const textOf = ({ content }: { readonly content: Buffer }): string => content.toString('utf8');

/** As the list of credentials stands in the archive. */
const listHash = (credentials: readonly string[]): string => bookHash(JSON.stringify(credentials));

interface SetUpRow {
  readonly row: ElectionRow;
  readonly setUp: SetUp;
}

async function setUps({ store, origin }: BallotSources): Promise<readonly SetUpRow[]> {
  return (await electionsOf(store, origin)).flatMap((row) =>
    row.setup === null || row.dropped ? [] : [{ row, setUp: JSON.parse(row.setup) as SetUp }],
  );
}

async function secretSetup(archive: string, sources: BallotSources): Promise<Found<'secret-setup'>> {
  const found = (await setUps(sources)).find(({ setUp }) => setUp.archive === archive);
  if (found === undefined) return null;
  const { sizes, plan } = JSON.parse(found.row.prepared) as Prepared;
  const { election, keys, credentials: list, page, head, questions } = found.setUp;
  const { threshold } = sizes;
  const contests = questions?.map(({ answers, blank = false, min, max }) => ({ answers, blank, min, max }));
  const asked = contests === undefined ? {} : { questions: contests };
  return { election, text: plan.description, ...asked, keys, threshold, list, weights: [1], page, head };
}

async function boardOf(sources: BallotSources, election: string) {
  const found = (await setUps(sources)).find(({ setUp }) => setUp.election === election);
  return found === undefined ? null : { ...found, pieces: await readPieces(sources.store, found.row.election) };
}

async function ballotBox(
  { election, since }: Extract<BallotNeed, { fact: 'ballot-box' }>,
  sources: BallotSources,
): Promise<Found<'ballot-box'>> {
  const board = await boardOf(sources, election);
  const last = board?.pieces.at(-1);
  if (board === null || last === undefined || !isBox(last)) return null;
  const goesOn = board.pieces.some(({ head }) => fromHex(head) === since);
  return goesOn ? { head: fromHex(last.head), ballots: last.ballots } : null;
}

const isBox = ({ kind }: PieceAbout): boolean => kind === 'setup' || kind === 'ballots';

async function secretResult(
  { election, box }: Extract<BallotNeed, { fact: 'secret-result' }>,
  sources: BallotSources,
): Promise<Found<'secret-result'>> {
  const board = await boardOf(sources, election);
  const last = board?.pieces.at(-1);
  if (board === null || last?.kind !== 'result' || board.row.tally === null || board.row.result === null) return null;
  const counted = JSON.parse(board.row.tally) as Counted;
  const opened = JSON.parse(board.row.result) as Opened;
  if (counted.box !== box) return null;
  const about = { head: fromHex(last.head), ballots: last.ballots };
  if (board.setUp.questions === undefined) return { ...about, ...motionSums(opened) };
  return { ...about, voters: counted.voters, rows: opened.rows };
}

/** Of the one question of a motion: blank, yes, no. */
export function motionSums({ rows: [row = []] }: Opened): MotionSums {
  const [abstain = 0, yes = 0, no = 0] = row;
  return { yes, no, abstain };
}
