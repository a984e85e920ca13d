// The acts of the tests' books as leaves: real hashes, and real device keys in the place of the tests' names of keys.
import { createHash } from 'node:crypto';
import {
  base64Encode,
  encodeLeaf,
  type Json,
  type Leaf,
  leafHash,
  type SealCheck,
  type Signer,
  sealText,
  signSeal,
  utf8Encode,
} from '@cabildo/book';
import { nodeCrypto, signerFromSeed } from '@cabildo/book/node';
import type { StoredAct } from '../packages/core/test/federation/book.ts';

/** Writes the acts of one book, one after the other; `as` is the name under which it is written. */
export class LeafWriter {
  readonly #origin: string;
  readonly #devices = new Map<string, Signer>();
  readonly entries: Uint8Array[] = [];
  readonly hashes: Uint8Array[] = [];
  /** Every seal's signatures. */
  readonly checks: SealCheck[] = [];
  seals = 0;

  constructor(as: string) {
    this.#origin = as;
  }

  write(act: StoredAct): void {
    const data = act.act === 'ActSealed' ? this.#sealed(act) : this.#withRealKeys(act.data as unknown as Json);
    const entry = encodeLeaf(this.#leafOf(act, data as Leaf['data']));
    this.entries.push(entry);
    this.hashes.push(leafHash(entry, nodeCrypto));
  }

  #sealed(act: StoredAct): Json {
    this.seals += 1;
    const sealed = act.data as unknown as { index: number; signatures: readonly { key: string; office: string }[] };
    const hash = this.hashes[sealed.index] as Uint8Array;
    const message = utf8Encode(sealText(this.#origin, sealed.index, hash));
    const signatures = sealed.signatures.map(({ key, office }) => {
      const device = this.#deviceOf(key);
      const signature = signSeal(this.#origin, sealed.index, hash, office, device);
      const bytes = new Uint8Array(Buffer.from(signature.signature, 'base64'));
      this.checks.push({ publicKey: device.publicKey, message, signature: bytes });
      return { ...signature };
    });
    return { ...(act.data as unknown as { readonly [name: string]: Json }), leaf: base64Encode(hash), signatures };
  }

  #deviceOf(key: string): Signer {
    const known = this.#devices.get(key);
    if (known !== undefined) return known;
    const made = signerFromSeed(createHash('sha256').update(`${this.#origin} ${key}`).digest());
    this.#devices.set(key, made);
    return made;
  }

  #leafOf(act: StoredAct, data: Leaf['data']): Leaf {
    const blind = createHash('sha256').update(`blind ${this.#origin} ${act.index}`).digest().subarray(0, 16);
    return {
      act: act.act,
      at: act.at,
      blind: base64Encode(blind),
      book: this.#origin,
      by: act.by,
      cites: act.cites,
      commits: {},
      data,
      format: 'cabildo/1',
      index: act.index,
      rules: 1,
      v: act.v,
    };
  }

  #withRealKeys(value: Json): Json {
    if (Array.isArray(value)) return value.map((inner) => this.#withRealKeys(inner));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([name, inner]) => [
          name,
          name === 'key' && typeof inner === 'string'
            ? base64Encode(this.#deviceOf(inner).publicKey)
            : this.#withRealKeys(inner),
        ]),
    );
  }
}
