import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Badge } from '../../shell/parts.tsx';
import { wordList, wordsFor } from '../tracker.ts';
import { ownKeyHash, type TrusteeStep } from './ceremony-work.ts';
import type { SeatProps } from './trustee-props.ts';

/** Who has taken this step. */
export function Others({ step, words, tongue, board, seat }: SeatProps & { readonly step: TrusteeStep }): JSX.Element {
  const done = new Set(board.messages.filter((one) => one.step === step).map((one) => one.seat));
  return (
    <section class="card">
      <h2>{words.others}</h2>
      <ul class="seats">
        {board.status.trustees.map((one) => (
          <li key={one.seat}>
            <span class={one.seat === seat ? 'own' : ''}>{words.seat(tongue.number(one.seat))}</span>
            <Badge tone={done.has(one.seat) ? 'green' : 'ochre'} icon={done.has(one.seat) ? 'check' : 'clock'}>
              {done.has(one.seat) ? words.did : words.waits}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

const WORDS = 8;

/** What the presidium names in the book, to be read aloud. */
export function Fingerprint({ words, tongue, board, seat }: SeatProps): JSX.Element | null {
  const hash = ownKeyHash(board, seat);
  const [said, setSaid] = useState<readonly string[]>([]);
  const written = hash === null ? '' : btoa(String.fromCharCode(...hash));
  useEffect(() => {
    if (hash === null) return;
    wordList(tongue.language).then(
      (list) => setSaid(wordsFor(hash, WORDS, list)),
      () => setSaid([]),
    );
  }, [written, tongue.language]);
  if (hash === null) return null;
  const list = board.status.trustees.find((one) => one.seat === seat)?.list;
  return (
    <section class="card">
      <h2>{words.fingerprint.title}</h2>
      <p class="tracker-words">{said.join(' ')}</p>
      <p class="code-text">{written}</p>
      <p class="soft">{list === undefined ? words.fingerprint.how : words.fingerprint.named(list)}</p>
    </section>
  );
}

export function Result({ words, tongue, board }: SeatProps): JSX.Element {
  const { result, questions, rows, names } = board.status;
  return (
    <>
      <h1>{words.opened.title}</h1>
      {result === null ? (
        questions.map(({ question, answers }, at) => (
          <section key={question} class="card">
            <h2>{question}</h2>
            <dl class="facts">
              {[words.opened.abstain, ...answers].map((answer, place) => (
                <div key={answer}>
                  <dt>{[answer, names?.[at]?.[place - 1] ?? []].flat().join(' · ')}</dt>
                  <dd>{tongue.number(rows?.[at]?.[place] ?? 0)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))
      ) : (
        <dl class="card facts">
          {(['yes', 'no', 'abstain'] as const).map((name) => (
            <div key={name}>
              <dt>{words.opened[name]}</dt>
              <dd>{tongue.number(result[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{words.opened.how}</p>
    </>
  );
}
