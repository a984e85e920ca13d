/** The second half of an audit: the rules applied again to every act of a book whose bytes were found whole. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookReport, decodeBundle, entriesPath, TILE_WIDTH, tileWidth, utf8Decode } from '@cabildo/book';
import { type AuditedAct, auditRules, type Difference } from '@cabildo/core';
import type { Language } from '../language.ts';
import type { Progress } from '../terminal.ts';

export interface RulesReport {
  readonly ok: boolean;
  /** How many acts were replayed; fewer than the book has if one cannot be followed. */
  readonly replayed: number;
  readonly of: number;
  readonly differences: readonly Difference[];
}

export function replayRules(directory: string, { origin, size }: BookReport, progress: Progress): RulesReport {
  const { replayed, differences } = auditRules(origin, actsIn(directory, size, progress));
  progress.end();
  return { ok: differences.length === 0 && replayed === size, replayed, of: size, differences };
}

/** Bundle by bundle, so that memory does not grow with the book. */
export function* actsIn(directory: string, size: number, progress?: Progress): Generator<AuditedAct> {
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const width = tileWidth(0, index, size);
    const { entries } = decodeBundle(readFileSync(join(directory, entriesPath(index, width))), width);
    // The bytes have been verified: each entry is a leaf.
    for (const entry of entries) yield JSON.parse(utf8Decode(entry) ?? 'null') as AuditedAct;
    progress?.at(index * TILE_WIDTH + entries.length, size);
  }
}

const MANY = 50;

export function rulesLines({ ok, replayed, of, differences }: RulesReport, language: Language): string[] {
  const say = (es: string, en: string): string => (language === 'es' ? es : en);
  if (ok) {
    return [
      say(
        `Las reglas, aplicadas de nuevo a los ${replayed} actos, dan lo que el libro dice.`,
        `The rules, applied again to all ${replayed} acts, give what the book says.`,
      ),
    ];
  }
  const lines = differences.slice(0, MANY).map(({ index, act, code, says, recalculated }) => {
    const [noun, saysWord, elseWord] =
      language === 'es' ? ['acto', 'dice', 'recalculado'] : ['act', 'says', 'recalculated'];
    return `  ${noun} ${index} ${act}, ${code}: ${saysWord} ${says}; ${elseWord} ${recalculated}`;
  });
  const more = differences.length - lines.length;
  return [
    say(
      `Reglas aplicadas de nuevo a ${replayed} de ${of} actos; difieren ${differences.length}. Una diferencia no es un veredicto: es para que la gente la juzgue.`,
      `Rules applied again to ${replayed} of ${of} acts; ${differences.length} differ. A difference is no verdict: it is for people to judge.`,
    ),
    ...lines,
    ...(more > 0 ? [`  … ${more}`] : []),
  ];
}
