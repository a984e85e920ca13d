import type { Allowed } from './rules/unused.ts';

const outsiders = 'public API of the book package, held against Go’s x/mod or the public vectors by its tests';

const apart =
  'public API of the ballot package for what people make on machines of their own, held against belenios-tool by its tests';

const instead =
  'what the office, or supply, is built with in place of the shell’s file of that name (office.config.ts, supply.config.ts)';

/** Exports that nothing in the repository imports, each with the reason why it stays. */
export const allowedExports: Allowed = {
  'packages/ballot/src/index.ts#*': apart,
  'packages/book/src/key-ring.ts#signKeyReplacement': 'how such a device replaces its key',
  'packages/book/src/merkle.ts#consistencyProof': outsiders,
  'packages/book/src/tlog-proof.ts#verifyTlogProof': outsiders,
  'packages/server/src/http/problem.ts#httpProblems': 'texts to translate (packages/server/languages/read-sources.ts)',
  'packages/web/src/office/instead/area-styles.ts#*': instead,
  'packages/web/src/office/instead/first-words.ts#*': instead,
  'packages/web/src/office/instead/root.ts#*': instead,
  'packages/web/src/supply/instead/root.ts#*': instead,
};
