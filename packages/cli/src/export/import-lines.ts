/** What came of taking in a book, as lines for people. */
import type { Language, Text } from '../language.ts';

/** As the node says it, over HTTP or called directly. */
export type Imported =
  | {
      readonly kind: 'pulled';
      readonly origin: string;
      readonly from: number;
      readonly to: number;
      readonly notHere: number;
    }
  | { readonly kind: 'current'; readonly origin: string; readonly size: number }
  | { readonly kind: 'behind'; readonly origin: string; readonly size: number; readonly theirs: number }
  | { readonly kind: 'fork'; readonly origin: string }
  | { readonly kind: 'refused'; readonly origin: string; readonly reason: string; readonly detail: string };

export function isFinding({ kind }: Imported): boolean {
  return kind === 'fork' || kind === 'refused';
}

export function importLines(imported: Imported, directory: string, language: Language): string[] {
  return [textOf(imported, directory)[language]];
}

function textOf(imported: Imported, directory: string): Text {
  const { origin } = imported;
  switch (imported.kind) {
    case 'pulled':
      return {
        es: `${origin}: actos ${imported.from} a ${imported.to - 1} ingresados; declarado que no está aquí: ${imported.notHere}`,
        en: `${origin}: acts ${imported.from} to ${imported.to - 1} taken in; committed, not here: ${imported.notHere}`,
      };
    case 'current':
      return {
        es: `${origin}: nada nuevo, ${imported.size} actos`,
        en: `${origin}: nothing new, ${imported.size} acts`,
      };
    case 'behind':
      return {
        es: `${origin}: el nodo ya tiene ${imported.size} actos, y ${directory} sólo ${imported.theirs}`,
        en: `${origin}: the node has ${imported.size} acts already, and ${directory} only ${imported.theirs}`,
      };
    case 'fork':
      return {
        es: `${origin}: su llave firmó dos cabezas que no pueden ser ambas ciertas. Ambas quedan como prueba, y la copia se detiene.`,
        en: `${origin}: its key signed two heads that cannot both be true. Both are kept as evidence, and the copy stops.`,
      };
    case 'refused':
      return {
        es: `${origin}: no se tomó nada (${imported.reason}): ${imported.detail}`,
        en: `${origin}: nothing was taken (${imported.reason}): ${imported.detail}`,
      };
  }
}
