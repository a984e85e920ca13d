import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField } from '../../form/fields.tsx';
import { Confirm, Press } from '../../form/press.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Badge } from '../../shell/parts.tsx';
import { namesIn } from '../known/names.ts';
import type { Announcement, Need } from '../known/supply-answer.ts';
import { ChangeSite } from './change-site.tsx';
import { Countersign } from './countersign.tsx';
import type { RegisterProps } from './register-props.ts';

/** As much as is looked through at once; the rest at a press. */
const PAGE = 50;

interface Row {
  readonly act: number;
  readonly title: string;
  readonly said: readonly string[];
  /** The order that ends it. */
  readonly ends: { readonly command: string; readonly input: Readonly<Record<string, number>> } | null;
  readonly beside?: ComponentChildren;
}

/** What stands in a register now; each line leads to the act that says so. */
export function RegisterList(props: RegisterProps): JSX.Element {
  const { words, formats, proof, supply } = props;
  const [pages, setPages] = useState(1);
  const rows = rowsOf(props);
  const shown = rows.slice(0, pages * PAGE);
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <ul class="register" data-rows={rows.length}>
        {shown.map((row) => (
          <li key={row.act} class="card">
            <h3>
              <a class="line" href={proof(row.act)}>
                {row.title}
              </a>
            </h3>
            {row.said
              .filter((text) => text !== '')
              .map((text) => (
                <p key={text}>{text}</p>
              ))}
            {row.beside}
            {row.ends === null || !supply.officer ? null : <End {...props} ends={row.ends} />}
          </li>
        ))}
      </ul>
      {rows.length > shown.length ? (
        <Press mark="plus" onPress={() => setPages(pages + 1)}>
          {words.more(formats.number(Math.min(PAGE, rows.length - shown.length)))}
        </Press>
      ) : null}
    </>
  );
}

function End({
  session,
  words,
  formats,
  ends,
}: RegisterProps & { readonly ends: NonNullable<Row['ends']> }): JSX.Element {
  const { busy, trouble, send } = useSending(session);
  return (
    <>
      {busy ? null : (
        <Confirm
          mark="trash"
          label={words.withdraw}
          ask={words.withdrawAsk}
          yes={words.yes}
          no={words.no}
          onYes={() => void send(ends.command, ends.input)}
        />
      )}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </>
  );
}

function rowsOf(props: RegisterProps): readonly Row[] {
  const { name, supply, words, formats } = props;
  const { number, day } = formats;
  const names = namesIn(supply);
  const choice = (value: string): string => words.choices[value] ?? value;
  switch (name) {
    case 'items':
      return supply.items.map(({ item, symbol, title, unit, cargo }) => ({
        act: item,
        title: `${title} (${symbol})`,
        said: [unit, choice(cargo)],
        ends: null,
      }));
    case 'sites':
      return supply.sites
        .filter(({ closed }) => closed === null)
        .map((one) => ({ ...one, one }))
        .map(({ site, title, kind, peopleServed, location, area, assembly, one }) => ({
          act: site,
          title,
          said: [
            choice(kind),
            peopleServed === 0 ? '' : words.list.people(number(peopleServed)),
            location ?? '',
            area ?? '',
            assembly ?? '',
          ],
          ends: { command: 'CloseSite', input: { site } },
          beside: supply.officer ? <ChangeSite {...props} site={one} /> : null,
        }));
    case 'vehicles':
      return supply.vehicles
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ vehicle, title, carries, plate }) => ({
          act: vehicle,
          title,
          said: [
            carries.map(({ item, quantity }) => `${names.item(item)?.title ?? ''}: ${number(quantity)}`).join(' · '),
            plate ?? '',
          ],
          ends: { command: 'WithdrawVehicle', input: { vehicle } },
        }));
    case 'needs':
      return supply.needs.map((need) =>
        needRow(props, need, names.place(need.site), names.item(need.item)?.title ?? ''),
      );
    case 'lots':
      return supply.lots.map(({ lot, item, site, received, bestBefore, free, short }) => ({
        act: lot,
        title: names.item(item)?.title ?? '',
        said: [
          words.list.lot(number(received), names.place(site)),
          words.list.free(number(free)),
          bestBefore === null ? '' : words.list.expires(day(bestBefore)),
          short === 0 ? '' : words.list.short(number(short)),
        ],
        ends: null,
      }));
    default:
      return supply.announcements
        .filter((one) => one.withdrawn === null && (one.until === null || one.until > supply.at))
        .flatMap((one) => announcedRow(props, one, names.place));
  }
}

