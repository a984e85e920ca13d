import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import type { FoundingProps } from './founding-props.ts';
import {
  drawn,
  type MapFlaw,
  type MapRead,
  MOST_BYTES,
  MOST_LETTERS,
  mapInFile,
  mapOfCorners,
} from './territory-map.ts';

interface Props extends FoundingProps {
  readonly map: string | null;
  /** Null where nothing is taken; `wrong` while something that cannot be taken is there. */
  readonly onChange: (map: string | null, wrong: boolean) => void;
}

/** The place of the body: a map of another program, or its corners; shown before anything is founded. */
export function TerritoryField(props: Props): JSX.Element {
  const { map, onChange, words, formats } = props;
  const { territory } = words;
  const [corners, setCorners] = useState('');
  const [flaw, setFlaw] = useState<MapFlaw | null>(null);
  const take = (read: MapRead): void => {
    setFlaw(read.ok ? null : read.flaw);
    onChange(read.ok ? read.map : null, !read.ok);
  };
  const path = map === null ? null : drawn(map);
  return (
    <details class="territory">
      <summary>{territory.title}</summary>
      <p class="soft">{territory.how}</p>
      <div class="field">
        <label for="territory-file">{territory.file}</label>
        <input
          id="territory-file"
          type="file"
          accept=".json,.geojson,application/geo+json,application/json"
          onChange={async ({ currentTarget: { files } }) => {
            const file = files?.[0];
            setCorners('');
            if (file !== undefined) take(mapInFile(new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer())));
          }}
        />
      </div>
      <TextField
        id="corners"
        label={territory.corners}
        hint={territory.cornersHow}
        rows={4}
        max={20_000}
        value={corners}
        onChange={(text) => {
          setCorners(text);
          if (text.trim() !== '') return take(mapOfCorners(text));
          setFlaw(null);
          onChange(null, false);
        }}
      />
      {flaw === null ? null : (
        <p class="refusal" role="alert">
          {said(flaw, props)}
        </p>
      )}
      {path === null ? null : (
        <svg class="drawn" role="img" aria-label={territory.drawn} viewBox="-4 -4 108 108">
          <path d={path} fill-rule="evenodd" />
        </svg>
      )}
      {map === null ? null : <p role="status">{territory.taken(formats.number(map.length))}</p>}
    </details>
  );
}

function said(flaw: MapFlaw, { words: { territory }, formats: { number } }: Props): string {
  const { flaws } = territory;
  switch (flaw.what) {
    case 'malformed':
      return flaws.malformed(flaw.place, flaw.needed);
    case 'too-detailed':
      return flaws['too-detailed'](number(flaw.letters), number(MOST_LETTERS));
    case 'corner':
      return flaws.corner(number(flaw.line));
    case 'crosses':
    case 'encloses-nothing':
      return flaws[flaw.what](flaw.place);
    default:
      return flaws[flaw.what];
  }
}
