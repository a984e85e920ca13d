import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField } from '../../form/fields.tsx';
import { kindBetween, type Place, placesIn } from './agreed.ts';
import { calledIn, type PartProps } from './parts.ts';
import type { KnownBook } from './types.ts';

type Amounts = Readonly<Record<number, number | null>>;

/** Who gives to whom, of which trip, and how much of which lot; typed amounts win over the trip's. */
export function useGiving({ registers }: KnownBook, givers: readonly Place[]) {
  const all = placesIn(registers);
  const [from, setFrom] = useState(givers[0]?.place ?? -1);
  const giver = all.find(({ place }) => place === from);
  const others = all.filter(
    ({ place, kind }) => place !== from && giver !== undefined && kindBetween(giver.kind, kind) !== null,
  );
  const [chosen, setTo] = useState(-1);
  const receiver = others.find(({ place }) => place === chosen) ?? others[0];
  const to = receiver?.place ?? -1;
  const [tripChosen, chooseTrip] = useState<number | null>(null);
  const [amounts, setAmounts] = useState<Amounts>({});
  const trips = registers.trips.filter(({ vehicle }) => vehicle === from || vehicle === to);
  const trip = trips.find((one) => one.trip === tripChosen) ?? null;
  const meant = (lot: number): number =>
    (trip?.lines ?? [])
      .filter((line) => line.lot === lot && (line.site === to || trip?.vehicle === to))
      .reduce((sum, { left }) => sum + left, 0);
  const setTrip = (one: number | null): void => {
    chooseTrip(one);
    setAmounts({});
  };
  const typed = (lot: number): number | null =>
    amounts[lot] === undefined ? meant(lot) || null : (amounts[lot] ?? null);
  const kind = giver === undefined || receiver === undefined ? null : kindBetween(giver.kind, receiver.kind);
  const type = (lot: number, value: number | null): void => setAmounts({ ...amounts, [lot]: value });
  return { givers, others, from, setFrom, to, setTo, trips, trip, setTrip, typed, type, kind };
}

type Giving = ReturnType<typeof useGiving>;

export function Between({ giving, words, formats }: PartProps & { readonly giving: Giving }): JSX.Element {
  const { givers, others, from, setFrom, to, setTo, trips, trip, setTrip } = giving;
  const tripChoices = trips.map((one) => ({ value: String(one.trip), words: words.tripOf(formats.number(one.trip)) }));
  return (
    <>
      <SelectField
        id="from"
        label={words.from}
        value={String(from)}
        choices={named(givers)}
        onChange={(value) => setFrom(Number(value))}
      />
      {others.length === 0 ? (
        <p class="card ochre">{words.noPlaces}</p>
      ) : (
        <SelectField
          id="to"
          label={words.to}
          value={String(to)}
          choices={named(others)}
          onChange={(value) => setTo(Number(value))}
        />
      )}
      {trips.length === 0 ? null : (
        <SelectField
          id="trip"
          label={words.trip}
          value={String(trip?.trip ?? '')}
          choices={[{ value: '', words: words.noTrip }, ...tripChoices]}
          onChange={(value) => setTrip(value === '' ? null : Number(value))}
        />
      )}
    </>
  );
}

interface LotsProps extends PartProps {
  readonly book: KnownBook;
  readonly giving: Giving;
  readonly lots: ReturnType<typeof lotsAt>;
}

export function Lots({ giving: { typed, type }, lots, book, words, formats: { number } }: LotsProps): JSX.Element {
  const called = calledIn(book.registers);
  return (
    <>
      {lots.map(({ lot }) => (
        <NumberField
          key={lot}
          id={`lot-${lot}`}
          label={words.lotPlain(called.item(lot), number(lot))}
          hint={called.unit(lot)}
          value={typed(lot)}
          onChange={(value) => type(lot, value)}
        />
      ))}
    </>
  );
}

const named = (places: readonly Place[]) => places.map(({ place, title }) => ({ value: String(place), words: title }));

/** What is there by the book, and what this phone knows to have come there since: a lorry that was loaded without a network can deliver. */
export function lotsAt({ book, state }: PartProps & { readonly book: KnownBook }, place: number, every: boolean) {
  const come = new Set(
    state.sendings.flatMap(({ command, refused, to, lines }) =>
      command === 'RecordHandOver' && refused === null && to === place ? lines.map(({ lot }) => lot) : [],
    ),
  );
  const some = book.registers.lots.filter(({ lot, places }) => places.includes(place) || come.has(lot));
  return every || some.length === 0 ? book.registers.lots : some;
}
