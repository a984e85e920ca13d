import type { JSX } from 'preact';
import { SelectField, TextField } from '../../form/fields.tsx';
import { Small } from '../../form/press.tsx';
import { AccountField, isAccount } from './account-field.tsx';
import { type AccountsProps, moneySaid } from './accounts-props.ts';
import { amountIn, leftOf, mostLines, type TypedLine } from './lines.ts';

interface LinesProps extends Pick<AccountsProps, 'known' | 'words' | 'formats'> {
  readonly lines: readonly TypedLine[];
  /** It was tried to book it: what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (lines: readonly TypedLine[]) => void;
}

/** An entry between more than two accounts, with its sum beside it: it is booked once that is zero. */
export function ManyLines(props: LinesProps): JSX.Element {
  const { lines, known, words, formats, onChange } = props;
  const { many } = words;
  const last = lines.at(-1);
  const add = (): void => {
    const key = Math.max(...lines.map((line) => line.key)) + 1;
    onChange([...lines, { key, account: '', into: false, amount: '', symbol: last?.symbol ?? '' }]);
  };
  return (
    <>
      {lines.map((line, place) => (
        <OneLine
          key={line.key}
          {...props}
          line={line}
          place={place}
          changed={(change) => onChange(lines.map((one) => (one.key === line.key ? { ...one, ...change } : one)))}
        />
      ))}
      {lines.length < mostLines ? (
        <p>
          <Small mark="plus" onPress={add}>
            {many.add}
          </Small>
        </p>
      ) : (
        <p class="soft">{many.full(formats.number(mostLines))}</p>
      )}
      <SumOfLines lines={lines} known={known} words={words} formats={formats} />
    </>
  );
}

/** Said as it is written, to whoever hears the page as well. */
function SumOfLines({ lines, known, words, formats }: Omit<LinesProps, 'asked' | 'onChange'>): JSX.Element {
  const { many } = words;
  const left = leftOf(known, lines);
  const said = left.map(({ commodity, sum }) => {
    const amount = moneySaid(known, Math.abs(sum), commodity, formats);
    return sum > 0 ? many.tooMuchIn(amount) : many.tooMuchOut(amount);
  });
  const isEmpty = lines.every((line) => amountIn(known, line) === null);
  return (
    <p id="entry-sum" role="status">
      <strong>{isEmpty ? many.empty : said.length === 0 ? many.balanced : said.join(' ')}</strong>
    </p>
  );
}

interface OneProps extends LinesProps {
  readonly line: TypedLine;
  readonly place: number;
  readonly changed: (change: Partial<TypedLine>) => void;
}

function OneLine({ line, place, lines, known, words, formats, asked, onChange, changed }: OneProps): JSX.Element {
  const { many, entry } = words;
  const id = `entry-line-${line.key}`;
  const name = many.line(formats.number(place + 1));
  const money = known.commodities.find(({ symbol }) => symbol === line.symbol) ?? known.commodities[0];
  const amountError =
    asked && amountIn(known, line) === null ? entry.noAmount(formats.number(money?.decimals ?? 0)) : null;
  return (
    <fieldset class="card">
      <legend>
        <strong>{name}</strong>
      </legend>
      <AccountField
        id={`${id}-account`}
        label={many.account}
        value={line.account}
        onChange={(account) => changed({ account })}
        {...{ known, words }}
      />
      {asked && !isAccount(line.account) ? (
        <p class="refusal" role="alert">
          {many.noAccount}
        </p>
      ) : null}
      <SelectField
        id={`${id}-way`}
        label={many.way}
        value={line.into ? 'into' : 'out'}
        choices={[
          { value: 'into', words: many.into },
          { value: 'out', words: many.out },
        ]}
        onChange={(way) => changed({ into: way === 'into' })}
      />
      {known.commodities.length < 2 ? null : (
        <SelectField
          id={`${id}-money`}
          label={entry.money}
          value={money?.symbol ?? ''}
          choices={known.commodities.map((one) => ({ value: one.symbol, words: `${one.title} (${one.symbol})` }))}
          onChange={(symbol) => changed({ symbol })}
        />
      )}
      <TextField
        id={`${id}-amount`}
        label={entry.amount(money?.symbol ?? '')}
        error={amountError}
        max={20}
        value={line.amount}
        onChange={(amount) => changed({ amount })}
      />
      {lines.length > 2 ? (
        <p>
          <Small mark="cross" onPress={() => onChange(lines.filter(({ key }) => key !== line.key))}>
            {many.remove(name)}
          </Small>
        </p>
      ) : null}
    </fieldset>
  );
}
