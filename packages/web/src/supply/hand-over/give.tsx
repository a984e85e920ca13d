import { hexEncode } from '@cabildo/book';
import type { HandOverLine, HandOverSaid } from '@cabildo/core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Press, Small } from '../../form/press.tsx';
import { Action } from '../../shell/parts.tsx';
import { draftOf, handOf, nowText, type Place, placesIn, textOf } from './agreed.ts';
import { Between, Lots, lotsAt, useGiving } from './giving.tsx';
import type { PartProps } from './parts.ts';
import type { Draft, KnownBook } from './types.ts';

interface GiveProps extends PartProps {
  readonly book: KnownBook;
  readonly signed: (draft: Draft) => void;
  readonly back: () => void;
}

/** Places for which this phone signs now. */
export const myPlaces = ({ keys }: PartProps['state'], book: KnownBook): readonly Place[] => {
  const mine = new Set(keys.flatMap(({ publicKey }) => handOf(book, publicKey, nowText())?.of ?? []));
  return placesIn(book.registers).filter(({ place }) => mine.has(place));
};

/** The giver's phone: to whom, of which trip, and how much of which lot. */
export function Give(props: GiveProps): JSX.Element {
  const { phone, state, book, words, formats, signed, back } = props;
  const { origin } = book.registers;
  const giving = useGiving(book, myPlaces(state, book));
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
    const draft = draftOf({ body: phone.body, book: origin }, 'giver', agreed, { giver });
    if (await phone.keep(draft)) signed(draft);
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
