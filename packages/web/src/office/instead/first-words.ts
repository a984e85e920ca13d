import type { FirstWords } from '../../shell/words-at-first.ts';

type Said = Pick<FirstWords, 'shell' | 'manner'>;

const loads = {
  es: (): Promise<Said> => import('./first-es.ts'),
  en: (): Promise<Said> => import('./first-en.ts'),
} as const;

const known = new Map<string, Said>();

/** Of `es`, `en`, or a language that was added to the node. */
export async function loadFirstWords(tag: string): Promise<void> {
  if (!known.has(tag))
    known.set(
      tag,
      tag === 'es' || tag === 'en'
        ? await loads[tag]()
        : await import('../../added/added.tsx').then((part) => part.added(tag, loads.es())),
    );
}

/** Of a language that is loaded; of one that could not be, Spanish. The member's own page is not of the office. */
export const firstWords = (tag: string): Said => (known.get(tag) ?? known.get('es')) as Said;
