import type { Allowed } from './rules/unused.ts';

const outsiders = 'public API of the book package, held against Go’s x/mod or the public vectors by its tests';

const apart =
  'public API of the ballot package for what people make on machines of their own, held against belenios-tool by its tests';

/** Exports that nothing in the repository imports, each with the reason why it stays. */
export const allowedExports: Allowed = {
  'packages/ballot/src/index.ts#*': apart,
  'packages/book/src/key-ring.ts#signKeyReplacement': 'how such a device replaces its key',
  'packages/book/src/merkle.ts#consistencyProof': outsiders,
  'packages/book/src/tlog-proof.ts#verifyTlogProof': outsiders,
};
