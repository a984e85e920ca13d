/** Runs a node in this process until a signal ends it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Certificate, type Serving, serve } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse, Stop } from '../stop.ts';
import { announce, dataFolder, keepName, keptName, withdrawAnnouncement } from './data-folder.ts';
import { memoryForTime } from './memory-saver.ts';

export interface RunningNode extends Serving {
  readonly dataDir: string;
  readonly operatorTokenFile: string;
  /** Resolves once a signal, or the loss of the database, has ended the node and everything is closed. */
  ended(): Promise<ExitCode>;
}

export interface RunHow {
  readonly name: string;
  readonly clock?: () => number;
  /** An outside witness besides those of `--witness`, with the key by which it is believed. */
  readonly witness?: { readonly url: string; readonly key: string };
  /** For a hall with a network of its own: everybody in it may connect, and nothing is asked of anybody outside. */
  readonly hall?: { readonly tls?: Certificate };
}

export async function runNode(invocation: Invocation, { name, clock, witness, hall }: RunHow): Promise<RunningNode> {
  const { values, switches, env, terminal } = invocation;
  const dataDir = dataFolder(invocation);
  const port = portOf(values.port, env.PORT);
  const ending = watchForTheEnd(invocation);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const serving = await serve({
    name,
    dataDir,
    port,
    env,
    log: (line) => terminal.note(line),
    onLost: ending.lost,
    onAsked: memoryForTime(setFlagsFromString),
    behindProxy: switches.has('proxy'),
    ...(hall === undefined ? {} : { host: EVERYWHERE, pullEveryMs: 0, ...hall }),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(clock === undefined ? {} : { clock }),
    witnesses: [
      ...(values.witness === undefined ? [] : witnessesOf(values.witness)),
      ...(witness === undefined ? [] : [witness]),
    ],
  });
  await keepName(dataDir, name);
  await announce(dataDir, serving.url);
  return {
    ...serving,
    dataDir,
    operatorTokenFile: join(dataDir, 'operator-token'),
    async ended() {
      const code = await ending.end;
      // The signal that comes twice is from somebody who will not wait.
      await withdrawAnnouncement(dataDir);
      await serving.close();
      ending.forget();
      return code;
    },
  };
}

/** The name that the folder's node has, or is to have from now on. */
export async function nodeName(invocation: Invocation): Promise<string> {
  const folder = dataFolder(invocation);
  const [given, kept] = [invocation.values.name, await keptName(folder)];
  if (given === undefined && kept === undefined) {
    throw new Stop(
      'no-name',
      { es: `El nodo de ${folder} todavía no tiene nombre.`, en: `The node in ${folder} has no name yet.` },
      {
        es: 'Dé uno con --name, como el-alto.example: con él empiezan los nombres de sus libros, y no cambia más.',
        en: 'Give one with --name, such as el-alto.example: the names of its books begin with it, and it never changes.',
      },
    );
  }
  if (given !== undefined && kept !== undefined && given !== kept) {
    throw new Stop(
      'other-name',
      {
        es: `El nodo de ${folder} se llama ${kept}, no ${given}.`,
        en: `The node in ${folder} is ${kept}, not ${given}.`,
      },
      {
        es: 'El nombre no cambia; otro nodo va en otra carpeta (--data).',
        en: 'A name never changes; another node goes into another folder (--data).',
      },
    );
  }
  return given ?? kept ?? '';
}

function witnessesOf(option: string): readonly string[] {
  return option.split(',').map((prefix) => {
    if (URL.canParse(prefix) && /^https?:/.test(prefix)) return prefix;
    throw misuse({
      es: `--witness ${prefix}: una dirección http(s), como https://otro-nodo.example/witness.`,
      en: `--witness ${prefix}: an http(s) address, such as https://other-node.example/witness.`,
    });
  });
}

const EVERYWHERE = '0.0.0.0';
const DEFAULT_PORT = 8_080;

/** `--port`, or else the variable `PORT`. */
export function portOf(option: string | undefined, variable: string | undefined): number {
  const given = option ?? (variable === '' ? undefined : variable);
  if (given === undefined) return DEFAULT_PORT;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  const where = option === undefined ? 'PORT' : '--port';
  throw misuse({
    es: `${where} ${given}: un número de 0 a 65535.`,
    en: `${where} ${given}: a number from 0 to 65535.`,
  });
}

interface Ending {
  readonly end: Promise<ExitCode>;
  readonly lost: (error: Error) => void;
  forget(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Signals end what this process runs; what has to be closed is closed by whoever waits for the end. */
export function watchForTheEnd({ terminal }: Invocation): Ending {
  const { promise, resolve } = Promise.withResolvers<ExitCode>();
  let asked = false;
  const onSignal = (): void => {
    if (asked) process.exit(2);
    asked = true;
    terminal.note({ es: 'Deteniendo…', en: 'Stopping…' });
    resolve(0);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    end: promise,
    lost(error) {
      terminal.note({ es: `El nodo no puede seguir: ${error.message}`, en: `The node cannot go on: ${error.message}` });
      resolve(2);
    },
    forget() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
