/** The part of an audit that reads acts: keys, seals, erasures, disclosures, attachments. Takes them in order. */
import { actCode } from './act-code.ts';
import type { NotableEntry } from './bundle.ts';
import type { Crypto } from './crypto.ts';
import { decodeDisclosureFile, verifyDisclosure } from './disclosure.ts';
import { base64Decode, equalBytes, hexEncode } from './encoding.ts';
import type { FindingCode, FindingSink } from './finding.ts';
import type { Json } from './jcs.ts';
import { EMPTY_RING, ENROLLING_ACTS, evolveKeyRing, type KeyRing } from './key-ring.ts';
import { decodeLeaf, type Leaf } from './leaf.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';
import { isSlot } from './names.ts';
import type { BookReader } from './reader.ts';
import { isObjectionSigned, parseRecoveryClaim } from './recovery.ts';
import { prepareSeal, type SealCheck } from './seal.ts';
import { parseVkey, type VerifierKey } from './vkey.ts';

export interface ActAuditOptions {
  readonly crypto: Crypto;
  readonly reader: BookReader;
  readonly sink: FindingSink;
  /** The file that holds an act, to be named in findings. */
  readonly placeOf: (index: number) => string;
  /** The leaf hash of an act before the one at hand. */
  readonly hashOf: (index: number) => Promise<Hash | undefined>;
  /** The entry of an act before the one at hand. */
  readonly entryOf: (index: number) => Promise<Uint8Array | undefined>;
  /** Which disclosure files there are, where that is known; spares a read for each act. */
  readonly disclosureFiles: Set<number> | undefined;
  /** Attachment files by name, where known; those that an act names are taken out. */
  readonly attachmentFiles: Set<string> | undefined;
  /** Verifies signatures; in another thread, if the caller likes. */
  readonly verifySignatures: (checks: readonly SealCheck[]) => Promise<readonly boolean[]>;
}

export interface ActAuditCounts {
  /** Seals found good; seals that could not be judged because the act that enrols keys is damaged. */
  sealed: number;
  sealsUnjudged: number;
  signatures: number;
  /** Commitments by what became of what they commit to. */
  disclosed: number;
  withdrawn: number;
  notHere: number;
  attachments: number;
  attachmentsNotHere: number;
}

export interface ActAudit {
  readonly counts: ActAuditCounts;
  readonly witnesses: VerifierKey[];
  /** Of a successor book: what its first act says. */
  predecessor: { readonly origin: string; readonly size: number; readonly root: string } | undefined;
  ring: KeyRing;
  take(notable: NotableEntry): Promise<void>;
  /** An act that cannot be believed was passed; keys may have been enrolled by it. */
  miss(): void;
  /** Verifies what is outstanding. */
  finish(): Promise<void>;
}

interface Context extends ActAuditOptions {
  readonly audit: ActAudit;
  readonly pending: { checks: SealCheck[]; ends: { upTo: number; index: number; act: string; hash: Hash }[] };
  readonly withdrawn: Set<string>;
  /** By the act that appointed it. */
  readonly appointed: Map<number, ActAudit['witnesses'][number]>;
  ringUnsure: boolean;
}

const SIGNATURE_BATCH = 512;

export function auditActs(options: ActAuditOptions): ActAudit {
  const audit: ActAudit = {
    counts: {
      sealed: 0,
      sealsUnjudged: 0,
      signatures: 0,
      disclosed: 0,
      withdrawn: 0,
      notHere: 0,
      attachments: 0,
      attachmentsNotHere: 0,
    },
    witnesses: [],
    predecessor: undefined,
    ring: EMPTY_RING,
    take: (notable) => takeAct(context, notable),
    miss: () => {
      context.ringUnsure = true;
    },
    finish: () => verifyPending(context),
  };
  const context: Context = {
    ...options,
    audit,
    pending: { checks: [], ends: [] },
    withdrawn: new Set(),
    appointed: new Map(),
    ringUnsure: false,
  };
  return audit;
}

