import { onNearestRoad, readRoads } from '@cabildo/supply';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Press } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Position } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';
import { AddForm } from '../registers/add-form.tsx';
import { registerWords } from '../registers/words.ts';
import type { MapWords } from './words-es.ts';

interface DrawClosureProps {
  readonly supply: Supply;
  readonly session: Session;
  readonly formats: Formats;
  readonly words: MapWords;
  /** Where was pressed: one place, or the two ends of a piece of road; null while nothing is drawn. */
  readonly chosen: readonly Position[] | null;
  readonly choose: (chosen: readonly Position[] | null) => void;
  /** The text of the roads that are kept here. */
  readonly roads: string | null;
}

/** Farther from a road than this, in decimetres, nobody meant the road. */
const NEAR_DM = 2_000;

/** Pressed where the road is closed, or where the closed piece begins and ends; then the form of the register, filled in. */
export function DrawClosure({ chosen, choose, roads, words, ...props }: DrawClosureProps): JSX.Element {
  const ofRegisters = useWords(registerWords, props.formats);
  const network = useMemo(() => (roads === null ? null : readRoads(roads)), [roads]);
  if (chosen === null)
    return (
      <Press mark="plus" tone="indigo" onPress={() => choose([])}>
        {words.draw}
      </Press>
    );
  const onRoad = (at: Position): Position => {
    const found = network === null ? null : onNearestRoad(network, at);
    return found === null || found.decimetres > NEAR_DM ? at : found.place;
  };
  const [from, to] = chosen.map(onRoad);
  const proof = (act: number): string => `/b/${encodeURIComponent(props.session.body)}/acts/${act}`;
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{words.draw}</h2>
      <p role="status">{words.drawHow[chosen.length] ?? ''}</p>
      {from === undefined || ofRegisters === null ? null : (
        <AddForm
          key={chosen.join(' ')}
          {...props}
          name="closures"
          officers={[]}
          words={ofRegisters}
          proof={proof}
          begun={{ ...degrees(from, 'lon', 'lat'), ...(to === undefined ? {} : degrees(to, 'toLon', 'toLat')) }}
        />
      )}
      <Press mark="cross" onPress={() => choose(null)}>
        {words.drawn}
      </Press>
    </section>
  );
}

const degrees = ([east, north]: Position, lon: string, lat: string): Readonly<Record<string, string>> => ({
  [lon]: String(Number(east.toFixed(6))),
  [lat]: String(Number(north.toFixed(6))),
});
