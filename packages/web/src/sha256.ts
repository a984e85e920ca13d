import type { Crypto } from '@cabildo/book';
import { sha256 } from './sha2.ts';

/**
 * Hashing for `@cabildo/book`, which is synchronous. WebCrypto is not, and is missing in a hall whose node has no
 * certificate. Signatures of heads are verified by the tools of the guide, not here.
 */
export const browserCrypto: Crypto = { sha256, verifyEd25519: () => false };
