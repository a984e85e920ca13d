import type { JSX } from 'preact';
import { SelectField } from '../../form/fields.tsx';
import type { Here, Tables } from './here.ts';
import type { OneProps } from './parts.ts';

const MOST_TABLES = 6;

/** In turn along the order, so that each part is as long as the others and nobody chooses it. */
export const tableOf = (order: readonly number[], card: number, { of }: Tables): number =>
  (order.indexOf(card) % of) + 1;

/** What this phone calls and serves. */
export const ownPart = (order: readonly number[], { tables }: Here): readonly number[] =>
  tables === undefined ? order : order.filter((_card, place) => (place % tables.of) + 1 === tables.mine);

/** Goes on in the other part behind the last card that was called, wherever that stood. */
function atTable(here: Here, order: readonly number[], tables: Tables | undefined): Here {
  const last = here.called === 0 ? undefined : ownPart(order, here)[here.called - 1];
  const place = last === undefined ? -1 : order.indexOf(last);
  const next = { ...here, tables };
  return { ...next, called: ownPart(order, next).filter((card) => order.indexOf(card) <= place).length };
}

/** Before the network goes: who serves which part, said on each phone alike. */
export function TablesField({ queue, here, change, words, formats }: OneProps): JSX.Element {
  const order = queue.order ?? [];
  const { tables } = here;
  const upTo = (most: number) => Array.from({ length: most }, (_, place) => String(place + 1));
  const set = (next: Tables | undefined): void => void change((now) => atTable(now, order, next));
  return (
    <details>
      <summary>{tables === undefined ? words.tables.title : words.tables.mine(tables.mine, tables.of)}</summary>
      <p>{words.tables.how}</p>
      <SelectField
        id="tables"
        label={words.tables.of}
        value={String(tables?.of ?? 1)}
        choices={upTo(MOST_TABLES).map((value) => ({ value, words: formats.number(Number(value)) }))}
        onChange={(value) => set(value === '1' ? undefined : { of: Number(value), mine: 1 })}
      />
      {tables === undefined ? null : (
        <SelectField
          id="table"
          label={words.tables.which}
          value={String(tables.mine)}
          choices={upTo(tables.of).map((value) => ({ value, words: words.tables.one(Number(value)) }))}
          onChange={(value) => set({ ...tables, mine: Number(value) })}
        />
      )}
    </details>
  );
}
