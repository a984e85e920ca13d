import type { JSX } from 'preact';
import { Press } from '../../form/press.tsx';
import { namesIn } from '../known/names.ts';
import { positionIn } from '../known/position.ts';
import type { Trip } from '../known/supply-answer.ts';
import type { TripProps } from './trip-props.ts';

/**
 * For whoever drives, on the phone and on paper: what to load, where to take how much of it, and by which way. Nothing of other
 * trips, of stocks or of needs: a sheet may be taken from a driver.
 */
export function TripSheet({
  trip,
  back,
  supply,
  session,
  words,
  formats,
}: TripProps & { readonly trip: Trip; readonly back: () => void }): JSX.Element {
  const names = namesIn(supply);
  const { number } = formats;
  const sites = [...new Set(trip.lines.map(({ site }) => site))];
  const items = new Map<string, number>();
  for (const { lot, quantity } of trip.lines) {
    const title = names.lotItem(lot)?.title ?? words.sheetOf.lot(number(lot));
    items.set(title, (items.get(title) ?? 0) + quantity);
  }
  const whereOf = (site: number): string => supply.sites.find((one) => one.site === site)?.location ?? '';
  return (
    <article class="trip-sheet">
      <h1>{words.sheetOf.title(names.place(trip.vehicle))}</h1>
      <p class="soft">
        {session.state.title} · {words.sheetOf.trip(number(trip.trip))}
      </p>
      <h2>{words.sheetOf.load}</h2>
      <ul>
        {[...items].map(([title, quantity]) => (
          <li key={title}>
            <strong>{number(quantity)}</strong> {title}
          </li>
        ))}
      </ul>
      {trip.route === null ? null : (
        <>
          <h2>{words.sheetOf.route}</h2>
          <p class="text">{trip.route}</p>
        </>
      )}
      <h2>{words.sheetOf.stops}</h2>
      <ol>
        {sites.map((site) => {
          const where = whereOf(site);
          const at = positionIn(where);
          return (
            <li key={site}>
              <h3>{names.place(site)}</h3>
              {where === '' ? null : <p class={at === null ? 'text' : 'text soft'}>{where}</p>}
              {trip.lines
                .filter((line) => line.site === site)
                .map(({ lot, quantity }) => (
                  <p key={lot}>
                    <span class="box" aria-hidden="true" /> <strong>{number(quantity)}</strong>{' '}
                    {names.lotItem(lot)?.title ?? words.sheetOf.lot(number(lot))}
                  </p>
                ))}
            </li>
          );
        })}
      </ol>
      <p>{words.sheetOf.sign}</p>
      <div class="not-printed">
        <Press mark="print" tone="indigo" onPress={() => print()}>
          {words.print}
        </Press>
        <Press mark="next" onPress={back}>
          {words.back}
        </Press>
      </div>
    </article>
  );
}