async function takeAct(context: Context, notable: NotableEntry): Promise<void> {
  const { index } = notable;
  const { counts } = context.audit;
  const hasFile = notable.commits > 0 && (context.disclosureFiles?.has(index) ?? true);
  const file = hasFile ? await context.reader.read(disclosurePath(index)) : undefined;
  if (notable.commits > 0) context.disclosureFiles?.delete(index);
  if (file === undefined) counts.notHere += notable.commits;
  if (!notable.read && file === undefined) return;
  const decoded = decodeLeaf(notable.entry);
  // The bundle's check has recognised the leaf; were it not one, that would be a fault of ours.
  if (!decoded.ok) throw new Error(`act ${index} was recognised but cannot be read: ${decoded.reason}`);
  const { leaf } = decoded;
  if (file !== undefined) checkDisclosures(context, leaf, file);
  await takeByType(context, leaf, notable.hash);
  for (const attachment of attachmentsIn(leaf.data)) await checkAttachment(context, leaf, attachment);
}

async function takeByType(context: Context, leaf: Leaf, hash: Hash): Promise<void> {
  const { audit, crypto } = context;
  if (ENROLLING_ACTS.has(leaf.act)) {
    const evolved = evolveKeyRing(audit.ring, leaf, crypto);
    if (evolved.ok) audit.ring = evolved.ring;
    else report(context, leaf, 'enrolment-refused', `The keys of this act do not count: ${evolved.reason}.`);
    // An election replaces all keys, whatever was enrolled before it.
    if (evolved.ok && leaf.act === 'OfficersElected') context.ringUnsure = false;
  } else if (leaf.act === 'ActSealed') await takeSeal(context, leaf, hash);
  else if (leaf.act === 'ErasureRecorded') await takeErasure(context, leaf);
  else if (leaf.act === 'RecoveryClaimed' || leaf.act === 'RecoveryObjected') await takeRecovery(context, leaf);
  else if (leaf.act === 'WitnessAppointed' && typeof leaf.data.key === 'string') {
    const key = parseVkey(leaf.data.key, crypto);
    if (key.ok) {
      audit.witnesses.push(key.key);
      context.appointed.set(leaf.index, key.key);
    }
  } else if (leaf.act === 'WitnessDismissed' && typeof leaf.data.witness === 'number') {
    const key = context.appointed.get(leaf.data.witness);
    const at = key === undefined ? -1 : audit.witnesses.indexOf(key);
    if (at >= 0) audit.witnesses.splice(at, 1);
  } else if (leaf.act === 'BookSucceeded' && leaf.index === 0) {
    const { predecessor, size, root } = leaf.data;
    if (typeof predecessor === 'string' && typeof size === 'number' && typeof root === 'string') {
      audit.predecessor = { origin: predecessor, size, root };
    }
  }
}

function report(context: Context, leaf: Leaf, code: FindingCode, message: string, place?: string): void {
  const { index, act } = leaf;
  context.sink.add({ code, place: place ?? context.placeOf(index), index, act, message });
}

async function takeSeal(context: Context, leaf: Leaf, hash: Hash): Promise<void> {
  const { audit, pending } = context;
  const sealed = leaf.data.index;
  const isEarlier = typeof sealed === 'number' && Number.isSafeInteger(sealed) && sealed >= 0 && sealed < leaf.index;
  const prepared = prepareSeal(leaf, isEarlier ? await context.hashOf(sealed) : undefined, audit.ring);
  if (!prepared.ok) {
    const keys = prepared.reason === 'keys-not-in-force' || prepared.reason === 'key-not-enrolled';
    if (keys && context.ringUnsure) audit.counts.sealsUnjudged++;
    else report(context, leaf, 'seal-refused', `This seal does not hold: ${prepared.reason}.`);
    return;
  }
  pending.checks.push(...prepared.checks);
  pending.ends.push({ upTo: pending.checks.length, index: leaf.index, act: leaf.act, hash });
  if (pending.checks.length >= SIGNATURE_BATCH) await verifyPending(context);
}

/** What a claim says of other books is proven there; here it must name two, and an objection must be signed. */
async function takeRecovery(context: Context, leaf: Leaf): Promise<void> {
  if (leaf.act === 'RecoveryClaimed') {
    if (parseRecoveryClaim(leaf) === undefined)
      report(context, leaf, 'recovery-refused', 'This claim does not name two other bodies.');
    return;
  }
  const { claim } = leaf.data;
  const isEarlier = typeof claim === 'number' && Number.isSafeInteger(claim) && claim >= 0 && claim < leaf.index;
  if (!isObjectionSigned(leaf, isEarlier ? await context.hashOf(claim) : undefined, context.crypto))
    report(context, leaf, 'recovery-refused', 'This objection is not signed by the key that it names.');
}

