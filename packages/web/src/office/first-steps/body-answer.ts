import { useCallback, useEffect } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import { useSession } from '../../shell/watching.ts';
import type { StandingNow } from '../choosing/standing-mark.tsx';
import { useListed } from '../listed.ts';

/** A body whose book says something of this one, or of which this one's says something. */
export interface Named {
  readonly origin: string;
  readonly title: string;
  /** Null where its book is not here. */
  readonly key: string | null;
  readonly standing: StandingNow | null;
  readonly act: number;
  readonly sealed: boolean;
}

/** How far a body is, as anybody reads it (see /openapi.json, `FirstSteps`). */
export interface FirstStepsAnswer {
  readonly body: string;
  readonly origin: string;
  readonly title: string;
  readonly standing: StandingNow | null;
  readonly kind: 'base' | 'delegate' | 'committee' | null;
  readonly started: boolean;
  readonly neighbours: number | null;
  readonly noticeHours: number;
  readonly offsetMinutes: number;
  readonly convened: readonly number[];
  readonly minutes: { readonly act: number; readonly sealed: boolean } | null;
  readonly territory: number | null;
  readonly witnessed: readonly Named[];
  readonly witnessedBy: readonly Named[];
  readonly asked: readonly (Named & { readonly admitted: boolean })[];
  readonly askedBy: readonly Named[];
  readonly affiliates: number;
  readonly sittings: readonly OpenSitting[];
}

export interface OpenSitting {
  readonly sitting: number;
  readonly place: string;
  readonly startsAt: string;
  readonly opened: boolean;
  readonly affiliation: readonly { readonly item: number; readonly textHash: string | null }[];
}

/** Null until it is there; looked at again with each act of the book, and when somebody comes back to it: others write elsewhere. */
export function useFirstSteps(session: Session): readonly [FirstStepsAnswer | null, () => Promise<void>] {
  const size = useSession(session).me?.size;
  const look = useCallback(async () => {
    const reply = await session.ask<FirstStepsAnswer>('/first-steps');
    return reply.kind === 'ok' ? reply.value : null;
  }, [session]);
  const [body, ask] = useListed(look);
  useEffect(() => void ask(), [ask, size]);
  useEffect(() => {
    const back = (): void => void ask();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, [ask]);
  return [body, ask];
}
