import type { ComponentChildren, JSX } from 'preact';
import type { Formats } from '../../shell/formats.ts';
import type { Names } from '../known/names.ts';
import type { Supply } from '../known/supply-answer.ts';
import { SiteMap } from '../map/site-map.tsx';
import type { Cover } from './cover.ts';
import { type Flow, flowsOf } from './flows.ts';
import type { BoardWords } from './words-es.ts';

interface PictureProps {
  readonly supply: Supply;
  readonly covers: readonly Cover[];
  readonly names: Names;
  readonly words: BoardWords;
  readonly formats: Formats;
}

/** For whoever would rather look; each has the same numbers as a table. */
export function Pictures(props: PictureProps): JSX.Element {
  const { supply, words, formats } = props;
  return (
    <>
      <DaysPicture {...props} />
      <FlowPicture {...props} />
      <section>
        <h2>{words.map}</h2>
        <SiteMap supply={supply} formats={formats} />
      </section>
    </>
  );
}

const ROW = 44;
const WIDE = 640;
/** More days than this is enough for any picture. */
const MOST_DAYS = 30;

function DaysPicture({ covers, words, formats: { number } }: PictureProps): JSX.Element | null {
  const rows = covers.flatMap(({ item, days }) => (days === null ? [] : [{ title: item.title, days }]));
  if (rows.length === 0) return null;
  const most = Math.min(MOST_DAYS, Math.max(1, ...rows.map(({ days }) => days)));
  const said = rows.map(({ title, days }) => `${title}: ${number(Math.floor(days))}`).join(', ');
  return (
    <section>
      <h2>{words.daysTitle}</h2>
      <svg class="picture" viewBox={`0 0 ${WIDE} ${rows.length * ROW * 1.6}`} role="img" aria-label={said}>
        {rows.map(({ title, days }, place) => (
          <g key={title} transform={`translate(0 ${place * ROW * 1.6})`}>
            <text y={20}>
              {title} · {number(Math.floor(days))}
            </text>
            <rect class="ground" y={30} width={WIDE} height={24} />
            <rect class={days < 3 ? 'few' : 'bar'} y={30} width={(WIDE * Math.min(days, most)) / most} height={24} />
          </g>
        ))}
      </svg>
      <AsTable words={words} heads={[words.item, words.cover]}>
        {rows.map(({ title, days }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{number(Math.floor(days))}</td>
          </tr>
        ))}
      </AsTable>
    </section>
  );
}

/** More bands than this nobody tells apart; the table has them all. */
const MOST_BANDS = 24;

function FlowPicture({ supply, names, words, formats: { number } }: PictureProps): JSX.Element | null {
  const flows = flowsOf(supply);
  if (flows.length === 0) return null;
  const drawn = flows.slice(0, MOST_BANDS);
  const sources = [...new Set(drawn.map(({ from }) => from))];
  const targets = [...new Set(drawn.map(({ to }) => to))];
  const tall = Math.max(sources.length, targets.length) * ROW * 1.4;
  const most = Math.max(...drawn.map(({ meant }) => meant));
  const heightOf = (place: number, all: number): number => ((place + 0.5) * tall) / all;
  const band = ({ from, to, meant, handed }: Flow): JSX.Element => {
    const [y1, y2] = [heightOf(sources.indexOf(from), sources.length), heightOf(targets.indexOf(to), targets.length)];
    const d = `M210 ${y1}C320 ${y1} 320 ${y2} 430 ${y2}`;
    const thick = (amount: number): number => (amount === 0 ? 0 : Math.max(2, (26 * amount) / most));
    return (
      <g key={`${from} ${to} ${meant}`}>
        <path class="meant" d={d} stroke-width={thick(meant)} />
        <path class="handed" d={d} stroke-width={thick(handed)} />
      </g>
    );
  };
  const said = drawn.map(({ from, to, meant }) => `${names.place(from)} → ${names.place(to)}: ${number(meant)}`);
  return (
    <section>
      <h2>{words.flows}</h2>
      <p class="soft">{words.flowsHow}</p>
      <svg class="picture" viewBox={`0 0 ${WIDE} ${tall}`} role="img" aria-label={said.join(', ')}>
        {drawn.map(band)}
        {sources.map((site, place) => (
          <text key={site} x={204} y={heightOf(place, sources.length) + 6} text-anchor="end">
            {short(names.place(site))}
          </text>
        ))}
        {targets.map((site, place) => (
          <text key={site} x={436} y={heightOf(place, targets.length) + 6}>
            {short(names.place(site))}
          </text>
        ))}
      </svg>
      <AsTable words={words} heads={[words.item, words.from, words.to, words.meant, words.handed]}>
        {flows.map(({ item, from, to, meant, handed }) => (
          <tr key={`${item} ${from} ${to}`}>
            <th scope="row">{names.item(item)?.title}</th>
            <td>{names.place(from)}</td>
            <td>{names.place(to)}</td>
            <td>{number(meant)}</td>
            <td>{number(handed)}</td>
          </tr>
        ))}
      </AsTable>
    </section>
  );
}

/** As much of a title as there is room for. */
const short = (title: string): string => (title.length <= 20 ? title : `${title.slice(0, 18)}…`);

function AsTable({
  words,
  heads,
  children,
}: {
  readonly words: BoardWords;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details>
      <summary>{words.asTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved sideways is moved by keys too */}
      <section class="rows" aria-label={words.asTable} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </details>
  );
}
