import './changes.css';
import type { JSX } from 'preact';
import { laidOver } from '../form/words-later.ts';
import type { Formats } from '../shell/formats.ts';
import { around, wordChanges } from './word-changes.ts';
import { changesWords } from './words.ts';

interface ChangedTextProps {
  readonly before: string;
  readonly after: string;
  readonly formats: Pick<Formats, 'language' | 'over'>;
  /** So many words around each change; absent: the whole text. */
  readonly near?: number;
}

/** A text with what becomes of it: struck out with a minus, underlined with a plus; said in words to whoever listens. */
export function ChangedText({ before, after, near, formats }: ChangedTextProps): JSX.Element {
  const said = laidOver(changesWords[formats.language], 'phone.changes', formats);
  const [out, put] = said.legend;
  const whole = wordChanges(before, after);
  const shown = near === undefined ? whole : around(whole, near);
  return (
    <>
      <p class="soft changes-legend" aria-hidden="true">
        <span class="out">− {out}</span> <span class="put">+ {put}</span>
      </p>
      <p class="text changed">
        {shown.map(({ kind, text }, i) =>
          kind === 'same' ? (
            <span key={i}>{text}</span>
          ) : (
            <span key={i}>
              {text.startsWith('\n') ? '\n' : ' '}
              {kind === 'out' ? (
                <del>
                  <Change sign="−" said={said.out} text={text} end={said.end} />
                </del>
              ) : (
                <ins>
                  <Change sign="+" said={said.in} text={text} end={said.end} />
                </ins>
              )}
            </span>
          ),
        )}
      </p>
    </>
  );
}

interface ChangeProps {
  readonly sign: string;
  readonly said: string;
  readonly text: string;
  readonly end: string;
}

const Change = ({ sign, said, text, end }: ChangeProps): JSX.Element => (
  <>
    <span class="sign" aria-hidden="true">
      {sign}
    </span>
    <span class="unseen"> {said} </span>
    {text.trim()}
    <span class="unseen"> {end} </span>
  </>
);
