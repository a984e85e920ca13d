import './rounds.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NumberField, SelectField } from '../../form/fields.tsx';
import { Press, Small } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import { useLocalFile } from '../known/local-files.ts';
import type { Supply } from '../known/supply-answer.ts';
import { closuresOf } from '../plan/problem.ts';
import type { SendLine } from '../trips/to-send.ts';
import { loadsOf, placesOf } from './lines-to-drive.ts';
import type { DayOfVehicle, Rounds as Made, Round } from './make-rounds.ts';
import { roundsApart } from './rounds-apart.ts';
import { roundWords } from './words.ts';
import type { RoundWords } from './words-es.ts';

interface RoundsProps {
  readonly shell: Shell;
  readonly session: Session;
  readonly supply: Supply;
  readonly formats: Formats;
  /** What is to be driven. */
  readonly lines: readonly SendLine[];
  /** Where a round can be sent out. */
  readonly take?: (round: Round, said: string) => void;
}

interface Day {
  readonly at: string | null;
  readonly hours: number | null;
}

const HOURS = 8;

/** Who drives what where: the plan's lines, the vehicles of the registers, the roads that are kept here. */
export function Rounds({ shell, session, supply, formats, lines, take }: RoundsProps): JSX.Element | null {
  const words = useWords(roundWords, formats);
  const roads = useLocalFile(shell, session, 'roads');
  const [days, setDays] = useState<Readonly<Record<number, Day>>>({});
  const [speed, setSpeed] = useState<number | null>(25);
  const [unload, setUnload] = useState<number | null>(15);
  const [made, setMade] = useState<Made | 'working' | 'failed' | null>(null);
  const working = useRef<AbortController | null>(null);
  useEffect(() => () => working.current?.abort(), []);
  const loads = loadsOf(supply, lines);
  if (words === null || roads.file === undefined || loads.length === 0) return null;
  const depots = [...new Set(loads.map(({ depot }) => depot))];
  const vehicles = supply.vehicles.filter(({ withdrawn }) => withdrawn === null);
  const dayOf = (vehicle: number): Day => ({ at: depots[0] ?? null, hours: HOURS, ...days[vehicle] });
  const change = (vehicle: number, day: Partial<Day>): void => {
    setDays({ ...days, [vehicle]: { ...dayOf(vehicle), ...day } });
    setMade(null);
  };
  const text = roads.file?.text ?? null;
  const places = placesOf(supply);
  const placed = loads.filter(({ depot, site }) => text === null || (depot in places && site in places));
  const without = [...new Set(loads.flatMap(({ depot, site }) => [depot, site].filter((id) => !(id in places))))];
  const symbols = new Map(supply.items.map(({ item, symbol }) => [item, symbol]));
  const calculate = async (): Promise<void> => {
    const abort = new AbortController();
    working.current = abort;
    setMade('working');
    const day = vehicles.flatMap(({ vehicle, title, carries }): DayOfVehicle[] => {
      const { at, hours } = dayOf(vehicle);
      const held = Object.fromEntries(carries.map(({ item, quantity }) => [symbols.get(item) ?? '', quantity]));
      return at === null || hours === null || hours <= 0
        ? []
        : [{ id: idOf(vehicles, { vehicle, title }), at, hours, carries: held }];
    });
    const found = await roundsApart(
      {
        ...{ at: supply.at, loads: placed, vehicles: day, places, roads: text, closures: closuresOf(supply) },
        ...{ kmPerHour: Math.max(1, speed ?? 25), unloadMinutes: unload ?? 0 },
      },
      abort.signal,
    );
    if (!abort.signal.aborted) setMade(found ?? 'failed');
  };
  return (
    <section class="rounds">
      <h2>{words.title}</h2>
      <p class="soft">{words.how}</p>
      {text === null ? <p class="card ochre">{words.noRoads}</p> : null}
      {text !== null && without.length > 0 ? <p class="card ochre">{words.withoutPlace(without.join(', '))}</p> : null}
      {vehicles.length === 0 ? <p>{words.noVehicle}</p> : null}
      <div class="days">
        <Days vehicles={vehicles} depots={depots} dayOf={dayOf} change={change} words={words} />
        <NumberField id="round-speed" label={words.speed} value={speed} onChange={setSpeed} />
        <NumberField id="round-unload" label={words.unload} value={unload} onChange={setUnload} />
      </div>
      {made === 'working' ? (
        <>
          <p role="status">{words.working}</p>
          <Small
            mark="stop"
            onPress={() => {
              working.current?.abort();
              setMade(null);
            }}
          >
            {words.stop}
          </Small>
        </>
      ) : vehicles.length === 0 ? null : (
        <Press mark="list" tone="indigo" onPress={() => void calculate()}>
          {words.go}
        </Press>
      )}
      {made === null || made === 'working' ? null : made === 'failed' ? (
        <p class="refusal" role="alert">
          <span>{words.failed}</span>
        </p>
      ) : (
        <Result made={made} words={words} formats={formats} {...(take === undefined ? {} : { take })} />
      )}
    </section>
  );
}

