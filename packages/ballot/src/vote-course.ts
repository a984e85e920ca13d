/** What the events of an archive say, followed from the setup to the result. */
import type { ArchiveEntry, ArchiveSource } from './archive-reader.ts';
import { faultsAtTheDoor, openBallot } from './ballot.ts';
import { type BallotBox, openBox } from './ballot-box.ts';
import { checkDecryption, type Factors, missingOwners, uncover } from './decryption.ts';
import type { PlacedEvent } from './event-chain.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Setup, SetupFault, SetupFiles } from './setup.ts';
import {
  decryptionShape,
  ownedShape,
  type Question,
  resultShape,
  setupShape,
  sizedTallyShape,
  tallyShape,
} from './structures.ts';
import { type EncryptedTally, writeTally } from './tally.ts';
import { readJson, type Shape, writeJson } from './wire.ts';

/** For each question the votes for each answer; where a blank vote is allowed, the blank ones first. */
export type CountedResult = readonly (readonly bigint[])[];

type ReadFiles = (files: SetupFiles) => { readonly setup: Setup | undefined; readonly faults: readonly SetupFault[] };

export interface VoteCourse {
  readonly setUp: (placed: PlacedEvent, read: ReadFiles) => Setup | undefined;
  readonly setup: () => Setup | undefined;
  /** Takes any later event; answers with a ballot whose inside is to be checked. */
  readonly take: (placed: PlacedEvent) => Promise<ArchiveEntry | undefined>;
  readonly counted: () => {
    readonly cast: number;
    readonly voters: number;
    readonly weight: bigint;
    /** The sum so far, still encrypted. */
    readonly tally: EncryptedTally;
    /** What the trustees' parts opened, by owner. */
    readonly parts: ReadonlyMap<number, Factors>;
    readonly result: CountedResult | undefined;
  };
}

type Add = (finding: Finding) => void;

/** The state that the events change. */
interface Course {
  readonly setup: Setup;
  readonly box: BallotBox;
  readonly parts: Map<number, Factors>;
  readonly owners: Set<number>;
  tally: EncryptedTally | undefined;
  result: CountedResult | undefined;
}

export function followVote(source: ArchiveSource, add: Add): VoteCourse {
  let course: Course | undefined;
  return {
    setup: () => course?.setup,
    setUp(placed, read) {
      const setup = setUp(placed, read, add);
      if (setup !== undefined) {
        const box = openBox(setup, source);
        course = { setup, box, parts: new Map(), owners: new Set(), tally: undefined, result: undefined };
      }
      return setup;
    },
    async take(placed) {
      if (course === undefined) return undefined;
      switch (placed.event.type) {
        case 'Ballot':
          return takeBallot(course, placed, add);
        case 'EncryptedTally':
          takeTally(course, placed, add);
          return undefined;
        case 'PartialDecryption':
          takeDecryption(course, placed, add);
          return undefined;
        case 'Result':
          takeResult(course, placed, add);
          return undefined;
        default:
          return undefined;
      }
    },
    counted: () => ({
      cast: course?.box.cast() ?? 0,
      voters: course?.box.voters() ?? 0,
      weight: course?.box.weight() ?? 0n,
      tally: course?.tally ?? course?.box.tally() ?? [],
      parts: course?.parts ?? new Map(),
      result: course?.result,
    }),
  };
}

function setUp({ event, entry, files }: PlacedEvent, read: ReadFiles, add: Add): Setup | undefined {
  const { height } = event;
  const own = files.at(-1);
  const fields = own === undefined ? undefined : readJson(own.json, setupShape);
  if (own === undefined || fields === undefined || !fields.ok || writeJson(fields.value) !== own.json) {
    add({ code: 'setup-malformed', entry: entry.at, name: entry.name, height });
    return undefined;
  }
  const { value } = fields;
  const [election, trustees, credentials] = files;
  const inOrder = [value.election, value.trustees, value.credentials].every((hash, at) => files[at]?.hash === hash);
  if (!inOrder || election === undefined || trustees === undefined || credentials === undefined) {
    add({ code: 'setup-malformed', entry: own.at, name: own.name, height });
    return undefined;
  }
  const named = { election, trustees, credentials };
  const { setup, faults } = read({ election: election.json, trustees: trustees.json, credentials: credentials.json });
  for (const { code, file, path } of faults) {
    const { at, name } = named[file];
    add({ code, entry: at, name, height, path });
  }
  return setup;
}

async function takeBallot(course: Course, placed: PlacedEvent, add: Add): Promise<ArchiveEntry | undefined> {
  const { event, entry, files, inPlace } = placed;
  const { height, payload } = event;
  const { box, setup } = course;
  const file = files.at(-1);
  const isReplay = payload !== undefined && box.holds(payload);
  if (isReplay) add({ code: 'ballot-replayed', entry: entry.at, name: entry.name, height });
  if (file === undefined || isReplay) return undefined;
  const { at, name, json, offset, length, hash } = file;
  const opened = openBallot(json);
  const faults = opened.ok ? faultsAtTheDoor(setup.election, setup.voters, opened.ballot) : opened.faults;
  for (const { fault, path } of faults) add({ code: `ballot-${fault}`, entry: at, name, height, path });
  if (!opened.ok) return undefined;
  if (inPlace && setup.voters.has(opened.ballot.credential)) await box.put(opened.ballot, hash, { offset, length });
  return file;
}

