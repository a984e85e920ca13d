import type { ProposalForm } from '@cabildo/core';
import { useEffect, useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { answered, ask, bodyPath } from '../../shell/asking.ts';
import type { Formats, Language } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';

/** What a form chooses out of: the books that the node has, and the state of this one. */
export interface Known {
  readonly books: readonly Book[];
  /** By name, as people call them. */
  readonly offices: Readonly<Record<string, Sentences>>;
  readonly services: readonly string[];
}

interface Book {
  readonly origin: string;
  readonly title: string;
  readonly key: string;
}

interface State {
  readonly statute: {
    readonly rules: {
      readonly essential?: readonly string[];
    };
  } | null;
}

const nothing: Known = { books: [], offices: {}, services: [] };

/** Forms of the body and the language that were asked for last: they change with its statute, and with the node's version. */
let kept: { readonly of: string; readonly forms: readonly ProposalForm[] } | null = null;

type Forms = readonly ProposalForm[] | 'loading' | 'unreachable';

export function useForms({ body }: Session, language: Language): readonly [Forms, () => void] {
  const of = `${bodyPath(body)}/forms/${language}`;
  const [forms, setForms] = useState<Forms>(kept?.of === of ? kept.forms : 'loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (kept?.of === of) return setForms(kept.forms);
    let stale = false;
    void ask<{ readonly forms: readonly ProposalForm[] }>(of).then((reply) => {
      if (reply.kind === 'ok') kept = { of, forms: reply.value.forms };
      if (!stale) setForms(reply.kind === 'ok' ? reply.value.forms : 'unreachable');
    });
    return () => {
      stale = true;
    };
  }, [of, tries]);
  const again = (): void => {
    setForms('loading');
    setTries(tries + 1);
  };
  return [forms, again];
}

export function useKnown(session: Session): Known {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    let stale = false;
    const learn = (part: Partial<Known>): void => {
      if (!stale) setKnown((before) => ({ ...before, ...part }));
    };
    const isStale = (): boolean => stale;
    void answered(() => ask<{ readonly bodies: readonly Book[] }>('/api/bodies'), isStale).then((reply) => {
      if (reply.kind === 'ok') learn({ books: reply.value.bodies });
    });
    void answered(() => session.ask<Pick<Known, 'offices'> & { readonly state: State }>(''), isStale).then((reply) => {
      if (reply.kind === 'ok') {
        const { offices, state } = reply.value;
        learn({ offices, services: state.statute?.rules.essential ?? [] });
      }
    });
    return () => {
      stale = true;
    };
  }, [session]);
  return known;
}

type Said = readonly (readonly [index: string, said: string])[];

/** Acts of those types in the book of `body`, each by its sentence and its day; none while they are asked for. */
export function useActs(body: string, types: string, { language, day }: Formats): Said {
  const [acts, setActs] = useState<Said>([]);
  useEffect(() => {
    let stale = false;
    setActs([]);
    if (body !== '')
      void answered(
        () => ask<ActsInWords>(`${bodyPath(body)}/acts-of/${types}`),
        () => stale,
      ).then((reply) => {
        if (stale || reply.kind !== 'ok') return;
        setActs(
          reply.value.acts.map(({ index, at, sentences }) => [
            String(index),
            `${day(at)} · ${sentences?.[language] ?? index}`,
          ]),
        );
      });
    return () => {
      stale = true;
    };
  }, [body, types, language]);
  return acts;
}

interface ActsInWords {
  readonly acts: readonly { readonly index: number; readonly at: string; readonly sentences: Sentences | null }[];
}
