import type { Allowed } from './rules/unused.ts';

/** Exports that nothing in the repository imports, each with the reason why it stays. */
export const allowedExports: Allowed = {};
