import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { namesIn } from '../known/names.ts';
import type { Supply, Vehicle } from '../known/supply-answer.ts';
import { linesOfRound } from '../rounds/lines-to-drive.ts';
import type { Round } from '../rounds/make-rounds.ts';
import { idOf, Rounds } from '../rounds/rounds.tsx';
import { loadFor, MOST_LINES, type SendLine, toSend } from './to-send.ts';
import type { TripProps } from './trip-props.ts';

interface Crew {
  readonly vehicle: Vehicle;
  readonly hand: number;
}

/** Vehicles for which a hand that is enrolled now can sign. */
const crewsIn = ({ vehicles, hands, at }: Supply): readonly Crew[] =>
  vehicles.filter(isHere).flatMap((vehicle) => {
    const hand = hands.find(({ of, withdrawn, until }) => of === vehicle.vehicle && withdrawn === null && until > at);
    return hand === undefined ? [] : [{ vehicle, hand: hand.hand }];
  });

/** A vehicle, and the sites in the order in which it drives; what it takes follows from the plan and from what it carries. */
export function Dispatch(props: TripProps): JSX.Element {
  const { supply, words } = props;
  const [done, setDone] = useState(false);
  const plan = supply.plans.find(({ holds, whole }) => holds && whole);
  const crews = crewsIn(supply);
  const waiting = plan === undefined ? [] : toSend(supply, plan);
  return (
    <>
      {plan !== undefined && crews.length > 0 && waiting.length > 0 ? (
        <ToDispatch {...props} plan={plan.plan} crews={crews} waiting={waiting} changed={setDone} />
      ) : (
        <section class="card">
          <h2>{words.dispatch.title}</h2>
          <p>
            {plan === undefined
              ? words.dispatch.noPlan
              : crews.length === 0
                ? words.dispatch.noCrew
                : words.dispatch.allSent}
          </p>
        </section>
      )}
      {done ? (
        <p role="status">
          <Badge tone="green" icon="check">
            {words.dispatch.done}
          </Badge>
        </p>
      ) : null}
    </>
  );
}

interface Draft {
  readonly vehicle: string;
  readonly sites: readonly number[];
  readonly route: string;
  /** As a round has them; null where the load follows from the sites. */
  readonly lines: readonly SendLine[] | null;
}

const nothing: Draft = { vehicle: '', sites: [], route: '', lines: null };

interface ToDispatchProps extends TripProps {
  readonly plan: number;
  readonly crews: readonly Crew[];
  readonly waiting: readonly SendLine[];
  readonly changed: (done: boolean) => void;
}

function ToDispatch({ plan, crews, waiting, changed, ...props }: ToDispatchProps): JSX.Element {
  const { supply, session, words, formats } = props;
  const [draft, setDraft] = useState(nothing);
  const { busy, trouble, send } = useSending(session);
  const names = namesIn(supply);
  const crew = crews.find(({ vehicle }) => String(vehicle.vehicle) === draft.vehicle) ?? crews[0];
  const itemOf = (lot: number): number | undefined => names.lotItem(lot)?.item;
  const load =
    draft.lines ?? (crew === undefined ? [] : loadFor(crew.vehicle, waiting, { sites: draft.sites, itemOf }));
  const change = (next: Partial<Draft>): void => {
    setDraft({ ...draft, ...next });
    changed(false);
  };
  const dispatch = async (): Promise<void> => {
    const route = draft.route.trim();
    const order = { plan, vehicle: crew?.vehicle.vehicle, lines: load, hand: crew?.hand };
    if (!(await send('DispatchTrip', route === '' ? order : { ...order, route }))) return;
    setDraft(nothing);
    changed(true);
  };
  return (
    <>
      <TakenRounds {...props} crews={crews} waiting={waiting} take={change} />
      <section class="card">
        <h2>{words.dispatch.title}</h2>
        <SelectField
          id="vehicle"
          label={words.dispatch.vehicle}
          value={String(crew?.vehicle.vehicle)}
          choices={crews.map(({ vehicle }) => ({ value: String(vehicle.vehicle), words: vehicle.title }))}
          onChange={(vehicle) => change({ vehicle, lines: null })}
        />
        <Sites {...props} waiting={waiting} chosen={draft.sites} change={(sites) => change({ sites, lines: null })} />
        <Load {...props} load={load} />
        <TextField
          id="route"
          label={words.dispatch.route}
          hint={words.dispatch.routeHow}
          rows={2}
          max={MOST_ROUTE}
          value={draft.route}
          onChange={(route) => change({ route })}
        />
        <Action icon="next" tone="indigo" busy={busy || load.length === 0} onClick={() => void dispatch()}>
          {words.dispatch.go}
        </Action>
        <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      </section>
    </>
  );
}

const MOST_ROUTE = 400;

/** Rounds for what waits; one that is taken fills in the form below. */
function TakenRounds({
  crews,
  waiting,
  take,
  ...props
}: TripProps & Pick<ToDispatchProps, 'crews' | 'waiting'> & { readonly take: (draft: Draft) => void }): JSX.Element {
  const { supply, words } = props;
  const [without, setWithout] = useState<string | null>(null);
  const taken = (round: Round, said: string): void => {
    const lines = linesOfRound(supply, waiting, round).slice(0, MOST_LINES);
    const own = crews.find(({ vehicle }) => idOf(supply.vehicles.filter(isHere), vehicle) === round.vehicle);
    setWithout(own === undefined ? round.vehicle : null);
    if (own === undefined) return;
    const sites = [...new Set(lines.map(({ site }) => site))];
    take({ vehicle: String(own.vehicle.vehicle), sites, route: said.slice(0, MOST_ROUTE), lines });
  };
  return (
    <>
      <div class="card">
        <Rounds {...props} lines={waiting} take={taken} />
      </div>
      {without === null ? null : (
        <p class="refusal" role="alert">
          <span>{words.dispatch.noHand(without)}</span>
        </p>
      )}
    </>
  );
}

const isHere = ({ withdrawn }: { readonly withdrawn: number | null }): boolean => withdrawn === null;

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
