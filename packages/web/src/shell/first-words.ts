import type { FirstWords } from './words-at-first.ts';

const loads = {
  es: () => import('./first-es.ts'),
  en: () => import('./first-en.ts'),
} as const;

const known = new Map<string, FirstWords>();

const builtIn = async (language: keyof typeof loads): Promise<FirstWords> => (await loads[language]()).firstWords;

/** Of `es`, `en`, or a language that was added to the node. */
export async function loadFirstWords(tag: string): Promise<void> {
  if (!known.has(tag))
    known.set(
      tag,
      await (tag === 'es' || tag === 'en'
        ? builtIn(tag)
        : import('../added/added.tsx').then((part) => part.added(tag, builtIn('es')))),
    );
}

/** Of a language that is loaded; of one that could not be, Spanish. */
export const firstWords = (tag: string): FirstWords => (known.get(tag) ?? known.get('es')) as FirstWords;
