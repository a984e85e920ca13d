import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Done, Problem } from '../answers.ts';
import { useStanding } from '../form/standing.ts';
import type { Formats } from '../shell/formats.ts';
import { Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';

type Trouble = Problem | 'waits' | 'in-book' | null;

interface Sending {
  readonly busy: boolean;
  readonly trouble: Trouble;
  /** What the node has done, which is later where there is no network; null if it is refused: then the frame says so. */
  send(command: string, input: Readonly<Record<string, unknown>>): Promise<Done | null>;
}

/**
 * One button's command at a time. `shown` asks for the list anew, and is over once the list says what was done: until then nothing is
 * sent a second time, and it is said that the book has it. Without it whoever sends says it in an own way.
 */
export function useSending(session: Session, shown?: () => Promise<void>): Sending {
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  const isOut = sent?.kind === 'done' && shown !== undefined;
  return {
    busy: busy || isOut || sent?.kind === 'waiting',
    trouble: sent?.kind === 'refused' ? sent.problem : sent?.kind === 'waiting' ? 'waits' : isOut ? 'in-book' : null,
    async send(command, input) {
      setBusy(true);
      setCame(null);
      const answer = await session.send(command, input);
      setBusy(false);
      setCame(answer);
      const taken = answer.kind === 'waiting' ? await answer.later : answer;
      if (taken.kind !== 'done') return null;
      if (shown !== undefined) void shown().then(() => setCame(null));
      return taken.done;
    },
  };
}

/** Beside the button: why not, that it waits, or that the book has it though the list does not show it yet. */
export function TroubleNote({
  trouble,
  waits,
  inBook,
  formats,
}: {
  readonly trouble: Trouble;
  readonly waits: string;
  /** Of what is sent with a list that shows it. */
  readonly inBook?: string;
  readonly formats: Formats;
}): JSX.Element | null {
  if (trouble === null) return null;
  if (typeof trouble === 'object') return <Refusal said={trouble.sentences} formats={formats} />;
  return <p role="status">{trouble === 'waits' ? waits : inBook}</p>;
}
