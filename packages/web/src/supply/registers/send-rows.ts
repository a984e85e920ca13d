import { hexEncode } from '@cabildo/book';
import type { Done, Problem } from '../../answers.ts';
import { sha256 } from '../../sha2.ts';
import { pauseMs, type Reply, type Request } from '../../shell/asking.ts';
import type { ImportRow } from './import-file.ts';

/** As much of a session as this needs: whoever is signed in asks the node. */
interface Asking {
  ask<T>(path: string, request: Omit<Request, 'token'>): Promise<Reply<T>>;
}

export interface Refused {
  readonly line: number;
  readonly problem: Problem;
}

interface RowsOfFile {
  readonly command: string;
  readonly bytes: Uint8Array;
  readonly rows: readonly ImportRow[];
}

/** How often a row is tried again while the node is not heard, before it is said that the rest waits for whoever presses. */
const TRIES = 3;

/**
 * Row after row, each under a key made of the file, the command and its line: whoever sends the same file again, on this device or
 * another, goes on where it stopped, and what had arrived is answered as it was the first time.
 */
export async function sendRows(
  session: Asking,
  { command, bytes, rows }: RowsOfFile,
  told: (sent: number) => void,
  pause: () => Promise<void> = aMoment,
): Promise<{ readonly refused: readonly Refused[]; readonly cut: boolean }> {
  const file = hexEncode(sha256(bytes));
  const refused: Refused[] = [];
  for (const [place, { line, input }] of rows.entries()) {
    const reply = await tried(session, { command, input, key: `${file}.${command}.${line}` }, pause);
    if (reply.kind === 'unreachable') return { refused, cut: true };
    if (reply.kind === 'problem') refused.push({ line, problem: reply.problem });
    told(place + 1);
  }
  return { refused, cut: false };
}

async function tried(
  session: Asking,
  { command, input, key }: { readonly command: string; readonly input: ImportRow['input']; readonly key: string },
  pause: () => Promise<void>,
) {
  let reply = await session.ask<Done>(`/commands/${command}`, { body: input, key });
  for (let again = 1; reply.kind === 'unreachable' && again < TRIES; again++) {
    await pause();
    reply = await session.ask<Done>(`/commands/${command}`, { body: input, key });
  }
  return reply;
}

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs()));
