import type { JSX } from 'preact';
import type { Formats } from '../../shell/formats.ts';
import { Combobox } from './combobox.tsx';
import { StandingMark, type StandingNow } from './standing-mark.tsx';
import { askFor, type Find } from './use-found.ts';

/** A body whose book is on this node. */
export interface OneBody {
  readonly origin: string;
  readonly title: string;
  readonly key: string;
  readonly standing: StandingNow | null;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly chosen: OneBody | null;
  /** Which is left out: the own one. */
  readonly without: string;
  readonly kind?: 'delegate';
  readonly onChange: (body: OneBody | null) => void;
  readonly formats: Formats;
}

/** A body out of all that are known here, looked for on the node. */
export function BodyField({ without, kind, formats, ...props }: Props): JSX.Element {
  const find: Find<OneBody> = async (q, from, signal) => {
    const query = new URLSearchParams({ q, from: String(from), without, ...(kind === undefined ? {} : { kind }) });
    const reply = await askFor<{ readonly bodies: readonly OneBody[]; readonly all: number }>(
      `/api/bodies-found?${query}`,
      signal,
    );
    return reply === null ? null : { rows: reply.bodies, all: reply.all };
  };
  return (
    <Combobox
      {...props}
      find={find}
      formats={formats}
      keyOf={({ origin }) => origin}
      nameOf={({ title }) => title}
      beside={({ origin, standing }, words) => (
        <>
          <span class="soft">{origin}</span>
          <StandingMark standing={standing} words={words} formats={formats} />
        </>
      )}
    />
  );
}
