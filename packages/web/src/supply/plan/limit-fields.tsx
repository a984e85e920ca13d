import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, TextField } from '../../form/fields.tsx';
import type { Supply } from '../known/supply-answer.ts';
import { type Limits, standardIn } from './limits.ts';
import type { PlanWords } from './words-es.ts';

interface LimitFieldsProps {
  readonly supply: Supply;
  /** Of sites that need something. */
  readonly kinds: readonly string[];
  readonly limits: Limits;
  readonly words: PlanWords;
  readonly change: (limits: Limits) => void;
}

/** What a person is entitled to, and between how much and how much of what it asks a site gets: voted with the rule, like its order. */
export function LimitFields({ supply, kinds, limits, words, change }: LimitFieldsProps): JSX.Element {
  const said = words.limits;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const set = (name: keyof Limits, key: string, value: number | null): void => {
    const { [key]: _, ...others } = limits[name];
    change({ ...limits, [name]: value === null ? others : { ...others, [key]: value } });
  };
  const flaw = (text: string): string | null => (text.trim() === '' || standardIn(text) !== null ? null : said.wrong);
  return (
    <details>
      <summary>{said.title}</summary>
      <p class="soft">{said.how}</p>
      <div class="limits">
        {supply.items.map(({ item, symbol, title }) => (
          <TextField
            key={item}
            id={`standard-${item}`}
            label={said.standard(title)}
            error={flaw(typed[symbol] ?? '')}
            value={typed[symbol] ?? String(limits.standard[symbol] ?? '')}
            onChange={(text) => {
              setTyped({ ...typed, [symbol]: text });
              set('standard', symbol, standardIn(text));
            }}
          />
        ))}
        {kinds.flatMap((kind) =>
          (['floor', 'ceiling'] as const).map((name) => (
            <NumberField
              key={`${name} ${kind}`}
              id={`${name}-${kind}`}
              label={said[name](words.kinds[kind] ?? kind)}
              value={limits[name][kind] ?? null}
              onChange={(value) => set(name, kind, value === null ? null : Math.min(100, value))}
            />
          )),
        )}
      </div>
    </details>
  );
}
