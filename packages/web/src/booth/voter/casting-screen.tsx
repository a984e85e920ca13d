import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action, Icon } from '../../shell/parts.tsx';
import { type Cast, cast } from './casting.ts';
import type { Encrypted } from './encrypt.ts';
import type { VoterProps } from './voter-props.ts';

interface CastingProps extends VoterProps {
  readonly made: Encrypted;
  readonly taken: () => void;
  /** To the halves. */
  readonly back: () => void;
}

/** Until the box has answered it is not counted, and the screen says nothing else. */
export function Casting({ made, taken, back, words, node, tongue }: CastingProps): JSX.Element {
  const [state, setState] = useState<Cast | null>(null);
  const [hurry] = useState(() => new EventTarget());
  useEffect(() => {
    const ending = new AbortController();
    const tell = (now: Cast): void => {
      if (now.kind === 'taken') taken();
      else setState(now);
    };
    void cast(node, made, { signal: ending.signal, tell, hurry });
    return () => ending.abort();
  }, []);
  if (state?.kind === 'refused')
    return (
      <>
        <h1>{words.refused.title}</h1>
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{state.refused.sentences?.[tongue.language] ?? words.refused.unknown}</span>
        </p>
        {state.refused.code === 'ballot-not-valid' ? <p>{words.refused.unknown}</p> : null}
        <Action icon="back" tone="indigo" onClick={back}>
          {words.refused.halves}
        </Action>
      </>
    );
  return (
    <section class="unsent" role="status">
      <Icon name={state === null ? 'clock' : 'offline'} />
      <h1>{words.sending.title}</h1>
      <p>{state === null ? words.sending.first : words.sending.how}</p>
      {state === null ? null : (
        <>
          <p>{words.sending.hand}</p>
          <Action icon="back" tone="quiet" onClick={() => hurry.dispatchEvent(new Event('now'))}>
            {words.sending.again}
          </Action>
        </>
      )}
    </section>
  );
}
