import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { namesIn } from '../known/names.ts';
import { loadFor, type SendLine, toSend } from './to-send.ts';
import type { TripProps } from './trip-props.ts';

/** A vehicle, and the sites in the order in which it drives; what it takes follows from the plan and from what it carries. */
export function Dispatch(props: TripProps): JSX.Element {
  const { supply, session, words, formats } = props;
  const plan = supply.plans.find(({ holds, whole }) => holds && whole);
  const crews = supply.vehicles.flatMap((vehicle) => {
    const hand = supply.hands.find(
      ({ of, withdrawn, until }) => of === vehicle.vehicle && withdrawn === null && until > supply.at,
    );
    return vehicle.withdrawn === null && hand !== undefined ? [{ vehicle, hand: hand.hand }] : [];
  });
  const [chosen, setChosen] = useState('');
  const [sites, setSites] = useState<readonly number[]>([]);
  const [route, setRoute] = useState('');
  const [done, setDone] = useState(false);
  const { busy, trouble, send } = useSending(session);
  const names = namesIn(supply);
  const crew = crews.find(({ vehicle }) => String(vehicle.vehicle) === chosen) ?? crews[0];
  const waiting = plan === undefined ? [] : toSend(supply, plan);
  const load =
    crew === undefined ? [] : loadFor(crew.vehicle, waiting, { sites, itemOf: (lot) => names.lotItem(lot)?.item });
  const dispatch = async (): Promise<void> => {
    if (plan === undefined || crew === undefined) return;
    const words = route.trim();
    const order = { plan: plan.plan, vehicle: crew.vehicle.vehicle, lines: load, hand: crew.hand };
    if (!(await send('DispatchTrip', words === '' ? order : { ...order, route: words }))) return;
    setSites([]);
    setRoute('');
    setDone(true);
  };
  return (
    <section class="card">
      <h2>{words.dispatch.title}</h2>
      {plan === undefined ? (
        <p>{words.dispatch.noPlan}</p>
      ) : crew === undefined ? (
        <p>{words.dispatch.noCrew}</p>
      ) : waiting.length === 0 ? (
        <p>{words.dispatch.allSent}</p>
      ) : (
        <>
          <SelectField
            id="vehicle"
            label={words.dispatch.vehicle}
            value={String(crew.vehicle.vehicle)}
            choices={crews.map(({ vehicle }) => ({ value: String(vehicle.vehicle), words: vehicle.title }))}
            onChange={setChosen}
          />
          <Sites
            {...props}
            waiting={waiting}
            chosen={sites}
            change={(next) => {
              setSites(next);
              setDone(false);
            }}
          />
          <Load {...props} load={load} />
          <TextField
            id="route"
            label={words.dispatch.route}
            hint={words.dispatch.routeHow}
            rows={2}
            max={400}
            value={route}
            onChange={setRoute}
          />
          <Action icon="next" tone="indigo" busy={busy || load.length === 0} onClick={() => void dispatch()}>
            {words.dispatch.go}
          </Action>
          <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
        </>
      )}
      {done ? (
        <p role="status">
          <Badge tone="green" icon="check">
            {words.dispatch.done}
          </Badge>
        </p>
      ) : null}
    </section>
  );
}

function Sites({
  waiting,
  chosen,
  change,
  supply,
  words,
  formats,
}: TripProps & {
  readonly waiting: readonly SendLine[];
  readonly chosen: readonly number[];
  readonly change: (sites: readonly number[]) => void;
}): JSX.Element {
  const names = namesIn(supply);
  const sites = [...new Set(waiting.map(({ site }) => site))];
  const saidOf = (site: number): string =>
    waiting
      .filter((line) => line.site === site)
      .map(({ lot, quantity }) => `${formats.number(quantity)} ${names.lotItem(lot)?.title ?? ''}`)
      .join(' · ');
  return (
    <fieldset class="choice">
      <legend>{words.dispatch.sites}</legend>
      {sites.map((site) => (
        <label key={site}>
          <input
            type="checkbox"
            checked={chosen.includes(site)}
            onChange={() => change(chosen.includes(site) ? chosen.filter((one) => one !== site) : [...chosen, site])}
          />
          <span>
            {chosen.includes(site) ? `${formats.number(chosen.indexOf(site) + 1)}. ` : ''}
            {names.place(site)} <small class="soft">{saidOf(site)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Load({
  load,
  supply,
  words,
  formats,
}: TripProps & { readonly load: readonly SendLine[] }): JSX.Element | null {
  const names = namesIn(supply);
  const sums = new Map<string, number>();
  for (const { lot, quantity } of load) {
    const title = names.lotItem(lot)?.title ?? '';
    sums.set(title, (sums.get(title) ?? 0) + quantity);
  }
  if (sums.size === 0) return null;
  return (
    <p>
      <strong>{words.dispatch.load}</strong>{' '}
      {[...sums].map(([title, quantity]) => `${formats.number(quantity)} ${title}`).join(' · ')}
    </p>
  );
}
