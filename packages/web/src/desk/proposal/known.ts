import type { ProposalForm } from '@cabildo/core';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../shell/asking.ts';
import type { Language } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';

/** What a form chooses out of: the books that the node has, and the state of this one. */
export interface Known {
  readonly books: readonly Book[];
  readonly offices: readonly string[];
  readonly services: readonly string[];
  /** Acts by their name, each with what it is about. */
  readonly acts: Readonly<Record<string, readonly (readonly [index: string, said: string])[]>>;
}

interface Book {
  readonly origin: string;
  readonly title: string;
  readonly key: string;
}

interface State {
  readonly statute: {
    readonly rules: {
      readonly offices?: readonly { readonly office: string }[];
      readonly presidium?: { readonly offices: readonly string[] };
      readonly essential?: readonly string[];
    };
  } | null;
  readonly measures: Table<{ readonly what: string; readonly place: string }>;
  readonly resolutions: Table<{ readonly title: string }>;
  readonly demandLists: Table<{ readonly demands: readonly { readonly text: string }[] }>;
}

type Table<T> = Readonly<Record<string, T>>;

const nothing: Known = { books: [], offices: [], services: [], acts: {} };

/** Forms of the last language that was asked for: they change with the node's version alone. */
let kept: { readonly language: Language; readonly forms: readonly ProposalForm[] } | null = null;

type Forms = readonly ProposalForm[] | 'loading' | 'unreachable';

export function useForms(language: Language): readonly [Forms, () => void] {
  const [forms, setForms] = useState<Forms>(kept?.language === language ? kept.forms : 'loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (kept?.language === language) return setForms(kept.forms);
    let stale = false;
    const address = language === 'es' ? '/schema/proposals.es.json' : '/schema/proposals.json';
    void ask<{ readonly forms: readonly ProposalForm[] }>(address).then((reply) => {
      if (reply.kind === 'ok') kept = { language, forms: reply.value.forms };
      if (!stale) setForms(reply.kind === 'ok' ? reply.value.forms : 'unreachable');
    });
    return () => {
      stale = true;
    };
  }, [language, tries]);
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
    void ask<{ readonly bodies: readonly Book[] }>('/api/bodies').then((reply) => {
      if (reply.kind === 'ok') learn({ books: reply.value.bodies });
    });
    void session.ask<{ readonly state: State }>('').then((reply) => {
      if (reply.kind === 'ok') learn(knownOf(reply.value.state));
    });
    return () => {
      stale = true;
    };
  }, [session]);
  return known;
}

function knownOf(state: State): Omit<Known, 'books'> {
  const { offices = [], presidium, essential = [] } = state.statute?.rules ?? {};
  const of = <T>(table: Table<T>, said: (one: T, key: string) => string) =>
    Object.entries(table)
      .map(([key, one]) => [key, said(one, key)] as const)
      .reverse();
  return {
    offices: [...offices.map(({ office }) => office), ...(presidium?.offices ?? [])],
    services: essential,
    acts: {
      MeasureDeclared: of(state.measures, ({ what, place: where }) => `${what} · ${where}`),
      ResolutionAdopted: of(state.resolutions, ({ title }) => title),
      DemandListAdopted: of(state.demandLists, ({ demands }) => demands[0]?.text ?? ''),
    },
  };
}
