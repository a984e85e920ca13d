import type { Said } from '../app/ballot/said.ts';
import { HttpProblem } from './problem.ts';

/** What was found or done, or the problem that says why not. */
export function saidOrProblem<T>(said: Said<T>): T {
  if (said.ok) return said.value;
  throw new HttpProblem(said.code, said.detail);
}
