import { useEffect, useState } from 'preact/hooks';
import type { Live, Step, Steps } from '../live-answer.ts';
import type { Session } from '../shell/session.ts';

/** Hours pass without an act: a second call becomes lawful, a recess ends. */
const ASK_AGAIN_MS = 15_000;

export interface KnownSteps {
  readonly steps: readonly Step[];
  readonly proposed: Step | null;
  readonly state: 'loading' | 'known' | 'unknown';
}

/** What may come next, asked again whenever something of the sitting has changed. */
export function useSteps(session: Session, live: Live): KnownSteps {
  const [known, setKnown] = useState<KnownSteps>({ steps: [], proposed: null, state: 'loading' });
  const [tick, setTick] = useState(0);
  const { sitting } = live;
  const moment = JSON.stringify([live.size, live.door, live.vote]);
  useEffect(() => {
    let stale = false;
    void session.steps(sitting).then((reply) => {
      if (stale) return;
      if (reply.kind === 'ok') setKnown(knownIn(reply.value));
      else setKnown((before) => (before.state === 'known' ? before : { ...before, state: 'unknown' }));
    });
    return () => {
      stale = true;
    };
  }, [session, sitting, moment, tick]);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return known;
}

const knownIn = ({ steps, proposed }: Steps): KnownSteps => ({
  steps,
  proposed: proposed === null ? null : (steps[proposed] ?? null),
  state: 'known',
});

/** Those of that command about that motion, vote or item. */
export const stepsFor = (
  { steps }: KnownSteps,
  commands: string | readonly string[],
  about: Readonly<Record<string, unknown>> = {},
): readonly Step[] =>
  steps.filter(
    ({ command, input }) =>
      (typeof commands === 'string' ? command === commands : commands.includes(command)) &&
      Object.entries(about).every(([name, value]) => input[name] === value),
  );

/** Refused only because somebody else does it. */
export const isOthers = ({ refusal }: Step): boolean => refusal?.code === 'not-allowed';
