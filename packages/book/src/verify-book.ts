/** The audit of an exported book, from its head down to every byte (docs/book-format.md). */
import { actCode } from './act-code.ts';
import { type ActAudit, type ActAuditCounts, auditActs } from './audit-acts.ts';
import { type BookFiles, bundlePathOf, checkForks, checkOldTiles, listBookFiles } from './book-files.ts';
import { type BookHead, checkCosignatures, type HeadCosignature, openHead } from './book-head.ts';
import { type BundleResult, type BundleTask, type EntryFault, hashOfAct, verifyBundle } from './bundle.ts';
import type { Crypto } from './crypto.ts';
import { base64Encode } from './encoding.ts';
import { type Finding, type FindingSink, findingSink } from './finding.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';
import type { BookReader } from './reader.ts';
import { type SealCheck, verifySealSignatures } from './seal.ts';
import { decodeBundle, entriesPath, TILE_WIDTH, tilePath, tileWidth } from './tiles.ts';
import { readLeafFiles, type SettledTile, type TreeFiles, walkTree } from './tree-walk.ts';

export interface VerifyBookOptions {
  /** Verifier keys (vkeys) of witnesses to believe, besides those that the book itself appoints. */
  readonly witnesses?: readonly string[];
  /** Does `verifyBundle(task, crypto)` elsewhere, for example in a worker thread. */
  readonly runBundle?: (task: BundleTask) => Promise<BundleResult>;
  /** Does `verifySealSignatures(checks, crypto)` elsewhere. */
  readonly runSignatures?: (checks: readonly SealCheck[]) => Promise<readonly boolean[]>;
  /** How many bundles may be under way at once; 8 unless said otherwise. */
  readonly ahead?: number;
  readonly onProgress?: (done: { readonly acts: number; readonly of: number }) => void;
  /** No more findings than this are listed; 1,000 unless said otherwise. */
  readonly maxFindings?: number;
}

export interface BookReport {
  /** Nothing was found wrong. */
  readonly ok: boolean;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** What is wrong. */
  readonly findings: readonly Finding[];
  /** What nobody vouches for, without being wrong: files that do not belong, signatures by unknown keys. */
  readonly notices: readonly Finding[];
  readonly cosignatures: readonly HeadCosignature[];
  readonly counts: ActAuditCounts & { readonly forks: number };
  /** `at` of the last act; empty if there is none. */
  readonly lastAt: string;
  /** For a successor book, the book and head that it continues. Root is base64. */
  readonly predecessor?: { readonly origin: string; readonly size: number; readonly root: string };
}

/**
 * Audits a book: key, checkpoint, every tile, every entry, every act's form, seals, disclosures, attachments and forks.
 * Streams: memory does not grow with the book, save for the lists of disclosures and attachments where the reader can
 * list files. `vkey` is the book's verifier key, which the auditor knows from elsewhere. Rejects only if reading fails.
 */
export async function verifyBook(
  reader: BookReader,
  vkey: string,
  crypto: Crypto,
  options: VerifyBookOptions = {},
): Promise<BookReport> {
  const sink = findingSink(options.maxFindings ?? 1_000);
  const notices = findingSink(options.maxFindings ?? 1_000);
  const head = await openHead(reader, vkey, crypto, sink);
  if (head === undefined) return emptyReport(sink, notices);
  const { checkpoint, key } = head;
  const listed = await listBookFiles(reader, checkpoint.size);
  const book: Book = { head, reader, crypto, sink, options, listed, recent: new Map() };
  const audit = startActAudit(book);
  const lastAt = await auditTree(book, audit);
  await audit.finish();
  const forks = await checkForks(reader, listed?.forks, key, crypto, sink);
  if (listed !== undefined) await checkListed(book, listed, notices);
  const cosignatures = await checkCosignatures(reader, head, audit.witnesses, options.witnesses ?? [], crypto, {
    sink,
    notices,
  });
  return {
    ok: sink.findings.length === 0,
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: base64Encode(checkpoint.root),
    findings: sink.findings,
    notices: notices.findings,
    cosignatures,
    counts: { ...audit.counts, forks },
    lastAt,
    ...(audit.predecessor && { predecessor: audit.predecessor }),
  };
}

