import { hexEncode } from '@cabildo/book';
import type { HandOverLine } from '@cabildo/core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Small } from '../../form/press.tsx';
import type { Session } from '../../shell/session.ts';
import { nowText, placesIn } from './agreed.ts';
import { Between, Lots, lotsAt, useGiving } from './giving.tsx';
import { Lines, possible } from './lines.tsx';
import { OfficersWord } from './officers-word.tsx';
import type { PartProps } from './parts.ts';
import type { KnownBook } from './types.ts';

interface ReportProps extends PartProps {
  readonly book: KnownBook;
  /** Of an officer of the committee: it is their word. */
  readonly session: Session;
  readonly back: () => void;
}

/** Goods that went from hand to hand without a hand that could sign: an officer's word, provisional until the other side signs. */
export function Report(props: ReportProps): JSX.Element {
  const { book, words } = props;
  const giving = useGiving(book, placesIn(book.registers));
  const { from, to, trip, kind, typed } = giving;
  const [every, setEvery] = useState(false);
  const [came, setCame] = useState<readonly HandOverLine[]>([]);
  const [id] = useState(() => hexEncode(crypto.getRandomValues(new Uint8Array(16))));
  const lots = lotsAt(props, from, every || trip !== null);
  const lines = lots.flatMap(({ lot, item }): HandOverLine[] => {
    const given = typed(lot) ?? 0;
    if (given === 0) return [];
    const { received = given, damaged = 0 } = came.find((one) => one.lot === lot && one.given === given) ?? {};
    return [{ lot, item, given, received, damaged }];
  });
  const ofTrip = trip === null ? {} : { trip: trip.trip };
  const ready = kind !== null && lines.length > 0 && possible(lines);
  return (
    <OfficersWord
      {...props}
      said={words.report}
      command="ReportHandOver"
      input={ready ? () => ({ id, kind, from, to, lines, madeAt: nowText(), ...ofTrip }) : null}
    >
      <Between {...props} giving={giving} />
      <Lots {...props} giving={giving} lots={lots} />
      {every || lots.length === book.registers.lots.length ? null : (
        <Small mark="plus" onPress={() => setEvery(true)}>
          {words.allLots}
        </Small>
      )}
      <Lines {...props} lines={lines} changed={setCame} />
    </OfficersWord>
  );
}
