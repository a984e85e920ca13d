import type { ExitCode, Invocation } from '../command.ts';
import { type NodeProblem, problemInWords } from '../node/node-client.ts';

/** What a rule said no to is an answer; a request that never reached the rules is misuse. */
export function refused({ terminal, language }: Invocation, problem: NodeProblem): ExitCode {
  const { status, title, code, article, needed, present, detail } = problem;
  const said = problemInWords(problem, language);
  const place = typeof detail === 'string' ? [detail] : detail === undefined ? [] : [JSON.stringify(detail)];
  terminal.answer({ ok: false, status, code: code ?? null, title, said, article, needed, present, detail }, [
    said,
    ...place.map((line) => `  ${line}`),
  ]);
  return status === 400 || status === 401 || status === 413 || status >= 500 ? 2 : 1;
}
