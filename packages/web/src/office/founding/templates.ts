import type { Section, Statute } from '@cabildo/core';
import { useEffect, useState } from 'preact/hooks';
import { ask, type Reply } from '../../shell/asking.ts';
import type { Language } from '../../shell/formats.ts';

/** A statute to begin with, as the node has it (`/schema/statute-form.json`). */
export interface Template {
  readonly name: string;
  readonly kind: 'base' | 'delegate';
  readonly title: string;
  readonly statute: Statute;
}

interface Read {
  readonly sections: readonly Section[];
  readonly problems: readonly { readonly says: string }[];
}

/** Null while it is asked for. */
function useReply<T>(load: () => Promise<Reply<T>>, on: readonly unknown[]): Reply<T> | null {
  const [reply, setReply] = useState<Reply<T> | null>(null);
  useEffect(() => {
    let stale = false;
    setReply(null);
    void load().then((found) => {
      if (!stale) setReply(found);
    });
    return () => {
      stale = true;
    };
  }, on);
  return reply;
}

export const useTemplates = (
  language: Language,
  tries: number,
): Reply<{ readonly templates: readonly Template[] }> | null =>
  useReply(() => ask(`/schema/statute-form.${language === 'en' ? '' : 'es.'}json`), [language, tries]);

/** In words, and with what contradicts itself: the rules that read it are the node's. */
export const useReading = (statute: unknown, kind: Template['kind'], language: Language): Reply<Read> | null =>
  useReply(
    () => ask('/api/statutes/trial', { body: { statute, kind, language } }),
    [JSON.stringify(statute), kind, language],
  );
