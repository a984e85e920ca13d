/** Degrees: west, south, east, north. */
export type Box = readonly [number, number, number, number];

interface Pressed {
  readonly lngLat: { readonly lng: number; readonly lat: number };
}

/** What of maplibre-gl is used here, which is not imported by its name: the builder leaves it as its makers packed it. */
export interface MovedMap {
  on(event: 'click', listener: (event: Pressed) => void): unknown;
  on(event: 'idle' | 'moveend', listener: () => void): unknown;
  once(event: 'load', listener: () => void): unknown;
  setStyle(style: object): unknown;
  fitBounds(box: Box, options: { readonly padding: number; readonly maxZoom: number }): unknown;
  getCenter(): { readonly lng: number; readonly lat: number };
  zoomIn(): unknown;
  zoomOut(): unknown;
  remove(): void;
  readonly touchZoomRotate: { disableRotation(): void };
  readonly keyboard: { disableRotation(): void };
}

export interface MapLibrary {
  readonly Map: new (
    options: Readonly<Record<string, unknown>> & { readonly container: HTMLElement; readonly style: object },
  ) => MovedMap;
  setWorkerUrl(address: string): void;
}

/** Written in when the client is built: the library and its worker, or null where there is none. */
declare const MAP_LIBRARY: readonly [library: string, worker: string] | null;

/** Whether this browser draws with WebGL 2; the library is not asked for where it would be of no use. */
const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** Null where it is not there, cannot be had now, or could not draw: then the plain map stands. */
export async function loadMapLibrary(): Promise<MapLibrary | null> {
  if (MAP_LIBRARY === null || !canDraw()) return null;
  const [address, worker] = MAP_LIBRARY;
  const library = (await import(/* @vite-ignore */ address).catch(() => null)) as MapLibrary | null;
  library?.setWorkerUrl(worker);
  return library;
}
