import { createHmac } from 'node:crypto';
import { base64Encode, type Signer } from '@cabildo/book';
import { signerFromSeed } from '@cabildo/book/node';

/**
 * Keys and tokens of the story's people, made from one seed kept in the data folder, so that a story which was cut
 * off goes on with the same people. Real people make theirs on their own devices.
 */
export interface People {
  /** The key that lies on an officer's own device. */
  deviceOf(name: string): Signer;
  deviceKeyOf(name: string): string;
  /** The session token that a person's phone makes. */
  tokenOf(name: string): string;
}

export function createPeople(seed: Uint8Array): People {
  const derive = (purpose: string, name: string): Buffer =>
    createHmac('sha256', seed).update(`${purpose}\n${name}`).digest();
  const devices = new Map<string, Signer>();
  const deviceOf = (name: string): Signer => {
    const known = devices.get(name) ?? signerFromSeed(derive('device', name));
    devices.set(name, known);
    return known;
  };
  return {
    deviceOf,
    deviceKeyOf: (name) => base64Encode(deviceOf(name).publicKey),
    tokenOf: (name) => derive('token', name).toString('base64url'),
  };
}
