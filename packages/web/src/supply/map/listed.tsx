import type { JSX } from 'preact';
import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Position } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';
import { type Spot, spotsIn } from './frame.ts';
import type { LocalMap } from './local-map.ts';
import { stateOf } from './spot-words.ts';
import type { MapWords } from './words-es.ts';

interface ListedProps {
  readonly supply: Supply;
  readonly session: Session;
  readonly areas: LocalMap['areas'];
  readonly words: MapWords;
  readonly formats: Formats;
}

/** All that the map shows, in words; each line leads to the act that says so. */
export function Listed({ supply, session, areas, words, formats }: ListedProps): JSX.Element {
  const spots = spotsIn(supply);
  const named = areas.flatMap(({ title }) => (title === '' ? [] : [title]));
  return (
    <>
      {(['closure', 'depot', 'site'] as const).map((kind) => {
        const own = spots.filter((spot) => spot.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind}>
            <h2>{words.lists[kind]}</h2>
            <ul class="places">
              {own.map((spot) => (
                <li key={spot.act}>
                  <a class="line" href={`/b/${encodeURIComponent(session.body)}/acts/${spot.act}`}>
                    {spot.title}
                  </a>
                  <span>{saidOf(spot, words, formats, supply.at)}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {named.length === 0 ? null : (
        <section>
          <h2>{words.lists.area}</h2>
          <p>{named.join(' · ')}</p>
        </section>
      )}
    </>
  );
}

function saidOf({ at, to, rough, closed }: Spot, words: MapWords, formats: Formats, now: string): string {
  const degrees = ([lon, lat]: Position): string => `${lon}, ${lat}`;
  const where = rough
    ? words.roughly(degrees(at))
    : to === null
      ? degrees(at)
      : words.between(degrees(at), degrees(to));
  return closed === null ? where : `${stateOf(closed, words, formats, now)} · ${where}`;
}
