import {
  attachmentsIn,
  base64Decode,
  type DisclosureFile,
  decodeDisclosureFile,
  equalBytes,
  HASH_BYTES,
  hexEncode,
  type Leaf,
  verifyDisclosure,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { actEntry } from '@cabildo/core';
import type { Extension } from '../node.ts';
import { type Refused, refused } from './pull-outcome.ts';
import type { Source } from './source.ts';

/** Disclosures and attachments of some acts, each verified against what its act says. */
export interface Beside {
  readonly disclosures: readonly DisclosureFile[];
  readonly attachments: NonNullable<Extension['attachments']>;
  /** Committed or named, and not at the source: withdrawn, or not for everybody. */
  readonly notHere: number;
}

const MAX_DISCLOSURE_BYTES = 1_000_000;
const MAX_ATTACHMENT_BYTES = 32_000_000;
const AT_ONCE = 8;

/** Fetches what lies beside `leaves`; one wrong byte refuses all of it. */
export async function readBeside(source: Source, origin: string, leaves: readonly Leaf[]): Promise<Beside | Refused> {
  const disclosures: DisclosureFile[] = [];
  const attachments = new Map<string, Beside['attachments'][number]>();
  let notHere = 0;
  const withdrawn = withdrawnBy(leaves);
  const tasks = leaves.flatMap((leaf): (() => Promise<Refused | undefined>)[] => {
    const slots = publicSlots(leaf).filter((slot) => !withdrawn.has(`${leaf.index}/${slot}`));
    const disclosed = async (): Promise<Refused | undefined> => {
      const file = await readDisclosures(source, leaf, slots);
      if ('kind' in file) return file;
      notHere += slots.length - Object.keys(file.slots).length;
      if (Object.keys(file.slots).length > 0) disclosures.push(file);
      return undefined;
    };
    const attached = [...attachmentsIn(leaf.data)].map((named) => async (): Promise<Refused | undefined> => {
      const found = await readAttachment(source, origin, named);
      if (found === null) notHere++;
      else if ('kind' in found) return found;
      else attachments.set(named.sha256, found);
      return undefined;
    });
    return slots.length > 0 ? [disclosed, ...attached] : attached;
  });
  const failed = await runAll(tasks);
  return failed ?? { disclosures, attachments: [...attachments.values()], notHere };
}

/** Runs a few at a time; ends with the first refusal. */
async function runAll(tasks: readonly (() => Promise<Refused | undefined>)[]): Promise<Refused | undefined> {
  const waiting = [...tasks];
  let failed: Refused | undefined;
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined && failed === undefined; task = waiting.shift()) {
      failed = (await task()) ?? failed;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, tasks.length) }, worker));
  return failed;
}

/** What the catalogue calls public; of an act that this program does not know, nothing is asked for. */
function publicSlots(leaf: Leaf): string[] {
  const slots = actEntry(leaf.act)?.discloses ?? {};
  return Object.keys(leaf.commits).filter((slot) => Object.hasOwn(slots, slot) && slots[slot] === 'public');
}

function withdrawnBy(leaves: readonly Leaf[]): Set<string> {
  const erasures = leaves.filter(({ act }) => act === 'ErasureRecorded');
  return new Set(erasures.map(({ data }) => `${String(data.index)}/${String(data.slot)}`));
}

async function readDisclosures(
  source: Source,
  leaf: Leaf,
  wanted: readonly string[],
): Promise<DisclosureFile | Refused> {
  const path = `disclosures/${leaf.index}.json`;
  const read = await source.read(path, MAX_DISCLOSURE_BYTES);
  if (!read.ok && read.fault === 'missing') return { index: leaf.index, slots: {} };
  if (!read.ok) return refused(leaf.book, read.fault, read.detail);
  const file = decodeDisclosureFile(read.bytes);
  if (file === undefined || file.index !== leaf.index) {
    return refused(leaf.book, 'disclosure-differs', `${path} is not the disclosure file of act ${leaf.index}`);
  }
  const slots = Object.entries(file.slots).filter(([slot]) => wanted.includes(slot));
  const wrong = slots.find(([slot, disclosed]) => {
    const commit = leaf.commits[slot] as string;
    return !verifyDisclosure({ origin: leaf.book, index: leaf.index, slot }, commit, disclosed, nodeCrypto);
  });
  if (wrong !== undefined) {
    return refused(leaf.book, 'disclosure-differs', `${path}: “${wrong[0]}” is not what the act committed to`);
  }
  return { index: leaf.index, slots: Object.fromEntries(slots) };
}

async function readAttachment(
  source: Source,
  origin: string,
  named: { readonly sha256: string; readonly bytes: number; readonly mediaType: string },
): Promise<Beside['attachments'][number] | Refused | null> {
  const sha256 = base64Decode(named.sha256, HASH_BYTES);
  if (sha256 === undefined) return null;
  const path = `attachments/${hexEncode(sha256)}`;
  if (named.bytes > MAX_ATTACHMENT_BYTES) return null;
  const read = await source.read(path, named.bytes);
  if (!read.ok && read.fault === 'missing') return null;
  if (!read.ok) return refused(origin, read.fault === 'too-large' ? 'attachment-differs' : read.fault, read.detail);
  if (read.bytes.length !== named.bytes || !equalBytes(nodeCrypto.sha256(read.bytes), sha256)) {
    return refused(origin, 'attachment-differs', `${path} is not what the act names`);
  }
  return { sha256, mediaType: named.mediaType, content: read.bytes };
}
