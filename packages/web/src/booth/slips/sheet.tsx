import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Qr } from '../../qr/qr.tsx';
import { halfSlipAddress } from '../half-slip.ts';
import { halfWords } from '../half-words.ts';
import { type WordList, wordList } from '../tracker.ts';
import { outsideCode } from './slip-numbers.ts';
import type { SlipsProps } from './slips-props.ts';
import './slips.css';

interface SheetProps extends SlipsProps {
  readonly texts: readonly string[];
}

/** On paper alone: strips of three, with the number outside, the secret half inside, and a flap that is folded over it. */
export function Sheet({ texts, words, status, link, tongue }: SheetProps): JSX.Element {
  const { election, title } = status;
  const teller = link.place;
  const [list, setList] = useState<WordList | null>(null);
  useEffect(() => {
    // Where the list does not come the characters say the same.
    wordList(tongue.language).then(setList, () => setList(null));
  }, [tongue.language]);
  return (
    <div class="strips">
      {texts.map((text, at) => {
        const number = at + 1;
        return (
          <section key={text} class="strip">
            <div class="strip-outside">
              <p>{words.sheet.slip}</p>
              <p class="strip-number">{number}</p>
              <p>{words.sheet.half(tongue.number(teller))}</p>
              <Qr text={outsideCode(election, number)} label={words.sheet.outside} />
              <p class="strip-title">{title}</p>
            </div>
            <div class="strip-inside">
              <Qr text={halfSlipAddress(election, { text, teller, number })} label={words.sheet.inside} />
              <p class="code-text">{text}</p>
              {list === null ? null : <p class="half-words">{halfWords(text, list).join(' ')}</p>}
              <p>{words.sheet.join}</p>
            </div>
            <div class="strip-flap">
              <p>
                <strong>{words.sheet.flap}</strong>
              </p>
              <p>{words.sheet.open}</p>
              <p class="code-text">
                {location.host}/ballot/v/{election}
              </p>
            </div>
          </section>
        );
      })}
    </div>
  );
}
