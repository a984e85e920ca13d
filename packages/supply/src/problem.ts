import { type Language, onOneLine, type Text } from './text.ts';

/** What is wrong with what was handed in, and where. */
export type Problem = {
  readonly code: string;
  /** In a file `line 3, column 7`, with what stands there: `claims.B`; each as far as it is known. */
  readonly place: Place;
  readonly text: Text;
};

export type Place = { readonly path?: string; readonly line?: number; readonly column?: number };

/** Leaves a reader, in whatever depth, at input that cannot be used; `attempt` hands it on as data. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly problem: Problem;

  constructor(code: string, place: Place, text: Text) {
    super(`${placeName(place).en}: ${text.en}`);
    this.problem = { code, place, text };
  }
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Does the work; bad input comes back as a problem, a bug goes on as what it is. */
export function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof BadInput) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The whole sentence: where, and what. */
export function problemSentence({ place, text }: Problem): Text {
  const where = placeName(place);
  const said = (language: Language): string => onOneLine([where[language], text[language]].filter(Boolean).join(': '));
  return { es: said('es'), en: said('en') };
}

function placeName({ path, line, column }: Place): Text {
  const named = path === undefined || path === '' ? [] : [path];
  if (line === undefined) return { es: named.join(''), en: named.join('') };
  const [es, en] = [[`línea ${line}`], [`line ${line}`]];
  if (column !== undefined) {
    es.push(`columna ${column}`);
    en.push(`column ${column}`);
  }
  return { es: [...es, ...named].join(', '), en: [...en, ...named].join(', ') };
}
