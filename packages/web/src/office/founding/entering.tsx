import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action, Badge } from '../../shell/parts.tsx';
import type { Founded } from './found.ts';
import type { FoundingProps } from './founding-props.ts';
import { forgetInvitation } from './invitation.ts';

/** The founder is signed in with the card that the founding has made; where that fails the card is shown, to be written down. */
export function Entering({
  shell,
  words,
  formats,
  founded,
}: FoundingProps & { readonly founded: Founded }): JSX.Element {
  const { body, card } = founded;
  const [failed, setFailed] = useState(false);
  const enter = async (): Promise<void> => {
    setFailed(false);
    await shell.signIn(body, card.code);
    if (!shell.state.people.some((person) => person.body === body)) return setFailed(true);
    forgetInvitation();
    shell.go({ area: 'first-steps', body });
  };
  useEffect(() => {
    void enter();
  }, []);
  return (
    <>
      <p role="status">
        <Badge tone="green" icon="check">
          {words.founded}
        </Badge>
      </p>
      {failed ? (
        <div class="card ochre">
          <p>{words.card}</p>
          <p>
            <strong>{card.words[formats.language]}</strong>
          </p>
          <Action icon="card" tone="indigo" onClick={() => void enter()}>
            {formats.words.signIn.go}
          </Action>
        </div>
      ) : (
        <p class="soft">{formats.words.loading}</p>
      )}
    </>
  );
}
