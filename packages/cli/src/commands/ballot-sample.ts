import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  knownGroups,
  makeSample,
  type Random,
  readTemplate,
  type SampleTemplate,
  seededRandom,
  trusteeModes,
} from '@cabildo/ballot';
import { nodeDerive, nodeMachine, nodeRandom } from '@cabildo/ballot/node';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse, Stop } from '../stop.ts';

/** With a seed the bytes must not depend on the day: the day of the great cabildo of El Alto. */
const SEEDED_TIME = Date.UTC(2005, 5, 8) / 1_000;
const MOST_VOTERS = 200_000;
/** What can be found again of a sum that was encrypted (decision 0010). */
const MOST_WEIGHT = 2n ** 40n - 1n;
/** Only their owner reads private keys. */
const PRIVATE = 0o600;

export async function ballotSample({ values, terminal }: Invocation): Promise<ExitCode> {
  const { out = '', seed } = values;
  const voters = countIn('voters', values.voters ?? '', 1);
  const revotes = countIn('revotes', values.revotes ?? '0', 0);
  if (revotes > voters) {
    throw misuse({ es: '--revotes es más que --voters.', en: '--revotes is more than --voters.' }, 'ballot sample');
  }
  const trustees = oneOf('trustees', values.trustees ?? '', trusteeModes);
  const group = oneOf(
    'group',
    values.group ?? 'BELENIOS-2048',
    knownGroups.map(({ name }) => name),
  );
  const template = templateIn(values.questions ?? 'default');
  if (weightOf(template, voters) > MOST_WEIGHT) {
    throw new Stop('bad-file', {
      es: `${values.questions}: weights: el peso de ${voters} personas pasa de ${MOST_WEIGHT} y no se podría leer la suma.`,
      en: `${values.questions}: weights: those of ${voters} voters are more than ${MOST_WEIGHT}, of which the sum could not be read.`,
    });
  }
  const random: Random = seed === undefined ? nodeRandom : seededRandom(seed, nodeMachine);
  prepareFolder(out);
  const part = join(out, 'archive.part');
  const closing = join(out, 'before-tally', 'archive.part');
  const file = openSync(part, 'wx');
  const progress = terminal.progress({ es: 'papeletas', en: 'ballots' });
  const sample = await makeSample({
    machine: nodeMachine,
    random,
    derive: nodeDerive,
    group,
    template,
    voters,
    revotes,
    trustees,
    time: seed === undefined ? Math.floor(Date.now() / 1_000) : SEEDED_TIME,
    write: (bytes) => void writeSync(file, bytes),
    onClosing: () => copyFileSync(part, closing),
    onProgress: (ballots, of) => progress.at(ballots, of),
  });
  progress.end();
  closeSync(file);
  const archive = join(out, `${sample.uuid}.bel`);
  renameSync(part, archive);
  renameSync(closing, join(out, 'before-tally', `${sample.uuid}.bel`));
  writePrivate(out, sample);
  terminal.answer({ ok: true, file: archive, uuid: sample.uuid, voters, ballots: voters + revotes, trustees, group }, [
    terminal.say({
      es: `${archive}: ${voters + revotes} papeletas. Las llaves y las credenciales están en ${join(out, 'private')}: es una muestra, no una votación.`,
      en: `${archive}: ${voters + revotes} ballots. Keys and credentials lie in ${join(out, 'private')}: this is a sample, no vote.`,
    }),
  ]);
  return 0;
}

function writePrivate(out: string, { credentials, privateKeys }: Awaited<ReturnType<typeof makeSample>>): void {
  for (const [at, key] of privateKeys.entries())
    writeFileSync(join(out, 'private', `trustee-${at + 1}.privkey`), `${JSON.stringify(key.toString())}\n`, {
      mode: PRIVATE,
    });
  const lines = credentials.map(({ secret, weight }) => `${secret} ${weight}\n`);
  writeFileSync(join(out, 'private', 'credentials.txt'), lines.join(''), { mode: PRIVATE });
}

/** An earlier sample is never written over: its keys would be those of another archive. */
function prepareFolder(out: string): void {
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new Stop('not-empty', { es: `La carpeta ${out} no está vacía.`, en: `The folder ${out} is not empty.` });
  }
  mkdirSync(join(out, 'private'), { recursive: true, mode: 0o700 });
  mkdirSync(join(out, 'before-tally'), { recursive: true });
}

const wellFormed = {
  es: 'Así es una: {"questions": [{"answers": ["Sí", "No"], "blank": true, "min": 1, "max": 1, "question": "¿Se aprueba?"}]}, con 0 ≤ min ≤ max ≤ cuántas respuestas hay; y samples/ballot/assembly.json.',
  en: 'This is one: {"questions": [{"answers": ["Yes", "No"], "blank": true, "min": 1, "max": 1, "question": "Is it carried?"}]}, with 0 ≤ min ≤ max ≤ how many answers there are; and samples/ballot/assembly.json.',
};

function templateIn(given: string): SampleTemplate {
  const read = readTemplate(given === 'default' ? undefined : readFileSync(given, 'utf8'));
  if (read.ok) return read.template;
  const place = read.path === '' ? given : `${given}: ${read.path}`;
  const text = {
    es: `${place} no es una plantilla con preguntas que se puedan responder.`,
    en: `${place} is no template with questions that can be answered.`,
  };
  throw new Stop('bad-file', text, wellFormed);
}

/** Weights are given out in turn. */
function weightOf({ weights = [1n] }: SampleTemplate, voters: number): bigint {
  return Array.from({ length: voters }, (_, at) => weights[at % weights.length] ?? 0n).reduce((sum, one) => sum + one);
}

function countIn(name: string, given: string, least: number): number {
  const count = Number(given);
  if (/^\d+$/.test(given) && count >= least && count <= MOST_VOTERS) return count;
  throw misuse(
    {
      es: `--${name} ${given}: un número de ${least} a ${MOST_VOTERS}.`,
      en: `--${name} ${given}: a number from ${least} to ${MOST_VOTERS}.`,
    },
    'ballot sample',
  );
}

function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given);
  if (found !== undefined) return found;
  throw misuse(
    { es: `--${name} ${given}: ${allowed.join(', ')}.`, en: `--${name} ${given}: ${allowed.join(', ')}.` },
    'ballot sample',
  );
}