async function verifyPending(context: Context): Promise<void> {
  const { pending, audit, sink } = context;
  const results = await context.verifySignatures(pending.checks);
  audit.counts.signatures += results.length;
  let from = 0;
  for (const { upTo, index, act, hash } of pending.ends) {
    if (results.slice(from, upTo).includes(false)) {
      const message = 'This seal does not hold: bad-seal-signature.';
      sink.add({ code: 'seal-refused', place: context.placeOf(index), index, act, actCode: actCode(hash), message });
    } else audit.counts.sealed++;
    from = upTo;
  }
  pending.checks.length = 0;
  pending.ends.length = 0;
}

function disclosurePath(index: number): string {
  return `disclosures/${index}.json`;
}

function checkDisclosures(context: Context, leaf: Leaf, bytes: Uint8Array): void {
  const { counts } = context.audit;
  const place = disclosurePath(leaf.index);
  const slots = Object.keys(leaf.commits);
  const file = decodeDisclosureFile(bytes);
  if (file === undefined || file.index !== leaf.index) {
    report(context, leaf, 'disclosure-malformed', 'This is not the disclosure file of this act.', place);
    return;
  }
  for (const slot of slots) {
    const disclosed = Object.hasOwn(file.slots, slot) ? file.slots[slot] : undefined;
    const commit = leaf.commits[slot] as string;
    if (disclosed === undefined) counts.notHere++;
    else if (verifyDisclosure({ origin: leaf.book, index: leaf.index, slot }, commit, disclosed, context.crypto)) {
      counts.disclosed++;
    } else report(context, leaf, 'disclosure-differs', `“${slot}” is not what the act committed to.`, place);
  }
  for (const slot of Object.keys(file.slots)) {
    if (!slots.includes(slot)) report(context, leaf, 'disclosure-differs', `The act commits to no “${slot}”.`, place);
  }
}

async function takeErasure(context: Context, leaf: Leaf): Promise<void> {
  const { index, slot } = leaf.data;
  const isPlace = typeof index === 'number' && index < leaf.index && typeof slot === 'string' && isSlot(slot);
  const entry = isPlace ? await context.entryOf(index) : undefined;
  const decoded = entry === undefined ? undefined : decodeLeaf(entry);
  if (!isPlace || (decoded?.ok && !Object.hasOwn(decoded.leaf.commits, slot))) {
    report(context, leaf, 'erasure-malformed', 'This act withdraws something that was never committed to.');
    return;
  }
  const name = `${index} ${slot}`;
  if (!decoded?.ok || context.withdrawn.has(name)) return;
  context.withdrawn.add(name);
  const bytes = await context.reader.read(disclosurePath(index));
  const file = bytes === undefined ? undefined : decodeDisclosureFile(bytes);
  if (file !== undefined && Object.hasOwn(file.slots, slot)) {
    const message = `“${slot}” of act ${index} was withdrawn by act ${leaf.index} and is still here.`;
    report(context, leaf, 'disclosure-withdrawn', message, disclosurePath(index));
  } else {
    context.audit.counts.withdrawn++;
    context.audit.counts.notHere--;
  }
}

export interface NamedAttachment {
  /** Base64. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Objects in an act's data that name an attachment: with `sha256`, `bytes` and `mediaType`. */
export function* attachmentsIn(value: Json | { readonly [name: string]: Json }): Generator<NamedAttachment> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    const { sha256, bytes, mediaType } = value as { [name: string]: Json };
    if (typeof sha256 === 'string' && typeof bytes === 'number' && typeof mediaType === 'string')
      yield { sha256, bytes, mediaType };
  }
  for (const inner of Object.values(value)) yield* attachmentsIn(inner);
}

async function checkAttachment(context: Context, leaf: Leaf, attachment: NamedAttachment): Promise<void> {
  const { counts } = context.audit;
  const hash = base64Decode(attachment.sha256, HASH_BYTES);
  if (hash === undefined) return;
  const name = hexEncode(hash);
  context.attachmentFiles?.delete(name);
  const bytes = await context.reader.read(`attachments/${name}`);
  if (bytes === undefined) counts.attachmentsNotHere++;
  else if (bytes.length === attachment.bytes && equalBytes(context.crypto.sha256(bytes), hash)) counts.attachments++;
  else report(context, leaf, 'attachment-differs', 'This file is not what the act names.', `attachments/${name}`);
}
