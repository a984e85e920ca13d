import { amountOf } from '@cabildo/core';
import type { JSX, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { AccountField, isAccount } from './account-field.tsx';
import type { AccountsProps } from './accounts-props.ts';
import { inBase64, type Receipt, receiptIn } from './receipt.tsx';

/** One amount from one account to another: what a treasurer writes most days. The sum is zero by itself. */
export function EntryForm({ known, session, formats, words, changed }: AccountsProps): JSX.Element {
  const { entry } = words;
  const file = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(known.today);
  const [said, setSaid] = useState('');
  const [source, setSource] = useState('');
  const [target, setTarget] = useState('');
  const [typed, setTyped] = useState('');
  const [symbol, setSymbol] = useState(known.commodities[0]?.symbol ?? '');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [done, setDone] = useState(false);
  const [asked, setAsked] = useState(false);
  const { busy, trouble, send } = useSending(session, changed);
  const money = known.commodities.find((one) => one.symbol === symbol) ?? known.commodities[0];
  const read = amountOf(typed, money?.decimals ?? 0);
  const amount = read !== null && read > 0 ? read : null;
  const ready = amount !== null && said.trim() !== '' && isAccount(source) && isAccount(target) && source !== target;
  const book = async (): Promise<void> => {
    setDone(false);
    const commodity = money?.symbol ?? '';
    const lines = [
      { account: target, commodity, amount },
      { account: source, commodity, amount: -(amount ?? 0) },
    ];
    const proof = receipt?.hash == null ? {} : { receipt: inBase64(receipt.hash) };
    if (!(await send('BookEntry', { day, words: said.trim(), lines, ...proof }))) return;
    setSaid('');
    setTyped('');
    setReceipt(null);
    if (file.current !== null) file.current.value = '';
    setAsked(false);
    setDone(true);
  };
  return (
    <section class="card" aria-labelledby="entry">
      <h2 id="entry">{entry.title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (ready && !busy) void book();
        }}
      >
        <TextField id="entry-day" label={entry.day} hint={entry.dayHow} max={10} value={day} onChange={setDay} />
        <TextField
          id="entry-words"
          label={entry.words}
          hint={entry.wordsHow}
          error={asked && said.trim() === '' ? entry.noWords : null}
          max={200}
          value={said}
          onChange={setSaid}
        />
        <AccountField id="entry-from" label={entry.from} value={source} onChange={setSource} {...{ known, words }} />
        <AccountField id="entry-to" label={entry.to} value={target} onChange={setTarget} {...{ known, words }} />
        {asked && (!isAccount(source) || !isAccount(target) || source === target) ? (
          <p class="refusal" role="alert">
            {entry.noAccounts}
          </p>
        ) : null}
        <MoneyChoice known={known} words={words} value={symbol} onChange={setSymbol} />
        <TextField
          id="entry-amount"
          label={entry.amount(money?.symbol ?? '')}
          error={asked && amount === null ? entry.noAmount(formats.number(money?.decimals ?? 0)) : null}
          max={20}
          value={typed}
          onChange={setTyped}
        />
        <ReceiptField words={words} input={file} receipt={receipt} onChange={setReceipt} />
        {done ? (
          <p role="status">{entry.done}</p>
        ) : (
          <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
        )}
        <Action icon="pen" tone="indigo" submit busy={busy}>
          {entry.send}
        </Action>
      </form>
    </section>
  );
}

function MoneyChoice({
  known,
  words,
  value,
  onChange,
}: Pick<AccountsProps, 'known' | 'words'> & {
  readonly value: string;
  readonly onChange: (symbol: string) => void;
}): JSX.Element | null {
  if (known.commodities.length < 2) return null;
  const choices = known.commodities.map((one) => ({ value: one.symbol, words: `${one.title} (${one.symbol})` }));
  return <SelectField id="entry-money" label={words.entry.money} value={value} choices={choices} onChange={onChange} />;
}

function ReceiptField({
  words,
  input,
  receipt,
  onChange,
}: Pick<AccountsProps, 'words'> & {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly receipt: Receipt | null;
  readonly onChange: (receipt: Receipt | null) => void;
}): JSX.Element {
  return (
    <div class="field">
      <label for="entry-receipt">{words.entry.receipt}</label>
      <input
        id="entry-receipt"
        ref={input}
        type="file"
        aria-describedby="entry-receipt-how"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen === undefined) onChange(null);
          else void receiptIn(chosen).then(onChange);
        }}
      />
      <p id="entry-receipt-how" class="soft">
        {receipt !== null && receipt.hash === null ? words.check.tooLarge : words.entry.receiptHow}
      </p>
    </div>
  );
}
