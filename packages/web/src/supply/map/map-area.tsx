import './map.css';
import type { JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import type { Formats } from '../../shell/formats.ts';
import { LocalFileField } from '../known/local-file-field.tsx';
import { useLocalFile } from '../known/local-files.ts';
import type { Position } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';
import { useSupply } from '../known/use-supply.ts';
import { DrawClosure } from './draw-closure.tsx';
import { cornersOf, spotsIn } from './frame.ts';
import { Listed } from './listed.tsx';
import { LiveMap } from './live-map.tsx';
import { type LocalMap, readLocalMap } from './local-map.ts';
import { SiteMap } from './site-map.tsx';
import { labelOf } from './spot-words.ts';
import { mapWords } from './words.ts';
import type { MapWords } from './words-es.ts';

const nothing: LocalMap = { roads: [], areas: [] };

const drawnFrom = (text: string | undefined): LocalMap => {
  const read = text === undefined ? null : readLocalMap(text);
  return read?.ok === true ? read.map : nothing;
};

const flawOf = (text: string): Sentences | null => {
  const read = readLocalMap(text);
  return read.ok ? null : read.said;
};

/** Where everything is, on the committee's own roads; the list below says the same. A closure is entered by pressing where it is. */
export function MapArea({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(mapWords, formats);
  const known = useSupply(shell, session);
  const roads = useLocalFile(shell, session, 'roads');
  const areas = useLocalFile(shell, session, 'areas');
  const [chosen, setChosen] = useState<readonly Position[] | null>(null);
  const ofRoads = useMemo(() => drawnFrom(roads.file?.text), [roads.file]);
  const ofAreas = useMemo(() => drawnFrom(areas.file?.text), [areas.file]);
  const local = useMemo(
    () => ({ roads: ofRoads.roads, areas: [...ofRoads.areas, ...ofAreas.areas] }),
    [ofRoads, ofAreas],
  );
  if (words === null || known === null || roads.file === undefined || areas.file === undefined)
    return <p role="status">{formats.words.loading}</p>;
  const { value: supply } = known;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <Moved
        {...{ supply, words, formats, local, chosen }}
        onPoint={chosen === null ? undefined : (at) => setChosen(next(chosen, at))}
      />
      {supply.officer ? (
        <DrawClosure
          {...{ supply, session, formats, words, chosen }}
          roads={roads.file?.text ?? null}
          choose={setChosen}
        />
      ) : null}
      <Listed supply={supply} session={session} words={words} formats={formats} areas={local.areas} />
      <section class="card">
        <h2>{words.files}</h2>
        <LocalFileField id="roads" here={roads} words={words.roadsFile} language={formats.language} flawOf={flawOf} />
        <LocalFileField id="areas" here={areas} words={words.areasFile} language={formats.language} flawOf={flawOf} />
      </section>
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

/** A third press begins anew. */
const next = (chosen: readonly Position[], at: Position): readonly Position[] =>
  chosen.length === 1 ? [...chosen, at] : [at];

interface MovedProps {
  readonly supply: Supply;
  readonly words: MapWords;
  readonly formats: Formats;
  readonly local: LocalMap;
  readonly chosen: readonly Position[] | null;
  readonly onPoint: ((at: Position) => void) | undefined;
}

/** The map that can be moved, or the plain one where there is none. */
function Moved({ supply, words, formats, local, chosen, onPoint }: MovedProps): JSX.Element {
  const [isPlain, setIsPlain] = useState(false);
  const none = useCallback(() => setIsPlain(true), []);
  const spots = useMemo(() => spotsIn(supply), [supply]);
  const drawn = useMemo(
    () => ({
      spots: spots.map((spot) => ({ ...spot, label: labelOf(spot, words, formats, supply.at) })),
      chosen: chosen ?? [],
      local,
    }),
    [spots, chosen, local, words, formats, supply.at],
  );
  if (isPlain)
    return (
      <>
        <p class="soft">{words.plain}</p>
        <SiteMap
          supply={supply}
          formats={formats}
          chosen={chosen ?? []}
          {...(onPoint === undefined ? {} : { onPoint })}
        />
      </>
    );
  const corners =
    spots.length > 0
      ? cornersOf(spots)
      : [...local.roads, ...local.areas.flatMap(({ polygons }) => polygons.flat())].flat();
  return (
    <>
      <LiveMap
        drawn={drawn}
        corners={corners}
        label={words.label(spots.map(({ title, kind }) => `${title} (${words.kinds[kind]})`).join(', '))}
        words={words}
        onPoint={onPoint}
        none={none}
      />
      {spots.length === 0 ? <p role="status">{words.nothing}</p> : null}
    </>
  );
}
