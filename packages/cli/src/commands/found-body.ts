import { randomUUID } from 'node:crypto';
import type { CommandEntry } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { checkInput, readInput } from '../node/command-input.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import { operatorToken } from '../node/operator-token.ts';
import { misuse } from '../stop.ts';
import { refused } from './refused.ts';

interface Founded {
  readonly body: string;
  readonly origin: string;
  readonly key: string;
  readonly member: string;
  readonly card: { readonly words: Text; readonly code: string };
}

const founding = { es: 'Fundar', en: 'Founding' };

/** Founds a body as the operator: the one command for which nobody has a card yet. Its answer has the founder’s. */
export async function foundBody(invocation: Invocation, entry: CommandEntry): Promise<ExitCode> {
  const { positionals, values, terminal, language } = invocation;
  const [body = ''] = positionals;
  const given = await readInput(values.input);
  const input = typeof given === 'object' && given !== null ? { name: body, ...given } : given;
  checkInput(entry, input);
  const { name } = input as { readonly name: string };
  if (name !== body)
    throw misuse({
      es: `La orden es para ${body} y los datos dicen ${name}.`,
      en: `The command is for ${body} and the input says ${name}.`,
    });
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const key = values.key ?? randomUUID();
  const token = await operatorToken(invocation, founding);
  const answered = await client.post<Founded>('/api/bodies', input, token, key);
  if (!answered.ok) return refused(invocation, answered.problem);
  const founded = answered.body;
  const say = (es: string, en: string) => terminal.say({ es, en });
  terminal.answer({ ok: true, idempotencyKey: key, ...founded }, [
    founded.origin,
    `  ${say('llave del libro', 'key of the book')}: ${founded.key}`,
    `  ${say('tarjeta de quien funda, sólo ahora', 'the founder’s card, shown this once')}: ${founded.card.words[language]}`,
  ]);
  return 0;
}
