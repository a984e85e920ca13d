import { base64Encode } from '@cabildo/book';
import { browserCrypto } from '../sha256.ts';

/** SHA-256 of a text as UTF-8, in base64: what ties a paper to the act that names it. */
export const fingerprintOf = (text: string): string =>
  base64Encode(browserCrypto.sha256(new TextEncoder().encode(text)));
