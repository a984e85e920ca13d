export { DatabaseProblem, type DatabaseProblemCode } from './problem.ts';
export { removeDatabase } from './remove.ts';
export { type Database, type DatabaseOptions, startDatabase } from './start.ts';
