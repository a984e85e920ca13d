import { join } from 'node:path';
import { type Calendar, createCalendar } from './calendar.ts';
import { fresh, type Memory, recall, remember } from './memory.ts';
import { createPeople } from './people.ts';
import { freshCards, invite, keepPresiding, type Watched } from './reception.ts';
import type { Stage, StageWitness } from './stage.ts';
import type { ExportBook } from './story/chapter-proofs.ts';
import { playStory, readSample } from './story.ts';
import { createVoice } from './voice.ts';

/** What the demonstration needs of a running node. */
export interface DemoNode extends Watched {
  readonly url: string;
  readonly operatorToken: string;
  readonly exportBook: ExportBook;
  /** Its outside witness. */
  readonly witnessKey: string;
  witnessed(): Promise<void>;
}

export interface StartDemo {
  readonly name: string;
  /** The name of the witness. */
  readonly neighbour: string;
  readonly clock: () => number;
}

export interface DemoOptions {
  readonly dataDir: string;
  readonly language: 'es' | 'en';
  readonly print: (line: string) => void;
  /** Starts the node under this name and with this clock, and a witness of its heads beside it. */
  readonly start: (how: StartDemo) => Promise<DemoNode>;
}

/**
 * Founds the sample federation and plays its story, unless this data folder has it already; then the node goes on
 * serving. Resolves when everything is printed; the halls that wait for readers are presided over in the background.
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const { dataDir, language, print } = options;
  const sample = await readSample();
  const kept: Memory = (await recall(dataDir)) ?? fresh(Date.now());
  await remember(dataDir, kept);
  const calendar = createCalendar(kept.startedAt);
  if (kept.waiting !== null) calendar.release();
  const { node: name, neighbour } = sample;
  const node = await options.start({ name, neighbour: neighbour.node, clock: calendar.now });
  const witness = { name: neighbour.node, title: neighbour.title, key: node.witnessKey };
  const stage = stageOn(node, { name, witness, calendar, memory: kept, options });
  const told = kept.waiting === null ? await play(stage, options, kept, node) : kept;
  const reception = { stage, base: node.url, dataDir, language, print, node };
  const memory = await freshCards(reception, told);
  await invite(reception, memory);
  keepPresiding(reception, memory);
}

interface Setting {
  readonly name: string;
  readonly witness: StageWitness;
  readonly calendar: Calendar;
  readonly memory: Memory;
  readonly options: DemoOptions;
}

function stageOn(node: DemoNode, { name, witness, calendar, memory, options }: Setting): Stage {
  const here = { base: node.url, name, operatorToken: node.operatorToken };
  return {
    nodeOf: () => here,
    carry: async () => undefined,
    witness,
    witnessed: node.witnessed,
    calendar,
    people: createPeople(Buffer.from(memory.seed, 'base64')),
    voice: createVoice(options.language, options.print),
    workDir: join(options.dataDir, 'demo-books'),
  };
}

async function play(
  stage: Stage,
  { dataDir, print, language }: DemoOptions,
  memory: Memory,
  node: DemoNode,
): Promise<Memory> {
  const started = Date.now();
  const waiting = await playStory(stage, await readSample(), node.exportBook);
  stage.calendar.release();
  const told = { ...memory, waiting };
  await remember(dataDir, told);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  print('');
  print(language === 'es' ? `La historia tomó ${seconds} s.` : `The story took ${seconds} s.`);
  return told;
}
