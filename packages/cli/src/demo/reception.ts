import { join } from 'node:path';
import { cardAddress, writeCardSheet } from './card-sheet.ts';
import type { Memory } from './memory.ts';
import { remember } from './memory.ts';
import { lookAround, personOf, type Seen } from './preside.ts';
import type { Stage } from './stage.ts';
import { giveCard, type WaitingHall } from './story/chapter-waiting.ts';

/** What is asked of the node while it waits for readers. */
export interface Watched {
  /** What the node would tell that member's phone. */
  see(body: string, member: string): Promise<Seen | null>;
  /** Whether a phone has signed in with that member's card. */
  hasSignedIn(body: string, member: string): Promise<boolean>;
}

export interface Reception {
  readonly stage: Stage;
  readonly base: string;
  readonly dataDir: string;
  readonly language: 'es' | 'en';
  readonly print: (line: string) => void;
  readonly node: Watched;
}

/** Before anything is printed: where a card was used up while nobody looked, the next member's takes its place. */
export async function freshCards(reception: Reception, memory: Memory): Promise<Memory> {
  let current = memory;
  for (const hall of memory.waiting?.halls ?? []) {
    const last = hall.readers.at(-1);
    const used = last === undefined || (await reception.node.hasSignedIn(hall.body, last.member));
    if (used) current = await nextCard(reception, current, hall);
  }
  return current;
}

async function nextCard({ stage, dataDir }: Reception, memory: Memory, hall: WaitingHall): Promise<Memory> {
  const given = await giveCard(hall, personOf(stage, hall.body, 'secretary'));
  const halls = memory.waiting?.halls.map((one) => (one.body === hall.body ? given : one)) ?? [];
  const next = { ...memory, waiting: { halls } };
  await remember(dataDir, next);
  return next;
}

/** Prints the cards and writes the sheet. */
export async function invite({ stage, base, print, language }: Reception, { waiting }: Memory): Promise<void> {
  if (waiting === null) return;
  const sheet = join(stage.workDir, 'tarjetas.html');
  await writeCardSheet(sheet, base, waiting);
  print('');
  print(language === 'es' ? `El nodo atiende en ${base}` : `The node is serving at ${base}`);
  print(words[language].cards);
  for (const hall of waiting.halls) printCard(hall, base, print, language);
  print(`   ${words[language].sheet}: ${sheet}`);
}

function printCard(hall: WaitingHall, base: string, print: (line: string) => void, language: 'es' | 'en'): void {
  const reader = hall.readers.at(-1);
  if (reader === undefined) return;
  print(`   ${hall.title}`);
  print(`      ${cardAddress(base, hall.body, reader.code)}`);
  print(`      ${reader.words[language]}`);
}

const words = {
  es: {
    cards:
      'Dos juntas están en sesión y esperan a un miembro con teléfono. Abra la dirección de una tarjeta (cada una sirve una vez) y toque «Estoy aquí»: la presidencia abre la votación, y la cierra cuando usted ha votado.',
    sheet: 'Para imprimir, con su código QR',
    another: 'Otra tarjeta, para otra persona de la misma sala:',
    nobody: 'En esa sala ya todos tienen tarjeta.',
  },
  en: {
    cards:
      'Two councils are sitting and wait for a member with a phone. Open the address of a card (each works once) and press “I am here”: the presidency opens the vote, and closes it once you have voted.',
    sheet: 'To print, with their QR codes',
    another: 'Another card, for another person in the same hall:',
    nobody: 'Everybody in that hall has a card by now.',
  },
} as const;

/** One look costs a few small queries: often enough that nobody waits, seldom enough that an idle node stays idle. */
const glance = 1_500;

/** The halls go on in the background: each look does what is due, and after each vote there is a card for the next reader. */
export function keepPresiding(reception: Reception, memory: Memory): void {
  let current = memory;
  const look = async (): Promise<void> => {
    for (const { body } of memory.waiting?.halls ?? []) {
      const hall = current.waiting?.halls.find((one) => one.body === body);
      if (hall === undefined || (await lookAround(reception.stage, hall, reception.node.see)) !== 'closed') continue;
      current = await afterVote(reception, current, hall);
    }
  };
  const again = (): void => {
    // The node is closing, or its database is away for a moment: the next look finds what this one left.
    setTimeout(() => look().then(again, again), glance).unref();
  };
  again();
}

async function afterVote(reception: Reception, memory: Memory, hall: WaitingHall): Promise<Memory> {
  const { stage, base, print, language } = reception;
  await stage.witnessed();
  const next = await freshCards(reception, memory);
  const now = next.waiting?.halls.find(({ body }) => body === hall.body);
  if (next.waiting === null || now === undefined) return next;
  await writeCardSheet(join(stage.workDir, 'tarjetas.html'), base, next.waiting);
  const isNew = now.readers.length > hall.readers.length;
  print(`   ${words[language][isNew ? 'another' : 'nobody']}`);
  if (isNew) printCard(now, base, print, language);
  return next;
}
