import type { MeasureHere } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import type { NodeClient } from '../node/node-client.ts';
import { keptSession, sessionFile, sessionFor } from '../node/session.ts';
import { Stop } from '../stop.ts';

interface Measures {
  readonly measures: readonly MeasureHere[];
}

const standings: Readonly<Record<MeasureHere['standing'], Text>> = {
  called: { es: 'en curso', en: 'under way' },
  waiting: { es: 'por empezar', en: 'about to begin' },
  suspended: { es: 'en suspenso', en: 'suspended' },
};

const membersAlone: Text = {
  es: 'el lugar exacto es sólo para los miembros',
  en: 'the exact place is for members alone',
};
const left: Text = { es: 'el organismo se retiró', en: 'the body has withdrawn' };

/** Where measures stand, as far as whoever holds the card reads it. */
export async function measures(invocation: Invocation): Promise<ExitCode> {
  const { positionals, terminal } = invocation;
  const [body = ''] = positionals;
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const bearer = await bearerOf(invocation, client, body);
  const answer = await client.get<Measures>(`/api/bodies/${encodeURIComponent(body)}/measures`, bearer);
  if (answer === undefined)
    throw new Stop('unknown-body', { es: `No hay aquí ningún «${body}».`, en: `There is no “${body}” here.` });
  const lines = answer.measures.flatMap((one) => {
    const { title, index, what, from, standing, place, area, forMembers, withdrawn } = one;
    const notes = [...(forMembers ? [membersAlone] : []), ...(withdrawn ? [left] : [])].map(terminal.say);
    return [
      `${title} ${index} · ${what} · ${terminal.say(standings[standing])} · ${from}`,
      ...[place ?? area, ...notes].filter((line) => line !== null).map((line) => `  ${line}`),
    ];
  });
  const none = terminal.say({ es: 'No hay ninguna medida.', en: 'There is no measure.' });
  terminal.answer(answer, lines.length === 0 ? [none] : lines);
  return 0;
}

/** Without a card it is the session that was kept, if any was: what everybody reads needs none. */
async function bearerOf(invocation: Invocation, client: NodeClient, body: string): Promise<string | undefined> {
  const file = invocation.values.session ?? sessionFile(invocation, client.url, body);
  return invocation.values.card === undefined ? keptSession(file) : sessionFor(invocation, client, { body, file });
}
