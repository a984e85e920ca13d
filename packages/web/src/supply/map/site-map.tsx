import './map.css';
import type { JSX, TargetedMouseEvent } from 'preact';
import { useWords } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';
import type { Position } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';
import { cornersOf, frameOf, type Spot, spotsIn, WIDE } from './frame.ts';
import { mapWords } from './words.ts';
import type { MapWords } from './words-es.ts';

interface MapProps {
  readonly supply: Supply;
  readonly formats: Formats;
  /** A press on the map says where; whoever uses no pointer types the degrees. */
  readonly onPoint?: (at: Position) => void;
  /** Where the press was. */
  readonly chosen?: readonly Position[];
}

/** Sites and closures where they are, out of the registers alone: no tile and no font of anybody else's. */
export function SiteMap({ supply, formats, onPoint, chosen = [] }: MapProps): JSX.Element | null {
  const words = useWords(mapWords, formats);
  const spots = spotsIn(supply);
  const frame = frameOf([...cornersOf(spots), ...chosen]);
  if (words === null) return null;
  if (frame === null) return <p class="soft">{words.nothing}</p>;
  const press = (event: TargetedMouseEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDE;
    const y = ((event.clientY - box.top) / box.height) * frame.height;
    onPoint?.(frame.toDegrees(x, y));
  };
  const said = words.label(spots.map(({ title, kind }) => `${title} (${words.kinds[kind]})`).join(', '));
  return (
    <figure class="site-map">
      {onPoint === undefined ? null : <figcaption class="soft">{words.press}</figcaption>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the two fields beside it are the way by keys */}
      <svg
        viewBox={`0 0 ${WIDE} ${frame.height}`}
        role="img"
        aria-label={said}
        class={onPoint === undefined ? undefined : 'pressed'}
        onClick={press}
      >
        <rect class="ground" width={WIDE} height={frame.height} />
        {spots.map((spot) =>
          spot.to === null ? null : (
            <path
              key={spot.act}
              class="closure"
              d={`M${frame.toMap(spot.at).join(' ')}L${frame.toMap(spot.to).join(' ')}`}
            />
          ),
        )}
        {spots.map((spot) => (
          <Mark key={`${spot.kind} ${spot.act}`} spot={spot} at={frame.toMap(spot.at)} />
        ))}
        {chosen.map((at) => (
          <Cross key={at.join(' ')} at={frame.toMap(at)} />
        ))}
      </svg>
      <figcaption class="legend soft">
        <Legend words={words} />
      </figcaption>
    </figure>
  );
}

/** What each sign means; of a map that can be moved too. */
export const Legend = ({ words }: { readonly words: MapWords }): JSX.Element => (
  <>
    {(['depot', 'site', 'closure'] as const).map((kind) => (
      <span key={kind}>
        <svg viewBox="-20 -20 40 40" aria-hidden="true">
          <Shape kind={kind} />
        </svg>
        {words.kinds[kind]}
      </span>
    ))}
  </>
);

/** Told apart by shape, never by colour alone. */
function Shape({ kind }: { readonly kind: Spot['kind'] }): JSX.Element {
  if (kind === 'depot') return <rect class="depot" x={-14} y={-14} width={28} height={28} />;
  if (kind === 'site') return <circle class="site" r={13} />;
  return <path class="closure" d="M-13-13 13 13M13-13-13 13" />;
}

function Mark({ spot, at: [x, y] }: { readonly spot: Spot; readonly at: readonly [number, number] }): JSX.Element {
  const end = x > WIDE * 0.62;
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      {spot.rough ? <circle class="rough" r={40} /> : null}
      <Shape kind={spot.kind} />
      <text x={end ? -22 : 22} y={9} text-anchor={end ? 'end' : 'start'}>
        {spot.title}
      </text>
    </g>
  );
}

const Cross = ({ at: [x, y] }: { readonly at: readonly [number, number] }): JSX.Element => (
  <path class="chosen" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} d="M-26 0H26M0-26V26" />
);
