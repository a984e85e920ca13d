import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Stop } from '../../stop.ts';
import { many } from '../amounts.ts';
import { createCalendar } from '../calendar.ts';
import { createPeople } from '../people.ts';
import type { DemoNode, StartDemo } from '../run-demo.ts';
import type { Stage } from '../stage.ts';
import { createVoice } from '../voice.ts';
import { type Figures, figuresOf, tellFigures } from './figures.ts';
import { fullStoryDays, playFullStory } from './full-story.ts';
import { type FullMemory, recallFull, rememberFull } from './memory.ts';
import { readFullSample } from './sample.ts';

export interface FullOptions {
  readonly dataDir: string;
  readonly language: 'es' | 'en';
  readonly print: (line: string) => void;
  /** Of fourteen; undefined is whatever this folder has, or all of them. */
  readonly districts: number | undefined;
  readonly start: (how: StartDemo) => Promise<DemoNode>;
}

/**
 * Founds El Alto at its real size and plays its story, unless this folder has it already. One that was cut off is played again
 * with the same people and keys: what was done is answered as it was, and it goes on where it stopped.
 */
export async function runFull(options: FullOptions): Promise<Figures> {
  const { dataDir, print, language } = options;
  const sample = await readFullSample();
  const memory = await memoryFor(options, sample.districts.length);
  await rememberFull(dataDir, memory);
  const calendar = createCalendar(memory.startedAt, fullStoryDays);
  if (memory.told !== null) calendar.release();
  const { node: name, neighbour } = sample;
  const node = await options.start({ name, neighbour: neighbour.node, clock: calendar.now });
  if (memory.told !== null) {
    tellFigures(memory.told, language, print);
    return memory.told;
  }
  const here = { base: node.url, name, operatorToken: node.operatorToken };
  const stage: Stage = {
    nodeOf: () => here,
    carry: async () => undefined,
    witness: { name: neighbour.node, title: neighbour.title, key: node.witnessKey },
    witnessed: node.witnessed,
    calendar,
    people: createPeople(Buffer.from(memory.seed, 'base64')),
    voice: createVoice(language, print),
    workDir: join(dataDir, 'demo-books'),
  };
  const started = performance.now();
  const told = await playFullStory(stage, sample, { districts: memory.districts });
  const seconds = (performance.now() - started) / 1_000;
  calendar.release();
  const figures = await figuresOf(stage, node.url, told, seconds);
  await rememberFull(dataDir, { ...memory, told: figures });
  tellFigures(figures, language, print);
  return figures;
}

async function memoryFor({ dataDir, districts }: FullOptions, all: number): Promise<FullMemory> {
  const kept = await recallFull(dataDir);
  const wanted = districts ?? kept?.districts ?? all;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > all) {
    throw new Stop('usage', {
      es: `--districts: un número de 1 a ${all}.`,
      en: `--districts: a number from 1 to ${all}.`,
    });
  }
  if (kept !== null && kept.districts !== wanted) {
    throw new Stop(
      'other-story',
      {
        es: `${dataDir} tiene la historia de ${many(kept.districts, 'distrito', 'distritos')}, no de ${wanted}.`,
        en: `${dataDir} holds the story of ${many(kept.districts, 'district', 'districts')}, not of ${wanted}.`,
      },
      { es: 'Dé otra carpeta con --data.', en: 'Give another folder with --data.' },
    );
  }
  const fresh = { seed: randomBytes(32).toString('base64'), startedAt: Date.now(), districts: wanted, told: null };
  return kept ?? fresh;
}
