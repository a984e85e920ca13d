import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import type { Formats } from '../shell/formats.ts';
import { Refusal } from '../shell/parts.tsx';
import type { Session } from '../shell/session.ts';

type Trouble = Problem | 'waits' | null;

interface Sending {
  readonly busy: boolean;
  readonly trouble: Trouble;
  /** True where the node has taken it. */
  send(command: string, input: Readonly<Record<string, unknown>>): Promise<boolean>;
}

export function useSending(session: Session): Sending {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  return {
    busy,
    trouble,
    async send(command, input) {
      setBusy(true);
      setTrouble(null);
      const sent = await session.send(command, input);
      setBusy(false);
      setTrouble(sent.kind === 'refused' ? sent.problem : sent.kind === 'waiting' ? 'waits' : null);
      return sent.kind === 'done';
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
