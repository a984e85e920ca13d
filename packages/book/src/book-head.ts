/** The head of an exported book: its key, its checkpoint, and who has cosigned it. */
import { CHECKPOINT, HEADS_PROOF, KEY_FILE } from './book-files.ts';
import { type Checkpoint, type Cosignature, openCheckpoint } from './checkpoint.ts';
import type { Crypto } from './crypto.ts';
import { utf8Decode } from './encoding.ts';
import type { FindingCode, FindingSink } from './finding.ts';
import { verifyWitnessedHead } from './heads.ts';
import { openNote } from './note.ts';
import type { BookReader } from './reader.ts';
import { parseTlogProof } from './tlog-proof.ts';
import { parseVkey, sameKey, type VerifierKey } from './vkey.ts';

export interface BookHead {
  readonly key: VerifierKey;
  readonly checkpoint: Checkpoint;
  /** The file's bytes. */
  readonly note: Uint8Array;
}

/** A witness's cosignature of the head itself or of the node's log of heads that holds it. */
export interface HeadCosignature {
  readonly name: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly on: 'checkpoint' | 'heads';
}

const REASONS: Record<string, { code: FindingCode; message: string }> = {
  'malformed-note': { code: 'checkpoint-malformed', message: 'The checkpoint is no signed note.' },
  'malformed-checkpoint': { code: 'checkpoint-malformed', message: 'The signed note is no checkpoint.' },
  'no-known-signature': { code: 'checkpoint-signature', message: 'The checkpoint has no signature by the given key.' },
  'bad-signature': { code: 'checkpoint-signature', message: 'The checkpoint’s signature is wrong.' },
  'other-origin': { code: 'checkpoint-origin', message: 'The checkpoint is of another book than the key.' },
};

/** Reads key file and checkpoint. Undefined, with a finding, if there is no head that can be believed. */
export async function openHead(
  reader: BookReader,
  vkey: string,
  crypto: Crypto,
  sink: FindingSink,
): Promise<BookHead | undefined> {
  const parsed = parseVkey(vkey.trim(), crypto);
  if (!parsed.ok) {
    sink.add({ code: 'bad-key', place: KEY_FILE, message: `The verifier key cannot be used: ${parsed.reason}.` });
    return undefined;
  }
  const keyFile = await reader.read(KEY_FILE);
  if (keyFile !== undefined && utf8Decode(keyFile)?.replace(/\n$/, '') !== vkey.trim()) {
    sink.add({ code: 'key-file-differs', place: KEY_FILE, message: 'This is not the key that you gave.' });
  }
  const note = await reader.read(CHECKPOINT);
  if (note === undefined) {
    sink.add({ code: 'checkpoint-missing', place: CHECKPOINT, message: 'There is no checkpoint.' });
    return undefined;
  }
  const opened = openCheckpoint(note, parsed.key, crypto);
  if (!opened.ok) {
    const { code, message } = REASONS[opened.reason] as { code: FindingCode; message: string };
    sink.add({ code, place: CHECKPOINT, message });
    return undefined;
  }
  return { key: parsed.key, checkpoint: opened.checkpoint, note };
}

interface Sinks {
  readonly sink: FindingSink;
  readonly notices: FindingSink;
}

/** Who of the appointed and the given witnesses has cosigned the head, or the log of heads that holds it. */
export async function checkCosignatures(
  reader: BookReader,
  head: BookHead,
  appointed: readonly VerifierKey[],
  given: readonly string[],
  crypto: Crypto,
  { sink, notices }: Sinks,
): Promise<HeadCosignature[]> {
  const witnesses = [...appointed];
  for (const text of given) {
    const parsed = parseVkey(text, crypto);
    if (!parsed.ok) {
      sink.add({ code: 'bad-key', place: CHECKPOINT, message: `A witness's key cannot be used: ${parsed.reason}.` });
    } else if (!witnesses.some((key) => sameKey(key, parsed.key))) witnesses.push(parsed.key);
  }
  const found: HeadCosignature[] = [];
  const opened = openNote(head.note, [head.key, ...witnesses], crypto);
  if (opened.ok) {
    found.push(
      ...opened.verified.flatMap((one) => (one.time === undefined ? [] : [named(one.key, one.time, 'checkpoint')])),
    );
    for (const { name } of opened.unknown) notices.add(unknownSignature(CHECKPOINT, name));
  } else {
    sink.add({ code: 'cosignature-wrong', place: CHECKPOINT, message: 'A witness’s cosignature is wrong.' });
  }
  found.push(...(await checkHeadsProof(reader, head, witnesses, crypto, { sink, notices })));
  return found;
}

async function checkHeadsProof(
  reader: BookReader,
  head: BookHead,
  witnesses: readonly VerifierKey[],
  crypto: Crypto,
  { sink, notices }: Sinks,
): Promise<HeadCosignature[]> {
  const bytes = await reader.read(HEADS_PROOF);
  if (bytes === undefined) return [];
  const proof = parseTlogProof(utf8Decode(bytes) ?? '');
  const seen = proof && verifyWitnessedHead(head.checkpoint, { ...proof, heads: proof.checkpoint }, witnesses, crypto);
  if (!proof || !seen?.ok) {
    const reason = seen !== undefined && !seen.ok ? seen.reason : 'malformed-proof';
    sink.add({
      code: 'heads-proof-wrong',
      place: HEADS_PROOF,
      message: `This does not show who saw the head: ${reason}.`,
    });
    return [];
  }
  const known = seen.cosignatures.map(({ key, time }: Cosignature) => named(key, time, 'heads'));
  const opened = openNote(proof.checkpoint, witnesses, crypto);
  if (!opened.ok) notices.add(unknownSignature(HEADS_PROOF, 'all'));
  else for (const { name } of opened.unknown) notices.add(unknownSignature(HEADS_PROOF, name));
  return known;
}

function named(key: VerifierKey, time: number, on: HeadCosignature['on']): HeadCosignature {
  return { name: key.name, time, on };
}

function unknownSignature(place: string, name: string) {
  const message = `Signature by a key that you do not know, not checked: ${name}.`;
  return { code: 'unknown-signature', place, message } as const;
}
