import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Formats } from '../shell/formats.ts';
import { Later } from '../shell/later.tsx';
import { Icon } from '../shell/parts.tsx';

interface ListenLaterProps {
  readonly body: string;
  readonly motion: number;
  readonly formats: Formats;
}

/** Where there is a recording. In which languages a hall of phones asks only where somebody wants to hear it. */
export function ListenLater(props: ListenLaterProps): JSX.Element {
  const { formats } = props;
  const [asked, setAsked] = useState(false);
  if (asked)
    return <Later load={() => import('./listen.tsx').then((part) => part.Listen)} props={props} formats={formats} />;
  return (
    <button type="button" class="listen" onClick={() => setAsked(true)}>
      <Icon name="sound" />
      <span>{formats.words.recording}</span>
    </button>
  );
}
