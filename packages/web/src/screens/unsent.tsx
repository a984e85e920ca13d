import type { JSX } from 'preact';
import type { ScreenProps } from '../screen-props.ts';
import { Action, Icon } from './parts.tsx';

/** A vote that is not known to have arrived is not counted, whatever the phone remembers. */
export function Unsent({ phone, state, formats: { words } }: ScreenProps): JSX.Element {
  const choice = state.unsent?.choice;
  return (
    <div class="unsent" role="alert">
      <Icon name="offline" />
      <h1>{words.unsent.title}</h1>
      <p>{words.unsent.how}</p>
      {choice === undefined ? null : <p>{words.vote.youPressed(words.vote[choice])}</p>}
      <Action icon="card" tone="quiet" onClick={() => void phone.retry()}>
        {words.unsent.retry}
      </Action>
    </div>
  );
}
