import type { JSX, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { Small } from '../../form/press.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { AccountField, isAccount } from './account-field.tsx';
import type { AccountsProps } from './accounts-props.ts';
import { amountIn, leftOf, lineOf, type TypedLine } from './lines.ts';
import { ManyLines } from './many-lines.tsx';
import { inBase64, type Receipt, receiptIn } from './receipt.tsx';

/** One amount from one account to another, which is what a treasurer writes most days, or shared out among more of them. */
export function EntryForm({ known, session, formats, words, changed }: AccountsProps): JSX.Element {
  const { entry } = words;
  const file = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(known.today);
  const [said, setSaid] = useState('');
  const first = known.commodities[0]?.symbol ?? '';
  const [lines, setLines] = useState(() => between(first));
  const [many, setMany] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [done, setDone] = useState(false);
  const [asked, setAsked] = useState(false);
  const { busy, trouble, send } = useSending(session, changed);
  const read = lines.flatMap((line) => lineOf(known, line) ?? []);
  const isWhole = read.length === lines.length && leftOf(known, lines).length === 0;
  const differ = many || lines[0]?.account !== lines[1]?.account;
  const ready = isWhole && differ && said.trim() !== '';
  const book = async (): Promise<void> => {
    const proof = receipt?.hash == null ? {} : { receipt: inBase64(receipt.hash) };
    if (!(await send('BookEntry', { day, words: said.trim(), lines: read, ...proof }))) return;
    setSaid('');
    setLines(lines.map((line) => ({ ...line, amount: '' })));
    setReceipt(null);
    if (file.current !== null) file.current.value = '';
    setAsked(false);
    setDone(true);
  };
  const props = { known, words, formats, lines, asked, onChange: setLines };
  return (
    <section class="card" aria-labelledby="entry">
      <h2 id="entry">{entry.title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          setDone(false);
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
        {many ? <ManyLines {...props} /> : <TwoAccounts {...props} />}
        <p>
          <Small
            mark={many ? 'cross' : 'plus'}
            onPress={() => {
              setMany(!many);
              setLines(
                many ? between(first) : [...lines, { ...lines[1], key: 2, account: '', amount: '' } as TypedLine],
              );
            }}
          >
            {many ? words.many.close : words.many.open}
          </Small>
        </p>
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

/** Into one account, out of another: as the book has them. */
const between = (symbol: string): readonly TypedLine[] =>
  [true, false].map((into, key) => ({ key, account: '', into, amount: '', symbol }));

/** One amount, so that the sum is zero by itself. */
function TwoAccounts({
  known,
  words,
  formats,
  lines,
  asked,
  onChange,
}: Parameters<typeof ManyLines>[0]): JSX.Element | null {
  const { entry } = words;
  const [target, source] = lines;
  if (target === undefined || source === undefined) return null;
  const both = (change: Partial<TypedLine>) => onChange(lines.map((line) => ({ ...line, ...change })));
  const one = (key: number) => (account: string) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, account } : line)));
  const money = known.commodities.find(({ symbol }) => symbol === target.symbol) ?? known.commodities[0];
  const wrong = !isAccount(source.account) || !isAccount(target.account) || source.account === target.account;
  const noAmount =
    asked && amountIn(known, target) === null ? entry.noAmount(formats.number(money?.decimals ?? 0)) : null;
  return (
    <>
      <AccountField
        id="entry-from"
        label={entry.from}
        value={source.account}
        onChange={one(source.key)}
        {...{ known, words }}
      />
      <AccountField
        id="entry-to"
        label={entry.to}
        value={target.account}
        onChange={one(target.key)}
        {...{ known, words }}
      />
      {asked && wrong ? (
        <p class="refusal" role="alert">
          {entry.noAccounts}
        </p>
      ) : null}
      <MoneyChoice known={known} words={words} value={target.symbol} onChange={(symbol) => both({ symbol })} />
      <TextField
        id="entry-amount"
        label={entry.amount(money?.symbol ?? '')}
        error={noAmount}
        max={20}
        value={target.amount}
        onChange={(amount) => both({ amount })}
      />
    </>
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
