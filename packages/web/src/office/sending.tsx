import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Done, Problem } from '../answers.ts';
import { useStanding } from '../form/standing.ts';
import type { Formats } from '../shell/formats.ts';
import { Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';

type Trouble = Problem | 'waits' | null;

interface Sending {
  readonly busy: boolean;
  readonly trouble: Trouble;
  /** What the node has done, which is later where there is no network; null if it is refused: then the frame says so. */
  send(command: string, input: Readonly<Record<string, unknown>>): Promise<Done | null>;
}

export function useSending(session: Session): Sending {
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  return {
    busy: busy || sent?.kind === 'waiting',
    trouble: sent?.kind === 'refused' ? sent.problem : sent?.kind === 'waiting' ? 'waits' : null,
    async send(command, input) {
      setBusy(true);
      setCame(null);
      const answer = await session.send(command, input);
      setBusy(false);
      setCame(answer);
      const taken = answer.kind === 'waiting' ? await answer.later : answer;
      return taken.kind === 'done' ? taken.done : null;
    },
  };
}

/** Beside the button: why not, or that it waits. */
export function TroubleNote({
  trouble,
  waits,
  formats,
}: {
  readonly trouble: Trouble;
  readonly waits: string;
  readonly formats: Formats;
}): JSX.Element | null {
  if (trouble === null) return null;
  if (trouble !== 'waits') return <Refusal said={trouble.sentences} formats={formats} />;
  return <p role="status">{waits}</p>;
}
