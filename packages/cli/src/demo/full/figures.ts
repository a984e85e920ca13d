import { verifyBook } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { nodeAt } from '../../node/node-client.ts';
import { many } from '../amounts.ts';
import { text } from '../read.ts';
import type { Stage } from '../stage.ts';
import type { Measured } from './consultation.ts';
import { forEachOf } from './crowd.ts';
import type { FullTold } from './full-story.ts';

/** What the full story took. */
export interface Figures {
  readonly seconds: number;
  /** Of one processor, for the node and everybody in the story; the database is a process of its own. */
  readonly processor: number;
  readonly books: number;
  readonly acts: number;
  readonly people: number;
  /** Of this process, in megabytes: now, and the most it ever was. */
  readonly memory: { readonly now: number; readonly most: number };
  readonly verified: { readonly books: number; readonly seconds: number };
  readonly consultations: readonly Measured[];
}

interface Listed {
  readonly body: string;
  readonly key: string;
  readonly size: number;
}

/** Counts what there is, and verifies every book as an outsider does: its files over HTTP, with its key. */
export async function figuresOf(stage: Stage, url: string, told: FullTold, seconds: number): Promise<Figures> {
  const { bodies } = JSON.parse(await text(`${url}/api/bodies`)) as { readonly bodies: readonly Listed[] };
  const { user, system } = process.cpuUsage();
  const verifying = performance.now();
  await forEachOf(bodies, (book) => verify(url, book), 4);
  const verified = { books: bodies.length, seconds: secondsSince(verifying) };
  const { people, consultations } = told;
  stage.voice.step({
    es: `Verificados los ${bodies.length} libros, desde afuera, con sus llaves: ninguno tiene un acto cambiado.`,
    en: `All ${bodies.length} books verified from outside, with their keys: none has an act that was changed.`,
  });
  return {
    seconds: Math.round(seconds),
    processor: Math.round((user + system) / 1e6),
    books: bodies.length,
    acts: bodies.reduce((sum, { size }) => sum + size, 0),
    people,
    memory: { now: megabytes(process.memoryUsage().rss), most: megabytes(process.resourceUsage().maxRSS * 1_024) },
    verified,
    consultations,
  };
}

async function verify(url: string, { body, key, size }: Listed): Promise<void> {
  const report = await verifyBook(nodeAt(url).book(body), key, nodeCrypto);
  if (!report.ok || report.size !== size)
    throw new Error(`${body} does not verify: ${JSON.stringify(report.findings[0] ?? report.size)}`);
}

const secondsSince = (from: number): number => Math.round((performance.now() - from) / 100) / 10;
const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

export function tellFigures(figures: Figures, language: 'es' | 'en', print: (line: string) => void): void {
  const { seconds, books, acts, people, memory, verified, consultations } = figures;
  const number = (value: number): string => value.toLocaleString(language === 'es' ? 'es-BO' : 'en-GB');
  print('');
  print(
    language === 'es'
      ? `La historia tomó ${number(seconds)} s: ${number(acts)} actos en ${number(books)} libros, ${number(people)} personas en los padrones (${number(figures.processor)} s de un procesador para el nodo y los personajes).`
      : `The story took ${number(seconds)} s: ${number(acts)} acts in ${number(books)} books, ${number(people)} people on the rolls (${number(figures.processor)} s of one processor for the node and the people).`,
  );
  for (const { bases, answers, seconds: took, receiving } of consultations)
    print(
      language === 'es'
        ? `Una consulta por todos los niveles: ${many(answers, 'respuesta', 'respuestas')} de ${many(bases, 'base', 'bases')} en ${took.toFixed(1)} s, con sus sesiones; recibirlas con su prueba y cerrar, ${receiving.toFixed(1)} s.`
        : `One consultation through all tiers: ${many(answers, 'answer', 'answers')} of ${many(bases, 'base', 'bases')} in ${took.toFixed(1)} s, with their sittings; receiving them with their proofs and closing, ${receiving.toFixed(1)} s.`,
    );
  print(
    language === 'es'
      ? `Verificar los ${verified.books} libros: ${verified.seconds} s. Memoria de este proceso: ${memory.now} MB, a lo más ${memory.most} MB.`
      : `Verifying all ${verified.books} books: ${verified.seconds} s. Memory of this process: ${memory.now} MB, at most ${memory.most} MB.`,
  );
}
