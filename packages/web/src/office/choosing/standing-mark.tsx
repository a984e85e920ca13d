import type { JSX } from 'preact';
import type { Formats } from '../../shell/formats.ts';
import { Badge } from '../../shell/parts.tsx';
import type { ChoosingWords } from './words-es.ts';

/** How a body stands, as the node answers it wherever it names one. */
export interface StandingNow {
  readonly stage: 'proven' | 'provisional' | 'over' | 'dissolved';
  readonly until: string | null;
  readonly disputes: readonly { readonly book: string; readonly act: number }[];
}

interface Props {
  readonly standing: StandingNow | null;
  readonly words: ChoosingWords;
  readonly formats: Formats;
  /** Where something is chosen nothing leads away. */
  readonly links?: boolean;
}

/** Beside the name of a body: what whoever trusts it must know. Of one that is proven, and claimed by nobody else, nothing. */
export function StandingMark({
  standing,
  words: { standing: said },
  formats,
  links = false,
}: Props): JSX.Element | null {
  if (standing === null) return null;
  const { stage, until, disputes } = standing;
  const disputed = (
    <Badge tone="red" icon="alert">
      {said.disputed}
    </Badge>
  );
  return (
    <>
      {stage === 'provisional' ? (
        <Badge tone="ochre" icon="clock">
          {said.provisional(formats.day(until ?? ''))}
        </Badge>
      ) : null}
      {stage === 'over' || stage === 'dissolved' ? (
        <Badge tone="rest" icon="cross">
          {said[stage]}
        </Badge>
      ) : null}
      {disputes.map(({ book, act }) =>
        links ? (
          <a key={`${book} ${act}`} class="plain" href={`/b/${encodeURIComponent(book)}/acts/${act}`}>
            {disputed}
          </a>
        ) : (
          <span key={`${book} ${act}`}>{disputed}</span>
        ),
      )}
    </>
  );
}
