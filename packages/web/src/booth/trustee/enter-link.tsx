import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from '../../shell/parts.tsx';
import { Camera } from '../camera.tsx';
import { type PlaceLink, readPlaceLink } from '../place-link.ts';
import { Alert } from '../said.tsx';
import type { TrusteeProps } from './trustee-props.ts';

interface EnterLinkProps extends TrusteeProps {
  /** Empty where the page is of no election. */
  readonly election: string;
  readonly enter: (link: PlaceLink) => void;
}

/** The link of a place, pasted or scanned. */
export function EnterLink({ election, enter, words, booth }: EnterLinkProps): JSX.Element {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const take = (said: string): boolean => {
    const link = readPlaceLink(said, 't', election);
    setWrong(link === null);
    if (link !== null) enter(link);
    return link !== null;
  };
  const send = (event: Event): void => {
    event.preventDefault();
    take(text);
  };
  return (
    <form onSubmit={send}>
      <h1>{words.code.title}</h1>
      <p>{words.code.how}</p>
      <label for="link">{words.code.field}</label>
      <input
        id="link"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      {wrong ? <Alert>{words.code.wrong}</Alert> : null}
      <Action icon="next" tone="indigo" submit>
        {words.code.go}
      </Action>
      <Camera booth={booth} tone="quiet" scanned={take} />
    </form>
  );
}
