import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { HourField, SelectField } from '../../form/fields.tsx';
import { Confirm } from '../../form/press.tsx';
import { fromLocalInput, toLocalInput, toSecond } from '../../meeting/hours.ts';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Badge } from '../../shell/parts.tsx';
import { cargoSaid } from './cargo-said.ts';
import { type Counted, countsOf, sumOf, useCounted } from './counted.ts';
import { CountedFields } from './counted-fields.tsx';
import type { PassProps } from './pass-props.ts';

/** What the body's book says of its closures, as far as this form reads it. */
interface BodyAnswer {
  readonly state: {
    readonly statute: { readonly rules: { readonly closing: { readonly offsetMinutes: number } } } | null;
    readonly measures: Readonly<
      Record<string, { readonly what: string; readonly from: string; readonly place?: string; readonly area?: string }>
    >;
    /** Closure → until when its passages are published. */
    readonly passagesCounted: Readonly<Record<string, string>>;
  };
}

/** How many passed, out of what the phones at the blocks hand in, published as totals. */
export function Reconcile(props: PassProps): JSX.Element {
  const { session, words } = props;
  const { counted, keep } = useCounted(props);
  const [open, setOpen] = useState(false);
  const [body, setBody] = useState<BodyAnswer['state'] | null>(null);
  const ask = useCallback(async () => {
    const reply = await session.ask<BodyAnswer>('');
    if (reply.kind === 'ok') setBody(reply.value.state);
  }, [session]);
  useEffect(() => {
    if (open) void ask();
  }, [open, ask]);
  return (
    <details class="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.counted.title}</summary>
      <p class="soft">{words.counted.how}</p>
      <CountedFields {...props} counted={counted} keep={keep} />
      {body === null ? (
        <p role="status">{props.formats.words.loading}</p>
      ) : Object.keys(body.measures).length === 0 ? (
        <p>{words.name.none}</p>
      ) : (
        <Publish {...props} {...{ body, counted, keep, ask }} />
      )}
    </details>
  );
}

interface PublishProps extends PassProps {
  readonly body: BodyAnswer['state'];
  readonly counted: readonly Counted[];
  readonly keep: (counted: readonly Counted[]) => Promise<void>;
  /** The book has grown. */
  readonly ask: () => Promise<void>;
}

function Publish({
  session,
  formats,
  words: { counted: words, waits },
  body,
  counted,
  keep,
  ask,
}: PublishProps): JSX.Element {
  const offset = body.statute?.rules.closing.offsetMinutes ?? 0;
  const closures = Object.entries(body.measures).reverse();
  const [closure, setClosure] = useState(closures[0]?.[0] ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [until, setUntil] = useState(() => toLocalInput(toSecond(Date.now()), offset));
  const [done, setDone] = useState(false);
  const { busy, trouble, send } = useSending(session);
  // To the second where what was published before ends: between two counts nothing is left out and nothing is in both.
  const first = body.passagesCounted[closure] ?? body.measures[closure]?.from ?? '';
  const from = typed === null ? first : fromLocalInput(typed, offset);
  const to = fromLocalInput(until, offset);
  const totals = sumOf(counted);
  const publish = async (): Promise<void> => {
    setDone(false);
    const sums = { withPass: countsOf(totals, 'withPass'), withoutPass: countsOf(totals, 'without') };
    if ((await send('ReconcilePassages', { closure: Number(closure), from, until: to, ...sums })) === null) return;
    setDone(true);
    setTyped(null);
    await keep([]);
    await ask();
  };
  const where = (number: string): string => {
    const { what = '', place, area } = body.measures[number] ?? {};
    return [what, place ?? area].filter(Boolean).join(', ');
  };
  return (
    <>
      <SelectField
        id="passed-closure"
        label={words.closure}
        value={closure}
        choices={closures.map(([value]) => ({ value, words: where(value) }))}
        onChange={setClosure}
      />
      <HourField id="passed-from" label={words.from} value={typed ?? toLocalInput(first, offset)} onChange={setTyped} />
      <HourField id="passed-until" label={words.until} value={until} onChange={setUntil} />
      {totals.length === 0 || from === null || to === null ? null : (
        <>
          <h3>{words.preview}</h3>
          <p>
            {where(closure)}: {words.window(formats.time(from), formats.time(to))}
          </p>
          <ul>
            {totals.map(({ cargo, withPass, without }) => (
              <li key={cargo} data-total={cargo}>
                {words.total(cargoSaid(cargo, formats), formats.number(withPass), formats.number(without))}
              </li>
            ))}
          </ul>
          {busy ? null : (
            <Confirm
              mark="check"
              tone="indigo"
              main
              label={words.publish}
              ask={words.sure}
              yes={words.yes}
              no={words.no}
              onYes={() => void publish()}
            />
          )}
        </>
      )}
      <TroubleNote trouble={trouble} waits={waits} formats={formats} />
      <p role="status">
        {done ? (
          <>
            <Badge tone="green" icon="check">
              {words.done}
            </Badge>{' '}
            <a href={`/b/${encodeURIComponent(session.body)}/supply#passages`}>{words.see}</a>
          </>
        ) : null}
      </p>
    </>
  );
}
