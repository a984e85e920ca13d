import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Mark } from '../../form/press.tsx';
import type { Position } from '../known/position.ts';
import { loadMapLibrary, type MovedMap } from './map-library.ts';
import { boxOf, type Colours, type Drawn, styleOf } from './map-style.ts';
import { Legend } from './site-map.tsx';
import type { MapWords } from './words-es.ts';

interface LiveMapProps {
  readonly drawn: Drawn;
  /** What is shown at first. */
  readonly corners: readonly Position[];
  /** What the map shows, for whoever does not see it. */
  readonly label: string;
  readonly words: MapWords;
  readonly onPoint: ((at: Position) => void) | undefined;
  /** There is none here: no WebGL, no library, or it gave up. */
  readonly none: () => void;
}

/** A map that is moved and made larger, by finger, wheel or keys, out of what is on this device alone. */
export function LiveMap({ drawn, corners, label, words, onPoint, none }: LiveMapProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<MovedMap | null>(null);
  const now = useRef({ drawn, onPoint, none });
  now.current = { drawn, onPoint, none };
  const first = useRef({ label, corners });
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const paint = (): void => void map.current?.setStyle(styleOf(now.current.drawn, coloursNow()));
    let over = false;
    void loadMapLibrary().then((library) => {
      const container = place.current;
      if (over || container === null) return;
      if (library === null) return now.current.none();
      try {
        map.current = openMap(library, container, { ...first.current, drawn: now.current.drawn });
      } catch {
        return now.current.none();
      }
      map.current.on('click', ({ lngLat }) => now.current.onPoint?.(asWritten(lngLat)));
      map.current.once('load', () => setIsThere(true));
      dark.addEventListener('change', paint);
    });
    return () => {
      over = true;
      dark.removeEventListener('change', paint);
      map.current?.remove();
      map.current = null;
    };
  }, []);
  useEffect(() => {
    map.current?.setStyle(styleOf(drawn, coloursNow()));
  }, [drawn]);
  const all = (): void => {
    const box = boxOf(corners);
    if (box !== null) map.current?.fitBounds(box, framing);
  };
  return (
    <div class="site-map live-map" data-map={isThere ? 'there' : 'coming'}>
      <div ref={place} class={onPoint === undefined ? 'moved' : 'moved pressed'} />
      <p class="legend soft">
        <Legend words={words} />
      </p>
      {isThere ? (
        <div class="small-row">
          <button type="button" class="small" onClick={() => map.current?.zoomIn()}>
            <Mark name="plus" />
            <span>{words.nearer}</span>
          </button>
          <button type="button" class="small" onClick={() => map.current?.zoomOut()}>
            <Mark name="minus" />
            <span>{words.farther}</span>
          </button>
          <button type="button" class="small" onClick={all}>
            <Mark name="list" />
            <span>{words.all}</span>
          </button>
          {onPoint === undefined ? null : (
            <button
              type="button"
              class="small"
              onClick={() => map.current !== null && onPoint(asWritten(map.current.getCenter()))}
            >
              <Mark name="check" />
              <span>{words.middle}</span>
            </button>
          )}
        </div>
      ) : (
        <p role="status">{words.coming}</p>
      )}
    </div>
  );
}

/** A street and its corners; nearer there is nothing to see. */
const framing = { padding: 24, maxZoom: 15 } as const;

function openMap(
  { Map: Opened }: NonNullable<Awaited<ReturnType<typeof loadMapLibrary>>>,
  container: HTMLElement,
  { label, corners, drawn }: { readonly label: string; readonly corners: readonly Position[]; readonly drawn: Drawn },
): MovedMap {
  const opened = new Opened({
    container,
    style: styleOf(drawn, coloursNow()),
    bounds: boxOf(corners) ?? [-70, -23, -57, -9],
    fitBoundsOptions: framing,
    attributionControl: false,
    locale: { 'Map.Title': label },
    // North is up, and nothing tilts: whoever reads a map on the road turns the phone.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    renderWorldCopies: false,
    fadeDuration: 0,
  });
  opened.touchZoomRotate.disableRotation();
  opened.keyboard.disableRotation();
  return opened;
}

/** A tenth of a metre is more than a finger knows. */
const asWritten = ({ lng, lat }: { readonly lng: number; readonly lat: number }): Position => [
  Number(lng.toFixed(6)),
  Number(lat.toFixed(6)),
];

function coloursNow(): Colours {
  // A colour of the look is void by day or in the dark: what is computed of a property that uses it is a colour.
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name: keyof Colours): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    card: colour('card'),
    ink: colour('ink'),
    soft: colour('soft'),
    indigo: colour('indigo'),
    green: colour('green'),
    red: colour('red'),
    ochre: colour('ochre'),
  };
  probe.remove();
  return colours;
}
