import type { JSX } from 'preact';
import type { Choice } from '../answers.ts';
import { ReadAloud } from '../read-aloud/read-aloud.tsx';
import { Action, Icon } from '../shell/parts.tsx';
import { isWaitingVote, type ScreenProps } from './screen-props.ts';

/** A vote that is not known to have arrived is not counted, whatever the phone remembers. */
export function Unsent({ session, mine, words, formats }: ScreenProps): JSX.Element {
  const entry = mine.entries.find(isWaitingVote);
  const choice = entry?.input.choice as Choice | undefined;
  return (
    <div class="unsent" role="alert">
      <Icon name="offline" />
      <h1>{words.unsent.title}</h1>
      <p>{words.unsent.how}</p>
      <ReadAloud pieces={[words.unsent.title]} formats={formats} />
      {entry === undefined || choice === undefined ? null : (
        <p>{words.unsent.pressed(words.vote[choice], formats.hour(entry.madeAt))}</p>
      )}
      {session.lasting ? null : <p>{words.unsent.notKept}</p>}
      <Action icon="card" tone="quiet" onClick={() => session.wake()}>
        {words.unsent.retry}
      </Action>
    </div>
  );
}