/** Where each vehicle stands today, and for how long it drives. */
function Days({
  vehicles,
  depots,
  dayOf,
  change,
  words,
}: {
  readonly vehicles: Supply['vehicles'];
  readonly depots: readonly string[];
  readonly dayOf: (vehicle: number) => Day;
  readonly change: (vehicle: number, day: Partial<Day>) => void;
  readonly words: RoundWords;
}): JSX.Element {
  return (
    <>
      {vehicles.map(({ vehicle, title }) => (
        <div key={vehicle}>
          <SelectField
            id={`round-at-${vehicle}`}
            label={words.at(title)}
            value={dayOf(vehicle).at ?? ''}
            choices={[...depots.map((id) => ({ value: id, words: id })), { value: '', words: words.notToday }]}
            onChange={(at) => change(vehicle, { at: at === '' ? null : at })}
          />
          <NumberField
            id={`round-hours-${vehicle}`}
            label={words.hours(title)}
            value={dayOf(vehicle).hours}
            onChange={(hours) => change(vehicle, { hours })}
          />
        </div>
      ))}
    </>
  );
}

/** Two vehicles may have one title: then the number of the act tells them apart. */
export function idOf(
  all: readonly { readonly title: string }[],
  { vehicle, title }: { readonly vehicle: number; readonly title: string },
): string {
  return all.filter((one) => one.title === title).length > 1 ? `${title} (${vehicle})` : title;
}

function Result({
  made,
  words,
  formats,
  take,
}: {
  readonly made: Made;
  readonly words: RoundWords;
  readonly formats: Formats;
  readonly take?: (round: Round, said: string) => void;
}): JSX.Element {
  const { number, language } = formats;
  if (!made.ok)
    return (
      <p class="refusal" role="alert">
        <span>{made.said[language]}</span>
      </p>
    );
  // Without roads nobody knows how far it is.
  const longOf = ({ metres, minutes }: Round): string =>
    metres === 0
      ? ''
      : words.long(number(Math.round(metres / 1_000)), number(Math.floor(minutes / 60)), number(minutes % 60));
  return (
    <>
      {made.rounds.length === 0 ? <p role="status">{words.none}</p> : null}
      {made.rounds.map((round, place) => (
        <article key={`${place} ${round.vehicle}`} data-round={place}>
          <h3>{words.round(round.vehicle, round.item, round.depot)}</h3>
          <ol>
            {round.stops.map(({ site, amount }, at) => (
              <li key={`${at} ${site}`}>{words.stopOf(site, number(amount))}</li>
            ))}
          </ol>
          {round.metres === 0 ? null : <p>{longOf(round)}</p>}
          {take === undefined ? null : (
            <Small
              mark="next"
              onPress={() =>
                take(
                  round,
                  [[round.depot, ...round.stops.map(({ site }) => site)].join(' → '), longOf(round)]
                    .filter(Boolean)
                    .join('; '),
                )
              }
            >
              {words.take}
            </Small>
          )}
        </article>
      ))}
      {made.notDriven.length === 0 ? null : (
        <>
          <h3>{words.notDriven}</h3>
          <ul>
            {made.notDriven.map((said) => (
              <li key={said[language]}>{said[language]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
