import './board.css';
import type { JSX } from 'preact';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import type { Formats } from '../../shell/formats.ts';
import { Badge, Icon, Meter } from '../../shell/parts.tsx';
import { type Names, namesIn } from '../known/names.ts';
import type { Supply } from '../known/supply-answer.ts';
import { useSupply } from '../known/use-supply.ts';
import { type Cover, coverOf, type OpenNeed, openNeeds } from './cover.ts';
import { Pictures } from './pictures.tsx';
import { boardWords } from './words.ts';
import type { BoardWords } from './words-es.ts';

/** What is short, where, and for how many days there is enough. */
export function Board({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(boardWords, formats);
  const known = useSupply(shell, session);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const { value: supply } = known;
  const at = Date.parse(supply.at);
  const names = namesIn(supply);
  const covers = coverOf(supply, at);
  const proof = (act: number): string => `/b/${encodeURIComponent(session.body)}/acts/${act}`;
  const saying: Saying = { words, formats, names, proof };
  return (
    <>
      <h1>{words.title}</h1>
      {supply.items.length === 0 ? <p>{words.nothing}</p> : null}
      <section class="covers" aria-label={words.items}>
        {covers.map((cover) => (
          <ItemCard key={cover.item.item} cover={cover} {...saying} />
        ))}
      </section>
      <Short needs={openNeeds(supply, at)} {...saying} />
      <NotShown supply={supply} {...saying} />
      <Pictures supply={supply} covers={covers} names={names} words={words} formats={formats} />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

interface Saying {
  readonly words: BoardWords;
  readonly formats: Formats;
  readonly names: Names;
  /** Where the act is read that says so. */
  readonly proof: (act: number) => string;
}

function daysIn(days: number, { lessThanADay, lasts }: BoardWords, { number, plural }: Formats): string {
  if (days < 1) return lessThanADay;
  return plural(days, { one: lasts.one(number(days)), other: lasts.other(number(days)) });
}

/** A day and a half is said as one: nobody is promised more than there is. */
function ItemCard({ cover, words, formats, proof }: Saying & { readonly cover: Cover }): JSX.Element {
  const { item, wanted, came, missing, depots, vehicles, short, days } = cover;
  const { number } = formats;
  const daysSaid = days === null ? words.noNeed : daysIn(Math.floor(days), words, formats);
  const tone = short > 0 ? 'red' : days === null ? 'rest' : 'green';
  const bar = words.bar(number(came), number(wanted));
  return (
    <article class="card">
      <h2>
        <a href={proof(item.item)}>{item.title}</a> <small class="soft">{item.unit}</small>
      </h2>
      <Badge tone={tone} icon={short > 0 ? 'alert' : days === null ? 'minus' : 'check'}>
        {short > 0 ? words.short(number(short)) : days === null ? words.noNeed : words.enough}
      </Badge>
      {wanted === 0 ? null : <Meter parts={[{ value: came, tone: 'yes' }]} total={wanted} tick={null} label={bar} />}
      <dl class="facts">
        <Fact name={words.came} said={`${number(came)}\u00a0/\u00a0${number(wanted)}`} />
        <Fact name={words.missing} said={number(missing)} />
        <Fact name={words.depots} said={number(depots)} />
        <Fact name={words.vehicles} said={number(vehicles)} />
        <Fact name={words.cover} said={daysSaid} />
      </dl>
    </article>
  );
}

const Fact = ({ name, said }: { readonly name: string; readonly said: string }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{said}</dd>
  </div>
);

/** Who has the smallest part of what they need comes first. */
function Short({
  needs,
  words,
  formats,
  names,
  proof,
}: Saying & { readonly needs: readonly OpenNeed[] }): JSX.Element | null {
  const { number, day } = formats;
  const part = ({ came, wanted }: OpenNeed): number => (wanted === 0 ? 1 : came / wanted);
  const short = needs.filter(({ missing }) => missing > 0).toSorted((a, b) => part(a) - part(b));
  if (short.length === 0) return needs.length === 0 ? null : <p>{words.nobodyShort}</p>;
  return (
    <section>
      <h2>{words.where}</h2>
      <ul class="sites">
        {short.map((need) => (
          <li key={need.need} class="card">
            <h3>
              {names.place(need.site)} · {names.item(need.item)?.title}
            </h3>
            <Meter
              parts={[{ value: need.came, tone: 'yes' }]}
              total={need.wanted}
              tick={null}
              label={words.bar(number(need.came), number(need.wanted))}
            />
            <p>
              <a class="line" href={proof(need.need)}>
                {words.missingUntil(number(need.missing), number(need.wanted), day(need.until))}
              </a>
            </p>
            {need.over.map((one) => (
              <p key={one.act} class="soft">
                <a class="line" href={proof(one.act)}>
                  {words.over(number(one.declared), number(one.found))}
                </a>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Places where the book shows less than nothing: a hand-over is still on somebody's phone. */
function NotShown({ supply, words, formats, names, proof }: Saying & { readonly supply: Supply }): JSX.Element | null {
  const rows = supply.lots.flatMap(({ lot, places }) =>
    places.filter(({ quantity }) => quantity < 0).map((one) => ({ lot, ...one })),
  );
  if (rows.length === 0) return null;
  return (
    <section class="card ochre">
      <h2>
        <Icon name="clock" /> {words.notShown}
      </h2>
      <p>{words.notShownHow}</p>
      <ul>
        {rows.map(({ lot, place, quantity }) => (
          <li key={`${lot}.${place}`}>
            <a href={proof(lot)}>
              {words.notShownLine(names.place(place), formats.number(-quantity), names.lotItem(lot)?.title ?? '')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
