import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../answers.ts';
import type { Reply } from '../../shell/asking.ts';
import type { Formats } from '../../shell/formats.ts';
import type { DraftRead, DraftStatute, Fault } from './draft-answer.ts';
import type { Imagined } from './trial-card.tsx';

/** Asks the node about a draft: the rules that read, check and try it are the node's own. */
export type AskNode = (question: {
  readonly statute: DraftStatute;
  readonly language: Formats['language'];
  readonly imagined?: Imagined;
}) => Promise<Reply<DraftRead>>;

export interface Reading {
  /** As last read; what has been typed since may not be in it. */
  readonly read: DraftRead | null;
  readonly fault: Fault | null;
  readonly state: 'reading' | 'read' | 'unreachable' | 'too-large';
}

/** Where it is no statute, and what belongs there. */
export const faultIn = (problem: Problem): Fault | null =>
  problem.code === 'not-a-statute' ? (problem as Problem & { readonly detail: Fault }).detail : null;

/** Between two keys of one who types. */
const PAUSE_MS = 250;
/** Without a network it is tried again. */
const AGAIN_MS = 5_000;

/** Read anew whenever the draft or the imagined vote has changed. */
export function useReading(
  ask: AskNode,
  statute: DraftStatute | null,
  imagined: Imagined | null,
  language: Formats['language'],
): Reading {
  const [reading, setReading] = useState<Reading>({ read: null, fault: null, state: 'reading' });
  useEffect(() => {
    if (statute === null) return;
    let stale = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const reply = await ask({ statute, language, ...(imagined === null ? {} : { imagined }) });
      if (stale) return;
      if (reply.kind === 'ok') return setReading({ read: reply.value, fault: null, state: 'read' });
      if (reply.kind === 'problem') {
        const fault = faultIn(reply.problem);
        return setReading((before) => ({ ...before, fault, state: fault === null ? 'too-large' : 'read' }));
      }
      setReading((before) => ({ ...before, state: 'unreachable' }));
      timer = setTimeout(() => void look(), AGAIN_MS);
    };
    setReading((before) => ({ ...before, state: 'reading' }));
    timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [ask, statute, imagined, language]);
  return reading;
}