function emptyReport(sink: FindingSink, notices: FindingSink): BookReport {
  const counts = {
    sealed: 0,
    sealsUnjudged: 0,
    signatures: 0,
    disclosed: 0,
    withdrawn: 0,
    notHere: 0,
    attachments: 0,
    attachmentsNotHere: 0,
    forks: 0,
  };
  const { findings } = sink;
  return {
    ok: false,
    origin: '',
    size: 0,
    root: '',
    findings,
    notices: notices.findings,
    cosignatures: [],
    counts,
    lastAt: '',
  };
}

interface Book extends TreeFiles {
  readonly head: BookHead;
  readonly options: VerifyBookOptions;
  readonly listed: BookFiles | undefined;
  /** Leaf hashes of the last few bundles, which seals mostly refer to. */
  readonly recent: Map<number, Uint8Array>;
}

const RECENT_BUNDLES = 4;
/** Reading a file takes several turns of the event loop; so many bundles keep the processor busy meanwhile. */
const AHEAD = 8;

function startActAudit(book: Book): ActAudit {
  const { reader, crypto, sink, options, listed } = book;
  const { size } = book.head.checkpoint;
  const bundleOf = (index: number) => {
    const bundle = Math.floor(index / TILE_WIDTH);
    return { bundle, width: tileWidth(0, bundle, size) };
  };
  return auditActs({
    crypto,
    reader,
    sink,
    placeOf: (index) => bundlePathOf(index, size),
    hashOf: async (index) => {
      const { bundle, width } = bundleOf(index);
      const recent = book.recent.get(bundle);
      const hashes = recent ?? (await reader.read(tilePath({ level: 0, index: bundle, width })));
      return hashes === undefined ? undefined : hashOfAct(hashes, index);
    },
    entryOf: async (index) => {
      const { bundle, width } = bundleOf(index);
      const bytes = await reader.read(entriesPath(bundle, width));
      return bytes === undefined ? undefined : decodeBundle(bytes).entries[index % TILE_WIDTH];
    },
    disclosureFiles: listed?.disclosures,
    attachmentFiles: listed?.attachments,
    verifySignatures: options.runSignatures ?? (async (checks) => verifySealSignatures(checks, crypto)),
  });
}

/** Reads, checks and takes in every bundle, in order. Returns the time of the last act. */
async function auditTree(book: Book, audit: ActAudit): Promise<string> {
  const { options, crypto } = book;
  const { checkpoint } = book.head;
  const run = options.runBundle ?? (async (task: BundleTask) => verifyBundle(task, crypto));
  const ahead = options.ahead ?? AHEAD;
  const underWay: Promise<{ task: BundleTask; result: BundleResult }>[] = [];
  let lastAt = '';
  let acts = 0;
  const takeOldest = async () => {
    const oldest = await underWay.shift();
    if (oldest === undefined) return;
    lastAt = await takeBundle(book, audit, oldest.task, oldest.result, lastAt);
    acts += oldest.task.width;
    options.onProgress?.({ acts, of: checkpoint.size });
  };
  for await (const settled of walkTree(book, checkpoint.size, checkpoint.root)) {
    const one = taskFor(book, settled).then(async (task) => ({ task, result: await run(task) }));
    // Whoever awaits it later sees the rejection; until then it must not count as unhandled.
    one.catch(() => undefined);
    underWay.push(one);
    if (underWay.length >= ahead) await takeOldest();
  }
  while (underWay.length > 0) await takeOldest();
  return lastAt;
}

async function taskFor(book: Book, settled: SettledTile): Promise<BundleTask> {
  const { bundle, tile } = await readLeafFiles(book, settled.index, settled.width);
  return { ...settled, origin: book.head.checkpoint.origin, bundle, tile };
}

