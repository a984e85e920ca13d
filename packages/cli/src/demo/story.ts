import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';
import { chapterAccounts } from './story/chapter-accounts.ts';
import { chapterCredentials, chapterFounding, type Sample } from './story/chapter-founding.ts';
import { chapterBases } from './story/chapter-mandate.ts';
import { chapterPacts } from './story/chapter-pact.ts';
import { chapterProofs, type ExportBook } from './story/chapter-proofs.ts';
import { chapterRecall } from './story/chapter-recall.ts';
import { chapterSupply } from './story/chapter-supply.ts';
import { chapterTerm } from './story/chapter-term.ts';
import { chapterWaiting, type Waiting } from './story/chapter-waiting.ts';
import { chapterWitness } from './story/chapter-witness.ts';

const samples = fileURLToPath(new URL('../../../../samples/distrito-6/', import.meta.url));

/** The neighbouring federation whose node plays the outside witness. */
interface Neighbour {
  readonly node: string;
  readonly title: string;
}

export async function readSample(): Promise<Sample & { readonly node: string; readonly neighbour: Neighbour }> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(`${samples}${name}`, 'utf8'));
  const federation = (await read('federation.json')) as Sample['federation'] & {
    readonly node: string;
    readonly neighbour: Neighbour;
  };
  const statutes = {
    junta: (await read('estatutos/junta.json')) as object,
    assembly: (await read('estatutos/asamblea.json')) as object,
  };
  return { federation, statutes, node: federation.node, neighbour: federation.neighbour };
}

/** Plays everything, as different people over HTTP. A story that was cut off goes on where it stopped. */
export async function playStory(stage: Stage, sample: Sample, exportBook: ExportBook): Promise<Waiting> {
  const cast = await chapterFounding(stage, sample);
  await chapterCredentials(stage, cast);
  await chapterWitness(stage, cast);
  const forwarded = await chapterBases(stage, cast);
  const sitting = await chapterRecall(stage, cast, forwarded);
  await stage.witnessed();
  const { closures, books } = await chapterPacts(stage, cast, sitting);
  await chapterAccounts(stage, cast, books);
  await chapterTerm(stage, cast);
  await chapterSupply(stage, cast, { assemblyStatute: sample.statutes.assembly, closures });
  const waiting = await chapterWaiting(stage, cast);
  await chapterProofs(stage, cast, exportBook);
  return waiting;
}
