import type { JSX } from 'preact';
import { useWords } from '../form/words-later.ts';
import type { SittingAreaProps } from '../shell/area.ts';
import { useLive } from '../shell/watching.ts';
import { deskFloorWords } from './desk-words.ts';
import { SpeakersCard } from './speakers-card.tsx';

/** The list of speakers alone, for whoever keeps it beside the presidium with a phone of their own. */
export function Speakers({ session, sitting, formats }: SittingAreaProps): JSX.Element {
  const words = useWords(deskFloorWords, formats);
  const { live, problem } = useLive(session, sitting);
  if (live === null || words === null)
    return <p role="status">{problem === null ? formats.words.loading : formats.said(problem.sentences)}</p>;
  return (
    <>
      <p class="soft">{live.place}</p>
      <h1>{live.floor?.title ?? words.area}</h1>
      {live.phase === 'open' ? (
        <SpeakersCard live={live} session={session} formats={formats} />
      ) : (
        <p>{live.phase === 'recess' ? words.inRecess : words.notOpen}</p>
      )}
    </>
  );
}
