import { randomUUID } from 'node:crypto';
import type { CommandEntry } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { checkInput, commandNamed, readInput } from '../node/command-input.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import type { NodeClient } from '../node/node-client.ts';
import { keptSession, sessionFile, sessionFor } from '../node/session.ts';
import { Stop } from '../stop.ts';
import { spacedCode } from '../verify/finding-lines.ts';
import { foundBody } from './found-body.ts';
import { refused } from './refused.ts';

interface Done {
  readonly acts: readonly { readonly act: string; readonly index: number; readonly code: string }[];
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Gives any command of the command table to a body, as the holder of a card. */
export async function doCommand(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values } = invocation;
  const [body = '', name = ''] = positionals;
  const entry = commandNamed(name);
  if (entry.by.includes('operator')) return foundBody(invocation, entry);
  const input = await readInput(values.input);
  checkInput(entry, input);
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const token = await bearerFor(invocation, client, { body, entry });
  const key = values.key ?? randomUUID();
  const path = `/api/bodies/${encodeURIComponent(body)}/commands/${entry.name}`;
  const answered = await client.post<Done>(path, input, token, key).catch((error: unknown) => {
    throw error instanceof Stop ? withKey(error, key) : error;
  });
  return answered.ok
    ? done(invocation, client, { body, key, ...answered.body })
    : refused(invocation, answered.problem);
}

/** Where the answer was lost, the same key asks for it again without doing anything twice. */
function withKey({ code, text, cause }: Stop, key: string): Stop {
  return new Stop(
    code,
    text,
    {
      es: `Puede que esté hecho. Repita con --key ${key}: nada se hace dos veces.`,
      en: `It may be done. Repeat with --key ${key}: nothing is done twice.`,
    },
    cause,
  );
}

interface Asked {
  readonly body: string;
  readonly entry: CommandEntry;
}

/** Some commands are anybody's: those go without a card where none is given and none was used here before. */
async function bearerFor(invocation: Invocation, client: NodeClient, { body, entry }: Asked): Promise<string> {
  const file = invocation.values.session ?? sessionFile(invocation, client.url, body);
  const needsNone = entry.by.includes('anyone') && invocation.values.card === undefined;
  if (needsNone) return (await keptSession(file)) ?? '';
  return sessionFor(invocation, client, { body, file });
}

async function done(
  { terminal, language }: Invocation,
  client: NodeClient,
  { body, key, acts, answer }: Done & { readonly body: string; readonly key: string },
): Promise<ExitCode> {
  const told = terminal.json
    ? []
    : await Promise.all(
        acts.map(async ({ act, index, code }) => [
          `${body} ${index} · ${act} · ${spacedCode(code)}`,
          ...(await inWords(client, body, index).then((words) =>
            words === undefined ? [] : [`  ${words[language]}`],
          )),
        ]),
      );
  const nothing = terminal.say({ es: 'Aceptado; todavía no hay acto.', en: 'Accepted; there is no act yet.' });
  const more = Object.keys(answer).length === 0 ? [] : [JSON.stringify(answer)];
  terminal.answer({ ok: true, key, acts, answer }, [...(acts.length === 0 ? [nothing] : told.flat()), ...more]);
  return 0;
}

async function inWords(client: NodeClient, body: string, index: number): Promise<Text | undefined> {
  const path = `/api/bodies/${encodeURIComponent(body)}/acts/${index}/sentence`;
  // The command is done: what is only told about it must not make it look failed.
  const told = await client.get<{ readonly sentences: Text }>(path).catch(() => undefined);
  return told?.sentences;
}
