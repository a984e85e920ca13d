import { hexEncode } from '@cabildo/book';
import type { HandOverLine, HandOverSaid } from '@cabildo/core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField } from '../../form/fields.tsx';
import { Press, Small } from '../../form/press.tsx';
import { Action } from '../../shell/parts.tsx';
import { handOf, kindBetween, nowText, type Place, placesIn, textOf } from './agreed.ts';
import { calledIn, type PartProps } from './parts.ts';
import type { Draft, KnownBook } from './types.ts';

interface GiveProps extends PartProps {
  readonly book: KnownBook;
  readonly signed: (draft: Draft) => void;
  readonly back: () => void;
}

type Amounts = Readonly<Record<number, number | null>>;

/** Places for which this phone signs now. */
export const myPlaces = ({ keys }: PartProps['state'], book: KnownBook): readonly Place[] => {
  const mine = new Set(keys.flatMap(({ publicKey }) => handOf(book, publicKey, nowText())?.of ?? []));
  return placesIn(book.registers).filter(({ place }) => mine.has(place));
};

/** Who gives to whom, of which trip, and how much of which lot; typed amounts win over the trip's. */
function useGiving({ book, state }: GiveProps) {
  const { registers } = book;
  const mine = myPlaces(state, book);
  const all = placesIn(registers);
  const [from, setFrom] = useState(mine[0]?.place ?? -1);
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
  return { mine, others, from, setFrom, to, setTo, trips, trip, setTrip, typed, type, kind };
}

/** The giver's phone: to whom, of which trip, and how much of which lot. */
export function Give(props: GiveProps): JSX.Element {
  const { phone, book, words, formats, signed, back } = props;
  const { origin } = book.registers;
  const giving = useGiving(props);
  const { from, to, trip, kind, typed } = giving;
  const [every, setEvery] = useState(false);
  const [nothing, setNothing] = useState(false);
  const lots = lotsAt(props, from, every || trip !== null);
  const sign = async (): Promise<void> => {
    const lines = lots.flatMap(({ lot, item }): HandOverLine[] => {
      const given = typed(lot) ?? 0;
      return given === 0 ? [] : [{ lot, item, given, received: given, damaged: 0 }];
    });
    setNothing(lines.length === 0);
    if (lines.length === 0 || kind === null) return;
    const id = hexEncode(crypto.getRandomValues(new Uint8Array(16)));
    const ofTrip = trip === null ? {} : { trip: trip.trip };
    const said: HandOverSaid = { id, kind, from, to, lines, madeAt: nowText(), ...ofTrip };
    const agreed = { what: 'hand-over', ...said } as const;
    const giver = await phone.sign(from, textOf(origin, agreed));
    if (giver === null) return;
    const { body } = phone;
    const changedAt = Date.now();
    const draft: Draft = {
      key: `${id} giver`,
      body,
      book: origin,
      side: 'giver',
      agreed,
      giver,
      receiver: null,
      changedAt,
    };
    await phone.keep(draft);
    signed(draft);
  };
  return (
    <>
      <h1>{words.give}</h1>
      <Between giving={giving} {...props} />
      <Lots giving={giving} lots={lots} {...props} />
      {every || lots.length === book.registers.lots.length ? null : (
        <Small mark="plus" onPress={() => setEvery(true)}>
          {words.allLots}
        </Small>
      )}
      {nothing ? (
        <p class="refusal" role="alert">
          {words.nothing}
        </p>
      ) : null}
      <Press mark="pen" tone="indigo" off={kind === null} onPress={() => void sign()}>
        {words.sign}
      </Press>
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}

type Giving = ReturnType<typeof useGiving>;

function Between({ giving, words, formats }: GiveProps & { readonly giving: Giving }): JSX.Element {
  const { mine, others, from, setFrom, to, setTo, trips, trip, setTrip } = giving;
  const tripChoices = trips.map((one) => ({ value: String(one.trip), words: words.tripOf(formats.number(one.trip)) }));
  return (
    <>
      <SelectField
        id="from"
        label={words.from}
        value={String(from)}
        choices={named(mine)}
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

interface LotsProps extends GiveProps {
  readonly giving: Giving;
  readonly lots: ReturnType<typeof lotsAt>;
}

function Lots({ giving: { typed, type }, lots, book, words, formats: { number } }: LotsProps): JSX.Element {
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
function lotsAt({ book, state }: GiveProps, place: number, every: boolean) {
  const come = new Set(
    state.sendings.flatMap(({ command, refused, to, lines }) =>
      command === 'RecordHandOver' && refused === null && to === place ? lines.map(({ lot }) => lot) : [],
    ),
  );
  const some = book.registers.lots.filter(({ lot, places }) => places.includes(place) || come.has(lot));
  return every || some.length === 0 ? book.registers.lots : some;
}
