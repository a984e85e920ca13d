import type { JSX } from 'preact';
import { Mark } from '../../form/press.tsx';
import { Qr } from '../../qr/qr.tsx';
import type { Formats } from '../../shell/formats.ts';
import { Action } from '../../shell/parts.tsx';
import type { FirstStepsWords } from './words-es.ts';

export interface PaperCard {
  readonly name: string;
  readonly code: string;
  readonly words: { readonly es: string; readonly en: string };
}

interface Props {
  /** In addresses, and as it is called. */
  readonly body: string;
  readonly title: string;
  readonly cards: readonly PaperCard[];
  readonly words: FirstStepsWords;
  readonly formats: Formats;
  readonly done: () => void;
}

/** Two beside each other on A4, to be cut out: a code to scan, and the seven words for whoever has no camera. */
export function CardSheet({ body, title, cards, words, formats, done }: Props): JSX.Element {
  const addressOf = (code: string): string => `${location.origin}/phone#${new URLSearchParams({ body, card: code })}`;
  return (
    <section class="sheet" aria-labelledby="cards">
      <div class="on-screen">
        <h2 id="cards">{words.cards.title(formats.number(cards.length))}</h2>
        <p class="card ochre">{words.cards.once}</p>
        <button type="button" class="action indigo" onClick={() => print()}>
          <Mark name="print" />
          <span>{words.cards.print}</span>
        </button>
      </div>
      <h1 class="on-paper">{title}</h1>
      <p>{words.cards.how}</p>
      <ul class="cards">
        {cards.map(({ name, code, words: said }) => (
          <li key={code}>
            <strong class="whose">{name}</strong>
            <span class="of">{title}</span>
            <Qr text={addressOf(code)} label={words.cards.codeOf(name)} />
            <span class="seven">
              {said[formats.language]}
              <span class="other" lang={formats.language === 'es' ? 'en' : 'es'}>
                {said[formats.language === 'es' ? 'en' : 'es']}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div class="on-screen">
        <Action icon="check" tone="quiet" onClick={done}>
          {words.cards.done}
        </Action>
      </div>
    </section>
  );
}
