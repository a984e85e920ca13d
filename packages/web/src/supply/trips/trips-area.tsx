import './trips.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Confirm, Small } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Badge } from '../../shell/parts.tsx';
import { namesIn } from '../known/names.ts';
import type { Trip } from '../known/supply-answer.ts';
import { useSupply } from '../known/use-supply.ts';
import { Dispatch } from './dispatch.tsx';
import type { TripProps } from './trip-props.ts';
import { TripSheet } from './trip-sheet.tsx';
import { tripWords } from './words.ts';

/** Vehicles that bring a plan's lines to their sites: sent out, followed, ended; and the sheet for whoever drives. */
export function TripsArea({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(tripWords, formats);
  const known = useSupply(shell, session);
  const [sheet, setSheet] = useState<number | null>(null);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const { value: supply } = known;
  const proof = (act: number): string => `/b/${encodeURIComponent(session.body)}/acts/${act}`;
  const props = { shell, session, supply, formats, words, proof };
  const shown = supply.trips.find(({ trip }) => trip === sheet);
  if (shown !== undefined) return <TripSheet {...props} trip={shown} back={() => setSheet(null)} />;
  const underWay = supply.trips.filter(({ ended }) => ended === null);
  const over = supply.trips.filter(({ ended }) => ended !== null);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {supply.officer ? <Dispatch {...props} /> : null}
      <section>
        <h2>{words.underWay}</h2>
        {underWay.length === 0 ? <p>{words.none}</p> : null}
        {underWay.map((trip) => (
          <OneTrip key={trip.trip} {...props} trip={trip} open={() => setSheet(trip.trip)} />
        ))}
      </section>
      {over.length === 0 ? null : (
        <details>
          <summary>{words.over(formats.number(over.length))}</summary>
          {over.map((trip) => (
            <OneTrip key={trip.trip} {...props} trip={trip} open={() => setSheet(trip.trip)} />
          ))}
        </details>
      )}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

function OneTrip({
  trip,
  open,
  supply,
  session,
  words,
  formats,
  proof,
}: TripProps & { readonly trip: Trip; readonly open: () => void }): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  const names = namesIn(supply);
  const sum = (of: 'quantity' | 'left'): number => trip.lines.reduce((all, line) => all + line[of], 0);
  const [all, left] = [sum('quantity'), sum('left')];
  return (
    <article class="card" data-trip={trip.trip}>
      <h3>
        <a class="line" href={proof(trip.trip)}>
          {names.place(trip.vehicle)}
        </a>
      </h3>
      <p>{[...new Set(trip.lines.map(({ site }) => names.place(site)))].join(' → ')}</p>
      <Badge tone={left === 0 ? 'green' : 'ochre'} icon={left === 0 ? 'check' : 'clock'}>
        {words.handed(formats.number(all - left), formats.number(all))}
      </Badge>
      <div class="small-row">
        <Small mark="print" onPress={open}>
          {words.sheet}
        </Small>
      </div>
      {trip.ended !== null || !supply.officer || busy ? null : (
        <Confirm
          mark="check"
          label={words.end}
          ask={words.endAsk}
          yes={words.yes}
          no={words.no}
          onYes={() => void send('EndTrip', { trip: trip.trip })}
        />
      )}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </article>
  );
}
