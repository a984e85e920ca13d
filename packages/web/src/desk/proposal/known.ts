import type { ProposalForm } from '@cabildo/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { answered, ask, bodyPath } from '../../shell/asking.ts';
import type { Session } from '../../shell/session.ts';

/** What a form chooses out of: the offices and services of this body. */
export interface Known {
  /** By name, as people call them. */
  readonly offices: Readonly<Record<string, Sentences>>;
  readonly services: readonly string[];
}

interface State {
  readonly statute: {
    readonly rules: {
      readonly essential?: readonly string[];
    };
  } | null;
}

const nothing: Known = { offices: {}, services: [] };

/** Forms of the body and the language that were asked for last: they change with its statute, and with the node's version. */
let kept: { readonly of: string; readonly forms: readonly ProposalForm[] } | null = null;

type Forms = readonly ProposalForm[] | 'loading' | 'unreachable';

export function useForms({ body }: Session, language: string): readonly [Forms, () => void] {
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
    void answered(
      () => session.ask<Pick<Known, 'offices'> & { readonly state: State }>(''),
      () => stale,
    ).then((reply) => {
      if (stale || reply.kind !== 'ok') return;
      const { offices, state } = reply.value;
      setKnown({ offices, services: state.statute?.rules.essential ?? [] });
    });
    return () => {
      stale = true;
    };
  }, [session]);
  return known;
}

/** Tells what the node answers there, and `undefined` as soon as something else is asked, or nothing (`path` null). */
export function useAnswer<T>(path: string | null, tell: (answer: T | undefined) => void): void {
  // What is chosen beside it while the answer is on its way stays chosen.
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    let stale = false;
    latest.current(undefined);
    if (path !== null)
      void answered(
        () => ask<T>(path),
        () => stale,
      ).then((reply) => {
        if (!stale && reply.kind === 'ok') latest.current(reply.value);
      });
    return () => {
      stale = true;
    };
  }, [path]);
}
