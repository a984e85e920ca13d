import {
  actCode,
  BLIND_BYTES,
  base64Encode,
  canonicalBytes,
  commitTo,
  encodeLeaf,
  type Json,
  LEAF_FORMAT,
  type Leaf,
  leafHash,
  MAX_LEAF_BYTES,
  SALT_BYTES,
  utf8Encode,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type Act, actEntry, type DraftAct, type Time } from '@cabildo/core';
import type { DisclosedSlot } from '../store/vault/disclosures.ts';

/** Raised when a change of the rules would decide otherwise than the books say; an audit knows by it what to apply. */
const RULES_VERSION = 1;

/** An act as it goes into the book, with what lies beside it. */
export interface MadeAct {
  readonly act: Act;
  readonly entry: Uint8Array;
  readonly leaf: Uint8Array;
  readonly code: string;
  readonly disclosed: readonly DisclosedSlot[];
  readonly attached: readonly Attachment[];
}

export interface Attachment {
  readonly sha256: Uint8Array;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface Place {
  readonly origin: string;
  readonly index: number;
  readonly at: Time;
}

export type Made = { readonly ok: true; readonly made: MadeAct } | { readonly ok: false; readonly bytes: number };

type Random = (bytes: number) => Uint8Array;

/** Gives a decided act its place, time, blind, commitments and attachments. Not ok: it does not fit a leaf. */
export function materialise(draft: DraftAct, place: Place, random: Random): Made {
  const { origin, index, at } = place;
  const entry = actEntry(draft.act);
  if (entry === undefined) throw new Error(`no such act: ${draft.act}`);
  const disclosed = disclose(draft, place, random);
  const attached = Object.values(draft.attach ?? {}).map(({ mediaType, content }): Attachment => {
    const bytes = utf8Encode(content);
    return { sha256: nodeCrypto.sha256(bytes), mediaType, content: bytes };
  });
  const data = { ...draft.data, ...attachedMembers(draft, attached) };
  const leaf: Leaf = {
    act: draft.act,
    at,
    blind: base64Encode(random(BLIND_BYTES)),
    book: origin,
    by: draft.by,
    cites: draft.cites ?? [],
    commits: Object.fromEntries(disclosed.map(({ slot, commit }) => [slot, commit])),
    data: data as Leaf['data'],
    format: LEAF_FORMAT,
    index,
    rules: RULES_VERSION,
    v: entry.version,
  };
  const bytes = encoded(leaf);
  if (typeof bytes === 'number') return { ok: false, bytes };
  const hash = leafHash(bytes, nodeCrypto);
  const act = { act: draft.act, v: entry.version, index, at, data } as Act;
  const made = {
    act,
    entry: bytes,
    leaf: hash,
    code: actCode(hash),
    disclosed: disclosed.map(({ row }) => row),
    attached,
  };
  return { ok: true, made };
}

/** The bytes, or how many there would be if that is too many. */
function encoded(leaf: Leaf): Uint8Array | number {
  try {
    return encodeLeaf(leaf);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { length } = canonicalBytes(leaf);
    if (length <= MAX_LEAF_BYTES) throw error;
    return length;
  }
}

function disclose(
  draft: DraftAct,
  { origin, index }: Place,
  random: Random,
): { slot: string; commit: string; row: DisclosedSlot }[] {
  return Object.entries(draft.disclose ?? {}).map(([slot, disclosure]) => {
    const audience = actEntry(draft.act)?.discloses[slot];
    if (audience === undefined) throw new Error(`${draft.act} discloses no ${slot}`);
    const salt = random(SALT_BYTES);
    const commit = commitTo({ origin, index, slot }, salt, disclosure as Json, nodeCrypto);
    return { slot, commit, row: { index, slot, audience, salt: base64Encode(salt), disclosure: disclosure as Json } };
  });
}

/** `data` names what is attached by hash, size and media type. */
function attachedMembers(draft: DraftAct, attached: readonly Attachment[]): object {
  const members = Object.keys(draft.attach ?? {}).map((member, i) => {
    const { sha256, mediaType, content } = attached[i] as Attachment;
    return [member, { sha256: base64Encode(sha256), bytes: content.length, mediaType }];
  });
  return Object.fromEntries(members);
}
