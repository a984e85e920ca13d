/** Why a database could not be had. The message is written for the person who started the node. */
export type DatabaseProblemCode =
  | 'in-use'
  | 'unreachable'
  | 'too-old'
  | 'other-version'
  | 'not-writable'
  | 'elsewhere'
  | 'no-account'
  | 'no-binaries'
  | 'failed';

export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly code: DatabaseProblemCode;

  constructor(code: DatabaseProblemCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const notWritable: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in the way',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

/** Runs `work`, which writes under `path`; turns "cannot write here" into a message that says where and why. */
export async function writingTo<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = notWritable[errorCode(error) ?? ''];
    if (reason === undefined) throw error;
    throw new DatabaseProblem('not-writable', `cannot write in ${path}: ${reason}`, error);
  }
}

/** The `code` of a system or PostgreSQL error, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** One line about any error; Node's "tried every address" errors have an empty message of their own. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(errorText).join('; ');
  return error instanceof Error ? error.message : String(error);
}
