import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BodySummary } from '../../answers.ts';
import { ask } from '../../shell/asking.ts';
import type { Session } from '../../shell/session.ts';

/** What anybody reads of a body, as far as its first steps need it (see /openapi.json). */
export interface BodyAnswer {
  readonly body: string;
  readonly origin: string;
  readonly title: string;
  readonly state: {
    readonly body: {
      readonly kind: 'base' | 'delegate' | 'committee';
      readonly provisionalUntil: string;
      readonly proven: number | null;
      readonly startedAt?: string;
    } | null;
    readonly statute: {
      readonly rules: {
        readonly closing: { readonly offsetMinutes: number };
        readonly founding?: { readonly neighbours: number };
      };
    } | null;
    readonly sittings: Readonly<Record<string, { readonly kind: string }>>;
    /** Approved minutes → sitting. */
    readonly minutes: Readonly<Record<string, number>>;
    readonly sealed: Readonly<Record<string, true>>;
    readonly affiliates: Readonly<Record<string, { readonly title: string; readonly entitlement: number }>>;
    /** Asked to belong to → the act. */
    readonly requests: Readonly<Record<string, number>>;
    readonly foundingsWitnessed: Readonly<Record<string, number>>;
  };
}

/** Null until it is there. */
export function useBody(session: Session): readonly [BodyAnswer | null, () => void] {
  const [body, setBody] = useState<BodyAnswer | null>(null);
  const look = useCallback((): void => {
    void session.ask<BodyAnswer>('').then((reply) => {
      if (reply.kind === 'ok') setBody(reply.value);
    });
  }, [session]);
  useEffect(() => {
    look();
    return session.watch(look);
  }, [session, look]);
  return [body, look];
}

export interface Neighbour extends BodySummary {
  readonly origin: string;
  readonly key: string;
}

/** The other bodies whose books are on this node. */
export function useNeighbours(own: string): readonly Neighbour[] {
  const [all, setAll] = useState<readonly Neighbour[]>([]);
  useEffect(() => {
    void ask<{ readonly bodies: readonly Neighbour[] }>('/api/bodies').then((reply) => {
      if (reply.kind === 'ok') setAll(reply.value.bodies.filter(({ origin }) => origin !== own));
    });
  }, [own]);
  return all;
}
