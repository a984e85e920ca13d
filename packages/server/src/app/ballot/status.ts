import { type FileAbout, type FileKind, filesAbout } from '../../store/secret/files.ts';
import { readMessages, type TrusteeMessage } from '../../store/secret/messages.ts';
import { standingOf } from './board.ts';
import { type BallotTools, type Election, fromHex } from './elections.ts';
import { motionSums } from './facts.ts';
import { GROUP } from './group-name.ts';
import { namesAsked, questionsAsked } from './questions.ts';
import type { BallotStatus, HalvesStatus, TrusteeStatus, VoteStage } from './secret-votes.ts';
import { stepsFor } from './steps.ts';
import { keyHash } from './trustees.ts';

interface Kept {
  readonly messages: readonly TrusteeMessage[];
  readonly files: ReadonlyMap<FileKind, FileAbout>;
}

export async function statusOf({ store }: BallotTools, election: Election): Promise<BallotStatus> {
  const { uuid, prepared, setUp, vote, opened, inBook, book, motion } = election;
  const [messages, files, board, names] = await Promise.all([
    readMessages(store, uuid),
    filesAbout(store, uuid),
    standingOf(store, uuid),
    namesAsked(store, election),
  ]);
  const kept = { messages, files };
  const excluded = files.get('excluded');
  return {
    election: uuid,
    body: book.name,
    motion,
    title: inBook.title,
    group: GROUP,
    stage: stageOf(election, kept),
    questions: questionsAsked(election),
    names,
    threshold: prepared.sizes.threshold,
    trustees: trusteesIn(election, kept),
    trial: trialIn(kept),
    halves: halvesIn(election, kept),
    excluded: excluded === undefined ? null : { file: base64(excluded), left: excluded.count ?? 0 },
    files: filesIn(election),
    vote: vote?.vote ?? null,
    page: vote?.page ?? setUp?.page ?? null,
    head: board === null ? null : fromHex(board.head.hash),
    ballots: board?.ballots ?? 0,
    result: opened === null || setUp?.questions !== undefined ? null : motionSums(opened),
    rows: opened?.rows ?? null,
  };
}

const base64 = ({ sha256 }: FileAbout): string => sha256.toString('base64');

const seatsAt = ({ messages }: Kept, step: string): readonly number[] =>
  messages.filter((one) => one.step === step).map(({ seat }) => seat);

function stageOf({ prepared, vote, setUp, opened }: Election, kept: Kept): VoteStage {
  if (opened !== null) return 'opened';
  if (vote !== null) return vote.isOpen ? 'open' : 'closed';
  if (setUp !== null) return 'ready';
  if (!kept.files.has('trial')) return 'keys';
  return seatsAt(kept, 'trial').length < prepared.sizes.size ? 'trial' : 'credentials';
}

function trusteesIn({ prepared, inBook, setUp }: Election, { messages }: Kept): readonly TrusteeStatus[] {
  const { sizes } = prepared;
  const last = stepsFor(sizes).at(-1);
  return Array.from({ length: sizes.size }, (_, at) => {
    const own = messages.filter(({ seat }) => seat === at + 1);
    const said = own.find(({ step }) => step === last);
    // Messages are forgotten one day; the archive keeps the keys.
    const key = said === undefined ? setUp?.keys[at] : keyHash(keyIn(said));
    const list = inBook.trustees?.trustees.find((named) => named.key === key)?.list;
    return {
      seat: at + 1,
      ...(list !== undefined && { list }),
      ...(key !== undefined && { key }),
      steps: own.map(({ step }) => step),
    };
  });
}

/** It was looked at when it came. */
const keyIn = ({ message }: TrusteeMessage): string =>
  (JSON.parse(message) as { readonly public_key: string }).public_key;

function trialIn(kept: Kept): BallotStatus['trial'] {
  const file = kept.files.get('trial');
  return file === undefined ? null : { archive: base64(file), opened: seatsAt(kept, 'trial') };
}

function halvesIn({ inBook }: Election, { files }: Kept): readonly HalvesStatus[] {
  return ([1, 2] as const).flatMap((teller) => {
    const file = files.get(`halves-${teller}`);
    if (file === undefined) return [];
    const inBookToo = inBook.halves.some((one) => one.teller === teller && one.file === base64(file));
    return [{ teller, file: base64(file), halves: file.count ?? 0, inBook: inBookToo }];
  });
}

function filesIn({ setUp }: Election): BallotStatus['files'] {
  if (setUp === null) return null;
  const { archive, election, trustees, credentials } = setUp;
  return { archive, election, trustees, credentials };
}
