// PostgreSQL's classes of errors that are the moment's and not the statement's: connection, resources, operator
// intervention, system, transaction rollback; CB is our own "the book is not at that size".
const momentary = /^(08|40|53|57|58|CB|XX)/;

const ofConnections = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;

// What pg says about connections has no code.
const aboutConnections = /connection|terminated|not queryable|timeout/i;

/** Whether the database failed, so that the same may work later; false for a statement that is wrong in itself. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Five characters: PostgreSQL's codes. Others are the operating system's.
  if (code?.length === 5) return momentary.test(code);
  if (code !== undefined) return ofConnections.test(code);
  return aboutConnections.test(error.message);
}
