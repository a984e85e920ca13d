import { useEffect, useState } from 'preact/hooks';
import type { Live, Step, Steps } from '../live-answer.ts';
import type { Session } from '../shell/session.ts';

/** Hours pass without an act: a second call becomes lawful, a recess ends. */
const ASK_AGAIN_MS = 15_000;

/** Trustees and tellers do their part of a secret vote on pages of their own. */
const ASK_SOON_MS = 4_000;

export interface KnownSteps {
  readonly steps: readonly Step[];
  readonly proposed: Step | null;
  readonly state: 'loading' | 'known' | 'unknown';
  /** Asks once more at once. */
  again(): void;
}

/** What may come next, asked again whenever something of the sitting has changed. */
export function useSteps(session: Session, live: Pick<Live, 'sitting' | 'size' | 'door' | 'vote'>): KnownSteps {
  const [known, setKnown] = useState<Known>({ steps: [], proposed: null, state: 'loading' });
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
  const again = (): void => setTick((before) => before + 1);
  const elsewhere = known.steps.some(({ links }) => links.length > 0);
  useEffect(() => {
    const timer = setInterval(again, elsewhere ? ASK_SOON_MS : ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [elsewhere]);
  return { ...known, again };
}

type Known = Omit<KnownSteps, 'again'>;

const knownIn = ({ steps, proposed }: Steps): Known => ({
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
