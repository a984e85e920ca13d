import type { ComponentChildren, JSX } from 'preact';
import { useWords } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';
import { StandingMark, type StandingNow } from '../choosing/standing-mark.tsx';
import { choosingWords } from '../choosing/words.ts';

interface Props {
  readonly named: { readonly origin: string; readonly title: string; readonly standing: StandingNow | null };
  readonly formats: Formats;
  readonly children?: ComponentChildren;
}

/** A body by its name, with how it stands and what is done about it. */
export function NamedLine({ named: { origin, title, standing }, formats, children }: Props): JSX.Element {
  const words = useWords(choosingWords, formats);
  return (
    <li>
      <a class="plain" href={`/b/${encodeURIComponent(origin)}`}>
        {title}
      </a>{' '}
      {words === null ? null : <StandingMark standing={standing} words={words} formats={formats} links />} {children}
    </li>
  );
}