const kindOf = { closures: 'closure', contingents: 'contingent', places: 'places' } as const;

function announcedRow(
  { name, words, formats }: RegisterProps,
  one: Announcement,
  placeOf: (place: number) => string,
): readonly Row[] {
  const { number, day } = formats;
  const { announcement, from, until, about } = one;
  if (!(name in kindOf) || kindOf[name as keyof typeof kindOf] !== one.kind) return [];
  const ends = { command: 'WithdrawAnnouncement', input: { announcement } };
  const [since, last] = [day(from), until === null ? null : day(until)];
  if (one.kind === 'closure') {
    const said = [
      words.list.closed(since, last),
      one.confirmed ? words.list.confirmed : words.list.unconfirmed,
      about ?? '',
    ];
    return [{ act: announcement, title: one.title, said, ends }];
  }
  if (one.kind === 'contingent') {
    const size = one.people === null ? (words.list.sizes[one.size] ?? one.size) : number(one.people);
    return [{ act: announcement, title: words.list.contingent(size, since, last ?? ''), said: [about ?? ''], ends }];
  }
  const what = words.choices[one.what] ?? one.what;
  return [
    {
      act: announcement,
      title: placeOf(one.site),
      said: [words.list.offered(number(one.count), what, since, last ?? '')],
      ends,
    },
  ];
}

function needRow(props: RegisterProps, need: Need, site: string, item: string): Row {
  const { words, formats, proof, supply } = props;
  const { number, day } = formats;
  const asked = words.list.declared(number(need.quantity), day(need.until));
  const title = `${site} · ${item}`;
  const assembly = supply.sites.find((one) => one.site === need.site)?.assembly ?? null;
  const officer = props.officers.find(({ book }) => book === assembly);
  return {
    act: need.need,
    title,
    said: [asked],
    ends: null,
    beside: (
      <>
        {need.countersigned === null ? (
          <Badge tone="ochre" icon="clock">
            {words.list.notCountersigned}
          </Badge>
        ) : (
          <a class="line" href={proof(need.countersigned)}>
            {words.list.countersigned}
          </a>
        )}
        {need.countersigned === null && officer !== undefined ? (
          <Countersign {...props} need={need} officer={officer} said={`${title}: ${asked}`} />
        ) : null}
        {need.found === null ? null : <p>{words.list.found(number(need.found))}</p>}
        {need.over.map((one) => (
          <p key={one.act}>
            <a class="line" href={proof(one.act)}>
              {words.list.over(number(one.declared), number(one.found))}
            </a>
          </p>
        ))}
        {supply.officer && need.found === null ? <FoundOver {...props} need={need.need} /> : null}
      </>
    ),
  };
}

function FoundOver({ session, words, formats, need }: RegisterProps & { readonly need: number }): JSX.Element {
  const [found, setFound] = useState<number | null>(null);
  const { busy, trouble, send } = useSending(session);
  return (
    <details>
      <summary>{words.list.overTitle}</summary>
      <NumberField id={`over-${need}`} label={words.list.overFound} value={found} onChange={setFound} />
      <Press
        mark="check"
        off={busy || found === null}
        onPress={() => void send('RecordOverDeclaration', { need, found, countedBy: 'committee' })}
      >
        {words.list.overSend}
      </Press>
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </details>
  );
}
