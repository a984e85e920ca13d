import { join } from 'node:path';
import { type Calendar, createCalendar } from './calendar.ts';
import { cardAddress, writeCardSheet } from './card-sheet.ts';
import { callerAt } from './client.ts';
import { fresh, type Memory, recall, remember } from './memory.ts';
import { createPeople } from './people.ts';
import type { Stage } from './stage.ts';
import type { ExportBook } from './story/chapter-proofs.ts';
import type { Waiting } from './story/chapter-waiting.ts';
import { playStory, readSample } from './story.ts';
import { createVoice } from './voice.ts';

/** What the demonstration needs of a running node. */
export interface DemoNode {
  readonly url: string;
  readonly operatorToken: string;
  readonly exportBook: ExportBook;
  /** Has that member's ballot in the vote arrived? */
  hasVoted(body: string, member: string, vote: number): Promise<boolean>;
}

export interface DemoOptions {
  readonly dataDir: string;
  readonly language: 'es' | 'en';
  readonly print: (line: string) => void;
  /** Starts the node under this name and with this clock. */
  readonly start: (name: string, clock: () => number) => Promise<DemoNode>;
}

/**
 * Founds the sample federation and plays its story, unless this data folder has it already; then the node goes on
 * serving. Resolves when everything is printed; the open vote is watched in the background.
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const { dataDir, language, print } = options;
  const sample = await readSample();
  const memory: Memory = (await recall(dataDir)) ?? fresh(Date.now());
  await remember(dataDir, memory);
  const calendar = createCalendar(memory.startedAt);
  if (memory.waiting !== null) calendar.release();
  const node = await options.start(sample.node, calendar.now);
  const here = { base: node.url, name: sample.node, operatorToken: node.operatorToken };
  const stage: Stage = {
    nodeOf: () => here,
    carry: async () => undefined,
    calendar,
    people: createPeople(Buffer.from(memory.seed, 'base64')),
    voice: createVoice(language, print),
    workDir: join(dataDir, 'demo-books'),
  };
  const waiting = memory.waiting ?? (await play(stage, calendar, options, memory, node));
  const sheet = join(stage.workDir, 'tarjetas.html');
  await writeCardSheet(sheet, node.url, waiting);
  invite(node.url, waiting, print, language);
  print(
    language === 'es' ? `   Para imprimir, con su código QR: ${sheet}` : `   To print, with their QR codes: ${sheet}`,
  );
  closeWhenVoted(stage, node, waiting, print, language);
}

async function play(
  stage: Stage,
  calendar: Calendar,
  { dataDir, print, language }: DemoOptions,
  memory: Memory,
  node: DemoNode,
): Promise<Waiting> {
  const started = Date.now();
  const waiting = await playStory(stage, await readSample(), node.exportBook);
  calendar.release();
  await remember(dataDir, { ...memory, waiting });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  print('');
  print(language === 'es' ? `La historia tomó ${seconds} s.` : `The story took ${seconds} s.`);
  return waiting;
}

function invite(base: string, { body, cards }: Waiting, print: (line: string) => void, language: 'es' | 'en'): void {
  print('');
  print(language === 'es' ? `El nodo atiende en ${base}` : `The node is serving at ${base}`);
  print(
    language === 'es'
      ? 'Dos tarjetas de miembro, para entrar y votar con el teléfono (cada una sirve una vez):'
      : 'Two member cards, to sign in and vote by phone (each works once):',
  );
  for (const { code, words } of cards) {
    print(`   ${cardAddress(base, body, code)}`);
    print(`      ${words[language]}`);
  }
}

const glance = 2_000;

/** The presidency of the story closes the vote once both readers have voted, so that they see the result. */
function closeWhenVoted(
  stage: Stage,
  node: DemoNode,
  { body, vote, members }: Waiting,
  print: (line: string) => void,
  language: 'es' | 'en',
): void {
  const look = async (): Promise<void> => {
    const voted = await Promise.all(members.map((member) => node.hasVoted(body, member, vote)));
    if (!voted.every(Boolean)) return again();
    const presidency = callerAt(node.url, stage.people.tokenOf(`${body}/presidency`));
    const closed = await presidency.ask(body, 'CloseVote', { vote }, 'waiting/close');
    if (closed.ok)
      print(language === 'es' ? 'Los dos votaron: votación cerrada.' : 'Both have voted: the vote is closed.');
  };
  const again = (): void => {
    setTimeout(() => look().catch(again), glance).unref();
  };
  again();
}