function takeTally(course: Course, { entry, event, files }: PlacedEvent, add: Add): void {
  const { height } = event;
  const [tallyFile, sizedFile] = files;
  const sized = read(sizedFile, sizedTallyShape);
  const given = read(tallyFile, tallyShape);
  const { box, setup } = course;
  const tally = box.tally();
  course.tally = tally;
  if (sized === undefined || given === undefined || sized.encrypted_tally !== tallyFile?.hash) {
    add({ code: 'tally-malformed', entry: entry.at, name: entry.name, height });
    return;
  }
  const about = { entry: (sizedFile ?? entry).at, name: (sizedFile ?? entry).name, height };
  if (sized.num_tallied !== box.voters()) add({ ...about, code: 'num-tallied', path: 'num_tallied' });
  if (sized.total_weight !== box.weight()) add({ ...about, code: 'total-weight', path: 'total_weight' });
  if (writeJson(writeTally(setup.election.group, tally)) !== tallyFile.json)
    add({ code: 'tally-differs', entry: tallyFile.at, name: tallyFile.name, height });
}

function takeDecryption(course: Course, { entry, event, files, inPlace }: PlacedEvent, add: Add): void {
  const { height } = event;
  const { setup, tally, parts, owners } = course;
  const [file, ownedFile] = files;
  const owned = read(ownedFile, ownedShape);
  const fields = read(file, decryptionShape);
  if (file === undefined || owned === undefined || fields === undefined || owned.payload !== file.hash) {
    add({ code: 'decryption-malformed', entry: entry.at, name: entry.name, height });
    return;
  }
  const { owner } = owned;
  const about = { height, owner };
  const key = setup.trustees.keys[owner - 1];
  if (key === undefined) {
    add({ code: 'decryption-owner', entry: (ownedFile ?? entry).at, ...about });
    return;
  }
  if (owners.has(owner)) add({ code: 'decryption-owner-twice', entry: (ownedFile ?? entry).at, ...about });
  owners.add(owner);
  if (tally === undefined) {
    add({ code: 'decryption-too-early', entry: file.at, name: file.name, ...about });
    return;
  }
  const checked = checkDecryption(setup.election, tally, key, fields);
  if (!checked.ok) add({ code: checked.fault, entry: file.at, name: file.name, path: checked.path, ...about });
  else if (inPlace) parts.set(owner, checked.factors);
}

function takeResult(course: Course, { entry, event, files }: PlacedEvent, add: Add): void {
  const { height } = event;
  const { setup, tally, parts, box } = course;
  const file = files.at(-1);
  const fields = read(file, resultShape);
  const about = { entry: (file ?? entry).at, name: (file ?? entry).name, height };
  const report = (code: FindingCode, path?: string): void =>
    add({ code, ...about, ...(path !== undefined && { path }) });
  if (fields === undefined) {
    report('result-malformed');
    return;
  }
  const { result } = fields;
  const { group, fields: election } = setup.election;
  if (tally === undefined || missingOwners(setup.trustees, new Set(parts.keys())).length > 0) {
    report('result-too-early');
    return;
  }
  if (result.map(({ length }) => length).join() !== tally.map(({ length }) => length).join()) {
    report('result-shape');
    return;
  }
  const uncovered = uncover(group, tally, setup.trustees, parts);
  for (const [at, row] of result.entries()) {
    const question = election.questions[at] as Question;
    if (!isWithinBounds(question, row, box.weight())) report('result-bounds', `result[${at}]`);
    for (const [index, votes] of row.entries())
      if (votes >= group.q || group.powerOfG(votes) !== uncovered?.[at]?.[index])
        report('result-differs', `result[${at}][${index}]`);
  }
  course.result = result;
}

/** What the proofs in the ballots promise about their sum: without it, a result could be larger by the group's order. */
function isWithinBounds({ blank, min, max }: Question, row: readonly bigint[], weight: bigint): boolean {
  const [blanks, votes] = blank === true ? [row[0] ?? 0n, row.slice(1)] : [0n, row];
  const filled = weight - blanks;
  const sum = votes.reduce((total, one) => total + one, 0n);
  return (
    filled >= 0n && votes.every((one) => one <= filled) && BigInt(min) * filled <= sum && sum <= BigInt(max) * filled
  );
}

function read<T>(file: ArchiveEntry | undefined, shape: Shape<T>): T | undefined {
  const found = file === undefined ? undefined : readJson(file.json, shape);
  return found?.ok === true && writeJson(found.value) === file?.json ? found.value : undefined;
}
