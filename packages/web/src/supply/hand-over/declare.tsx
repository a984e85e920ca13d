import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HourField, NumberField, SelectField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { myPlaces } from './give.tsx';
import { calledIn, type PartProps } from './parts.ts';
import type { KnownBook } from './types.ts';

interface DeclareProps extends PartProps {
  readonly book: KnownBook;
  readonly back: () => void;
}

/** As the phone's clock and calendar have it: a week from now. */
function inAWeek(): string {
  const local = new Date(Date.now() + 7 * 86_400_000 - new Date().getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** A site says itself what it needs: signed with the key of its own phone, with or without a network. */
export function Declare(props: DeclareProps): JSX.Element {
  const { phone, state, book, words, formats, back } = props;
  const sites = myPlaces(state, book).filter(({ kind }) => kind !== 'vehicle');
  const [chosen, setChosen] = useState<string | null>(null);
  const [item, setItem] = useState(String(book.registers.items[0]?.item ?? ''));
  const [quantity, setQuantity] = useState<number | null>(null);
  const [until, setUntil] = useState(inAWeek);
  const site = chosen ?? String(sites[0]?.place ?? '');
  const last = new Date(until);
  const [tried, setTried] = useState(false);
  const none = quantity === null || quantity === 0;
  const past = !(last.getTime() > Date.now());
  const declare = async (): Promise<void> => {
    setTried(true);
    if (none || past) return;
    const need = { site: Number(site), item: Number(item), quantity, until: `${last.toISOString().slice(0, 19)}Z` };
    if (await phone.declare(need)) back();
  };
  const { place } = calledIn(book.registers);
  return (
    <>
      <h1>{words.declare.title}</h1>
      <p class="soft">{words.declare.how}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void declare();
        }}
      >
        {sites.length === 1 ? (
          <p>
            <strong>{place(Number(site))}</strong>
          </p>
        ) : (
          <SelectField
            id="need-site"
            label={words.declare.site}
            value={site}
            choices={sites.map((one) => ({ value: String(one.place), words: one.title }))}
            onChange={setChosen}
          />
        )}
        <SelectField
          id="need-item"
          label={words.declare.item}
          value={item}
          choices={book.registers.items.map((one) => ({
            value: String(one.item),
            words: `${one.title} (${one.unit})`,
          }))}
          onChange={setItem}
        />
        <NumberField
          id="need-quantity"
          label={words.declare.quantity}
          value={quantity}
          error={tried && none ? words.declare.none : null}
          onChange={setQuantity}
        />
        <HourField
          id="need-until"
          label={words.declare.until}
          value={until}
          error={tried && past ? words.declare.past : null}
          onChange={setUntil}
        />
        <Action icon="pen" tone="indigo" submit>
          {words.declare.sign}
        </Action>
      </form>
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}
