import { resolve } from 'node:path';
import type { ExitCode, Invocation } from '../command.ts';
import { readKey } from '../key-argument.ts';
import { portOf, watchForTheEnd } from '../node/run-node.ts';
import { serveWitness } from '../witness/serve-witness.ts';

/** A witness for a neighbour's node, on a small machine: no database, no books. */
export async function witness(invocation: Invocation): Promise<ExitCode> {
  const { values, env, terminal } = invocation;
  const folder = resolve(values.data ?? 'witness');
  const port = portOf(values.port, env.PORT);
  const ending = watchForTheEnd(invocation);
  const host = values.host === undefined ? {} : { host: values.host };
  const served = await serveWitness({ folder, name: values.name, port, ...host });
  try {
    if (values.log !== undefined) await served.trust((await readKey('log', values.log)).vkey);
  } catch (error) {
    await served.close();
    throw error;
  }
  const { name, key, url } = served;
  const logs = served.logs();
  terminal.answer({ ok: true, name, key, url, logs, data: folder, pid: process.pid }, [
    terminal.say({ es: `El testigo ${name} atiende en ${url}`, en: `The witness ${name} is serving at ${url}` }),
    terminal.say({ es: `  su llave: ${key}`, en: `  its key: ${key}` }),
    ...logs.map((log) => terminal.say({ es: `  atestigua ${log}`, en: `  witnesses ${log}` })),
    terminal.say({
      es: `  El otro nodo lo nombra (AppointWitness, con esa llave) y arranca con --witness y esta dirección, como se ve desde allí.`,
      en: `  The other node appoints it (AppointWitness, with that key) and is started with --witness and this address, as seen from there.`,
    }),
    terminal.say({ es: '  Ctrl-C lo detiene.', en: '  Ctrl-C stops it.' }),
  ]);
  const code = await ending.end;
  await served.close();
  ending.forget();
  return code;
}
