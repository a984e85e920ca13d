/** How old the heads in a credential are, and who says so. */
import { readHashes } from './credential.ts';
import { openAct, type Session } from './credential-session.ts';
import { base64Encode, equalBytes } from './encoding.ts';
import { verifyWitnessedHead } from './heads.ts';
import { COSIGNATURE_V1, parseVkey, type VerifierKey } from './vkey.ts';

export interface CredentialHead {
  readonly book: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Seconds between the head's time and the time of verification. Negative if the head is from later. */
  readonly age: number;
  /** `witnessed`: the last cosignature of an outside witness. `self-declared`: the last act shown of this book. */
  readonly ageBy: 'witnessed' | 'self-declared';
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
}

/** Every opened head with its age and the outside witnesses that saw it. */
export function witnessedHeads(session: Session): CredentialHead[] {
  const { credential, crypto, check, now } = session;
  const top = credential.seat.above;
  const witnesses = credential.witnesses.flatMap((act, i) => {
    const { key } = openAct(session, `witness.${i + 1}`, act, 'WitnessAppointed', top)?.leaf.data ?? {};
    const parsed = typeof key === 'string' ? parseVkey(key, crypto) : undefined;
    return parsed?.ok && isOutside(session, parsed.key) ? [parsed.key] : [];
  });
  return Array.from(session.books, ([origin, { checkpoint }]) => {
    const proof = credential.books[origin]?.head;
    const hashes = proof === undefined ? undefined : readHashes(proof.proof);
    const seen =
      proof &&
      hashes &&
      verifyWitnessedHead(checkpoint, { index: proof.index, hashes, heads: proof.heads }, witnesses, crypto);
    if (proof !== undefined) {
      const reason = seen?.ok ? '' : ` (no: ${seen?.reason ?? 'malformed-proof'})`;
      check(`head:${origin}`, seen?.ok === true, `The head of ${origin} is in its node's log of heads${reason}.`);
    }
    const times = (seen?.ok ? seen.cosignatures : []).map(({ name, time }) => ({ name, time }));
    const newest = times.reduce((latest, { time }) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
    const witnessed = times.length > 0;
    return {
      book: origin,
      size: checkpoint.size,
      root: base64Encode(checkpoint.root),
      age: now - (witnessed ? newest : (session.latest.get(origin)?.time ?? now)),
      ageBy: witnessed ? ('witnessed' as const) : ('self-declared' as const),
      witnesses: times,
    };
  });
}

/** A node cannot be its own witness. */
function isOutside(session: Session, key: VerifierKey): boolean {
  if (key.type !== COSIGNATURE_V1) return false;
  return Array.from(session.books.values()).every((book) => !equalBytes(book.key.publicKey, key.publicKey));
}

/** What no credential can say. */
export function addCaveats(session: Session, heads: readonly CredentialHead[]): void {
  session.caveats.push(
    'no-later-acts: A recall, newer officers or an end of affiliation after these heads would not show here.',
    'book-not-hall: It shows what the books say and who sealed it, not that the assemblies met or counted truly.',
  );
  for (const { book, ageBy, age } of heads) {
    if (ageBy === 'self-declared')
      session.caveats.push(`self-declared-age: No outside witness has seen this head of ${book}.`);
    if (age < 0) session.caveats.push(`head-from-later: The head of ${book} is from after the time of verification.`);
  }
}
