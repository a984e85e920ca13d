import { type Cargo, cargoes } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField, TextField } from '../../form/fields.tsx';
import { Press, Small } from '../../form/press.tsx';
import { cargoSaid } from './cargo-said.ts';
import { type Counted, linesIn, withCounted } from './counted.ts';
import type { PassProps } from './pass-props.ts';

interface CountedFieldsProps extends PassProps {
  readonly counted: readonly Counted[];
  readonly keep: (counted: readonly Counted[]) => Promise<void>;
}

/** What is added up: lines that phones show, and numbers of whoever counted on paper. */
export function CountedFields(props: CountedFieldsProps): JSX.Element {
  const { counted, keep, formats, words } = props;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const found = linesIn(text, words.counted);
    if (typeof found === 'string') return setWrong(found);
    setWrong(null);
    setText('');
    await keep(found.reduce(withCounted, counted));
  };
  return (
    <>
      <TextField
        id="passed-lines"
        label={words.counted.lines}
        hint={words.counted.linesHow}
        rows={3}
        max={4_000}
        value={text}
        error={wrong}
        onChange={setText}
      />
      <Press mark="plus" off={text.trim() === ''} onPress={() => void add()}>
        {words.counted.add}
      </Press>
      <ByHand {...props} />
      <ul>
        {counted.map((one) => (
          <li key={one.count} data-count={one.count}>
            <span>
              {one.byHand ? words.counted.byHandOne : words.counted.phone(one.count)}:{' '}
              {one.totals
                .map(({ cargo, withPass, without }) =>
                  words.counted.total(cargoSaid(cargo, formats), formats.number(withPass), formats.number(without)),
                )
                .join(' · ')}
            </span>{' '}
            <Small mark="trash" onPress={() => void keep(counted.filter(({ count }) => count !== one.count))}>
              {words.counted.drop}
            </Small>
          </li>
        ))}
      </ul>
    </>
  );
}

function ByHand({ counted, keep, formats, words: { counted: words } }: CountedFieldsProps): JSX.Element {
  const [cargo, setCargo] = useState<Cargo>('patients');
  const [withPass, setWithPass] = useState<number | null>(null);
  const [without, setWithout] = useState<number | null>(null);
  const add = async (): Promise<void> => {
    const total = { cargo, withPass: withPass ?? 0, without: without ?? 0 };
    setWithPass(null);
    setWithout(null);
    // By cargo: what is typed once more is what holds.
    await keep(withCounted(counted, { count: cargo, byHand: true, totals: [total] }));
  };
  return (
    <details>
      <summary>{words.byHand}</summary>
      <SelectField
        id="passed-cargo"
        label={words.carried}
        value={cargo}
        choices={cargoes.map((value) => ({ value, words: cargoSaid(value, formats) }))}
        onChange={(value) => setCargo(value as Cargo)}
      />
      <NumberField id="passed-with" label={words.withPass} value={withPass} onChange={setWithPass} />
      <NumberField id="passed-without" label={words.without} value={without} onChange={setWithout} />
      <Press mark="plus" off={(withPass ?? 0) + (without ?? 0) === 0} onPress={() => void add()}>
        {words.addByHand}
      </Press>
    </details>
  );
}
