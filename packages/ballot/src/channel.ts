/**
 * What one trustee tells another in the key ceremony so that whoever carries it reads nothing (specification 4.6.1 and 4.6.3). The cipher
 * is AES-GCM where the specification has CCM, which browsers do not have: these messages are in no archive.
 */
import { hexDecode, hexEncode, utf8Decode, utf8Encode } from './encoding.ts';
import type { Element } from './group.ts';
import type { Cipher } from './machine.ts';
import { signed } from './pedersen.ts';
import { isSigned } from './pedersen-check.ts';
import type { SecretWorkshop, Workshop } from './proof.ts';
import { randomBelow } from './random.ts';
import { channelShape, sealedShape, signedShape } from './structures.ts';
import { readJson, writeJson } from './wire.ts';

const IV_BYTES = 12;

/** Signed by the sender, and readable only by whoever holds the key behind `recipient`. */
export async function sealMessage(
  workshop: SecretWorkshop & { readonly cipher: Cipher },
  signingKey: bigint,
  recipient: Element,
  message: string,
): Promise<string> {
  const { group, random, cipher } = workshop;
  const [r, s] = [randomBelow(group.q, random), randomBelow(group.q, random)];
  const [alpha, shared] = [group.powerOfG(r), group.powerOfG(s)];
  const inside = signed(workshop, writeJson({ recipient: group.write(recipient), message }), signingKey);
  const { key, iv } = keyOf(workshop, shared, alpha);
  const data = await cipher.seal(key, iv, utf8Encode(writeJson(inside)));
  const beta = group.multiply(group.power(recipient, r), shared);
  return writeJson({ alpha: group.write(alpha), beta: group.write(beta), data: hexEncode(data) });
}

function keyOf({ group, machine }: Workshop, shared: Element, alpha: Element) {
  const hashed = (text: string): Uint8Array => machine.sha256(utf8Encode(text));
  return { key: hashed(`key|${group.write(shared)}`), iv: hashed(`iv|${group.write(alpha)}`).slice(0, IV_BYTES) };
}

/** What was sealed, if it is for this key and from that signer. */
export async function openMessage(
  workshop: Workshop & { readonly cipher: Cipher },
  decryptionKey: bigint,
  signer: Element,
  sealed: string,
): Promise<string | undefined> {
  const { group, cipher } = workshop;
  const fields = readJson(sealed, sealedShape);
  if (!fields.ok) return undefined;
  const [alpha, beta] = [group.read(fields.value.alpha), group.read(fields.value.beta)];
  if (alpha === undefined || beta === undefined || !group.isMember(alpha) || !group.isMember(beta)) return undefined;
  const { key, iv } = keyOf(workshop, group.divide(beta, group.power(alpha, decryptionKey)), alpha);
  const plain = await cipher.open(key, iv, hexDecode(fields.value.data));
  const inside = readJson((plain && utf8Decode(plain)) ?? '', signedShape);
  if (!inside.ok || !isSigned(workshop, inside.value.message, inside.value.signature, signer)) return undefined;
  const told = readJson(inside.value.message, channelShape);
  // A message that was sealed for another could be passed on by that one as its own.
  const isMine = told.ok && told.value.recipient === group.write(group.powerOfG(decryptionKey));
  return isMine ? told.value.message : undefined;
}
