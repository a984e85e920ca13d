/** The seal of an election act in a credential: who enrolled its keys, and what attests those. */
import type { Crypto } from './crypto.ts';
import { EMPTY_RING, evolveKeyRing, type KeyRing } from './key-ring.ts';
import type { Leaf } from './leaf.ts';
import type { Hash } from './merkle.ts';
import { verifySeal } from './seal.ts';
import { parseTime } from './time.ts';

/** An act that is proven to be in its book. */
export interface ProvenLeaf {
  readonly leaf: Leaf;
  readonly hash: Hash;
}

export interface LinkContext {
  readonly founded: ProvenLeaf;
  readonly officers: ProvenLeaf;
  readonly election: ProvenLeaf;
  readonly seal: ProvenLeaf;
  readonly crypto: Crypto;
  readonly check: (name: string, ok: boolean, detail: string) => boolean;
}

export interface OtherActs {
  readonly handover: readonly (ProvenLeaf | undefined)[];
  readonly replacements: readonly (ProvenLeaf | undefined)[];
  /** The election that other bodies attest: what was before it is of no account. */
  readonly recovered?: number | undefined;
}

/**
 * Replays the acts of one book that enrol keys, in order, up to the seal, and checks the seal with the keys then in
 * force. Gives caveats. The book may hold elections that the file leaves out; then a seal by replaced keys would pass,
 * and the caveat about later acts says so.
 */
export function checkSeal(context: LinkContext, others: OtherActs, book: string): string[] {
  const { founded, officers, election, seal, crypto, check } = context;
  const { ring, attested } = replay(context, others);
  const verified = verifySeal(
    seal.leaf,
    seal.leaf.data.index === election.leaf.index ? election.hash : undefined,
    ring,
    crypto,
  );
  const reason = verified.ok ? '' : ` (no: ${verified.reason})`;
  check('sealed', verified.ok, `The election is sealed by enough officers of ${book}${reason}.`);
  const named = verified.ok && verified.enrolment.index === officers.leaf.index;
  check('sealed-by-officers', named, 'The seal is by the officers whose election is shown.');
  const until = typeof officers.leaf.data.until === 'string' ? parseTime(officers.leaf.data.until) : undefined;
  // The statute's terms lapse by themselves: officers whose term has run out seal nothing.
  const inTerm = until === undefined || (parseTime(seal.leaf.at) as number) < until;
  check('officers-term', inTerm, 'The officers were in their term when they sealed.');
  if (attested) return [];
  const convener = String((founded.leaf.data.convener as { holder?: unknown } | undefined)?.holder ?? 'the convener');
  return [
    `officers-unattested: That these are the officers of ${book} rests on its node's word: nothing here leads from ${convener}'s key to theirs.`,
  ];
}

interface Replayed {
  readonly ring: KeyRing;
  /** Every election of officers up to `officers` was sealed by the keys before it. */
  readonly attested: boolean;
}

function replay({ founded, officers, seal, crypto, check }: LinkContext, others: OtherActs): Replayed {
  const shown = [founded, officers, ...others.handover, ...others.replacements].filter((act) => act !== undefined);
  const acts = new Map(shown.map((act) => [act.leaf.index, act]));
  const inOrder = Array.from(acts.values()).sort((a, b) => a.leaf.index - b.leaf.index);
  let ring = EMPTY_RING;
  const attested = new Set<number>();
  for (const act of inOrder) {
    if (act.leaf.index >= seal.leaf.index) continue;
    if (act.leaf.act === 'ActSealed') {
      const sealed = acts.get(act.leaf.data.index as number);
      const verified = verifySeal(act.leaf, sealed?.hash, ring, crypto);
      const reason = verified.ok ? '' : ` (no: ${verified.reason})`;
      check('handover-seal', verified.ok, `Act ${act.leaf.index} hands over to new officers${reason}.`);
      // Only the keys before an election can attest it; its own cannot.
      if (verified.ok && verified.enrolment.index !== verified.seal.index) attested.add(verified.seal.index);
      continue;
    }
    const evolved = evolveKeyRing(ring, act.leaf, crypto);
    if (evolved.ok) ring = evolved.ring;
    else check('enrolment', false, `Act ${act.leaf.index} enrols keys (no: ${evolved.reason}).`);
  }
  const elections = inOrder.filter(({ leaf }) => leaf.act === 'OfficersElected' && leaf.index <= officers.leaf.index);
  const from = others.recovered ?? -1;
  return { ring, attested: elections.every(({ leaf: { index } }) => index <= from || attested.has(index)) };
}
