import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from '../../shell/parts.tsx';
import { Camera } from '../camera.tsx';
import { Alert, FileButton } from '../said.tsx';
import { type KeyPlace, readKey } from './key-paper.ts';
import { MOST_OF_MESSAGE, textOf } from './read-file.ts';
import type { TrusteeProps } from './trustee-props.ts';

interface SecretInProps extends TrusteeProps {
  readonly place: KeyPlace;
  /** Null where the key is good; else what is said. */
  readonly take: (secret: string) => string | null;
}

/** The trustee's key from its file, its paper or by hand. */
export function SecretIn({ place, take, words, booth }: SecretInProps): JSX.Element {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState('');
  const read = (said: string): boolean => {
    const found = readKey(said, place);
    const why = found.ok ? take(found.secret) : found.why === 'wrong' ? words.secret.wrong : words.secret.other;
    setTrouble(why);
    return why === null;
  };
  const open = async (file: File): Promise<void> => {
    const said = await textOf(file, MOST_OF_MESSAGE);
    if (said === null) setTrouble(words.tooLarge);
    else read(said);
  };
  const send = (event: Event): void => {
    event.preventDefault();
    read(text);
  };
  return (
    <>
      {trouble === null ? null : <Alert>{trouble}</Alert>}
      <FileButton label={words.secret.file} accept=".json,application/json" taken={(file) => void open(file)} />
      <Camera booth={booth} tone="quiet" scanned={read} />
      {typing ? (
        <form onSubmit={send}>
          <label for="secret">{words.secret.field}</label>
          <input
            id="secret"
            class="typed-code"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            autocomplete="off"
            autocapitalize="none"
            autocorrect="off"
            spellcheck={false}
          />
          <Action icon="check" tone="indigo" submit>
            {words.secret.use}
          </Action>
        </form>
      ) : (
        <Action icon="pen" tone="quiet" onClick={() => setTyping(true)}>
          {words.secret.type}
        </Action>
      )}
    </>
  );
}
