import { hashes, keygen, sign } from '@noble/ed25519';
import { sha512 } from '../sha2.ts';

// Signatures where the browser makes none: a page without https has no WebCrypto, and older phones no Ed25519.
hashes.sha512 = sha512;

export { keygen, sign };