async function takeBundle(
  book: Book,
  audit: ActAudit,
  task: BundleTask,
  result: BundleResult,
  before: string,
): Promise<string> {
  reportBundle(book, task, result);
  if (before !== '' && result.firstAt !== '' && result.firstAt < before) {
    const index = task.index * TILE_WIDTH;
    const message = `An act of ${result.firstAt} follows one of ${before}.`;
    book.sink.add({ code: 'time-backwards', place: entriesPath(task.index, task.width), index, message });
  }
  const settled = result.verdict === 'entries' && task.tile !== undefined ? task.tile : result.hashes;
  book.recent.set(task.index, settled);
  book.recent.delete(task.index - RECENT_BUNDLES);
  // Faults and good acts alternate: keys are enrolled in the order of acts, and a damaged act may have enrolled some.
  const faults = result.faults.filter((fault) => fault.kind !== 'time-backwards');
  for (const notable of result.notable) {
    while (faults[0] !== undefined && faults[0].index < notable.index) {
      faults.shift();
      audit.miss();
    }
    await audit.take(notable);
  }
  if (faults.length > 0 || result.damaged) audit.miss();
  return result.lastAt === '' ? before : result.lastAt;
}

function reportBundle(book: Book, task: BundleTask, result: BundleResult): void {
  const { sink } = book;
  const place = entriesPath(task.index, task.width);
  const tilePlace = tilePath({ level: 0, index: task.index, width: task.width });
  if (result.verdict === 'tile' && task.tile !== undefined) {
    sink.add({
      code: 'tile-differs',
      place: tilePlace,
      message: 'This tile was changed: the entries give other hashes.',
    });
  } else if (result.verdict === 'both') {
    const message = `Neither ${place} nor ${tilePlace} is what the tree above says.`;
    sink.add({ code: 'subtree-differs', place, message });
  }
  if (result.damaged && task.bundle !== undefined) {
    const whole = result.hashes.length / HASH_BYTES;
    const message = `This file holds ${whole} of ${task.width} entries, or bytes that do not belong.`;
    sink.add({ code: 'entries-damaged', place, message });
  }
  const authentic = task.hashes ?? task.tile;
  for (const fault of result.faults) sink.add(faultFinding(fault, result, place, authentic));
}

function faultFinding(
  fault: EntryFault,
  result: BundleResult,
  place: string,
  authentic: Uint8Array | undefined,
): Finding {
  const { index, kind, detail, act } = fault;
  const hash: Hash | undefined = authentic && hashOfAct(authentic, index);
  const code = hash === undefined ? undefined : actCode(hash);
  const where = {
    place,
    index,
    ...(act === undefined ? {} : { act }),
    ...(code === undefined ? {} : { actCode: code }),
  };
  const name = `Act ${index}${act === undefined ? '' : ` (${act})`}`;
  if (kind !== 'differs') {
    return { code: kind, ...where, message: `${name} is not a sound act: ${kind} ${detail}.` };
  }
  if (result.verdict === 'entries') {
    return {
      code: 'entry-differs',
      ...where,
      message: `${name} was changed: it is not what the book's head vouches for.`,
    };
  }
  return {
    code: 'entry-or-tile-differs',
    ...where,
    message: `${name} or its hash in the level-0 tile was changed; the tree above is damaged and does not say which.`,
  };
}

async function checkListed(book: Book, listed: BookFiles, notices: FindingSink): Promise<void> {
  await checkOldTiles(book.reader, listed.old, book.head.checkpoint.size, book.sink);
  const stray = [
    ...listed.stray,
    ...Array.from(listed.disclosures, (index) => `disclosures/${index}.json`),
    ...Array.from(listed.attachments, (name) => `attachments/${name}`),
  ];
  for (const place of stray) {
    notices.add({ code: 'stray-file', place, message: 'Nothing in the book speaks of this file.' });
  }
}
