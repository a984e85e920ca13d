import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { AccountsProps } from './accounts-props.ts';

const MOST_DECIMALS = 6;

/** In which money accounts are kept. Its digits behind the point are said once and for ever. */
export function MoneyForm({ known, session, formats, words, changed }: AccountsProps): JSX.Element {
  const { money } = words;
  const [symbol, setSymbol] = useState('');
  const [title, setTitle] = useState('');
  const [decimals, setDecimals] = useState<number | null>(2);
  const { busy, trouble, send } = useSending(session, changed);
  const named = symbol.trim().toUpperCase();
  const ready =
    !busy &&
    /^[A-Z][A-Z0-9]{1,11}$/.test(named) &&
    title.trim() !== '' &&
    decimals !== null &&
    decimals <= MOST_DECIMALS;
  const name = async (): Promise<void> => {
    if (!(await send('NameCommodity', { symbol: named, title: title.trim(), decimals }))) return;
    setSymbol('');
    setTitle('');
  };
  return (
    <details open={known.commodities.length === 0}>
      <summary>{money.title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void name();
        }}
      >
        <p class="soft">{money.how}</p>
        <TextField id="money-symbol" label={money.symbol} max={12} value={symbol} onChange={setSymbol} />
        <TextField id="money-title" label={money.name} max={60} value={title} onChange={setTitle} />
        <NumberField
          id="money-decimals"
          label={money.decimals}
          hint={money.decimalsHow}
          value={decimals}
          onChange={setDecimals}
        />
        <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
        <Action icon="pen" tone="quiet" submit busy={!ready}>
          {money.send}
        </Action>
      </form>
    </details>
  );
}
