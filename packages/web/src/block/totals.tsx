import { cargoName, passagesText } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../booth/tongue.ts';
import { Action } from '../shell/parts.tsx';
import { clearTotals, countName, keptTotals } from './kept.ts';
import type { BlockWords } from './words-es.ts';

interface TotalsProps {
  readonly words: BlockWords;
  readonly language: Language;
}

export function Totals({ words: { totals: words }, language }: TotalsProps): JSX.Element {
  const [totals, setTotals] = useState(keptTotals);
  const clear = (): void => {
    clearTotals();
    setTotals([]);
  };
  return (
    <section class="foot">
      <h2>{words.title}</h2>
      {totals.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.cargo}</th>
                <th scope="col">{words.withPass}</th>
                <th scope="col">{words.without}</th>
              </tr>
            </thead>
            <tbody>
              {totals.map(({ cargo, withPass, without }) => (
                <tr key={cargo}>
                  <th scope="row">{cargoName(cargo, language)}</th>
                  <td>{withPass}</td>
                  <td>{without}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {words.hand} <code>{passagesText({ count: countName(), totals })}</code>
          </p>
          <Action icon="cross" tone="quiet" onClick={clear}>
            {words.clear}
          </Action>
        </>
      )}
      <p class="soft">{words.what}</p>
    </section>
  );
}
