import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { SittingAreaProps } from '../../shell/area.ts';
import { Action, Icon } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import { seatKey } from './desk-answer.ts';
import type { DeskProps } from './desk-props.ts';
import { seatsOf } from './fetch-kit.ts';
import { type Judgement, judge } from './judge.ts';
import { Seats } from './seats.tsx';
import { ShowCredential } from './show-credential.tsx';
import type { Shown } from './shown.ts';
import { standsAs, unsentOf } from './stands.ts';
import { type KitNow, useKit } from './use-kit.ts';
import { Verdict } from './verdict.tsx';
import { deskWords } from './words.ts';
import type { DeskWords } from './words-es.ts';

/** The desk that opens an assembly of delegates: whoever comes in shows a card or a file, and is told at once. */
export function Accreditation(props: SittingAreaProps): JSX.Element {
  const { session, formats, sitting } = props;
  const words = useWords(deskWords, formats);
  const mine = useSession(session);
  const now = useKit(props);
  const [judged, setJudged] = useState<Judgement | null>(null);
  const unsent = unsentOf(mine.entries, sitting);
  const { waiting } = unsent;
  // What waited has gone out: how the seats stand has changed.
  useEffect(() => void now.look(), [waiting.size]);
  if (words === null) return <p role="status">{formats.words.loading}</p>;
  const { kept } = now;
  const one: DeskProps = { session, formats, words, sitting };
  const show = (shown: Shown): void => {
    if (kept === null) return;
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    setJudged(judge(shown, { kit: kept.kit, sitting, waiting, at }));
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <Books now={now} formats={formats} words={words} />
      {kept === null ? null : judged === null ? (
        <ShowCredential kit={kept.kit} show={show} {...one} />
      ) : (
        <Verdict
          judged={judged}
          letIn={now.letIn}
          accredited={() => void now.look()}
          stands={({ below, seat }) => standsAs(seatKey(below, seat), kept.kit, unsent, sitting)}
          next={() => setJudged(null)}
          {...one}
        />
      )}
      {kept === null ? null : <Seats kit={kept.kit} unsent={unsent} {...one} />}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

/** What this desk holds, and how old it is: the first thing that whoever sits there wants to know. */
function Books({
  now: { kept, progress, failed, fetch },
  formats,
  words,
}: {
  readonly now: KitNow;
  readonly formats: SittingAreaProps['formats'];
  readonly words: DeskWords;
}): JSX.Element {
  const { number, ago } = formats;
  const seats = kept === null ? [] : seatsOf(kept.kit.body);
  const held = Object.values(kept?.kit.held ?? {}).filter(({ refused }) => refused !== 'book-not-held').length;
  return (
    <section class="card" data-books={kept === null ? 'none' : 'held'}>
      <p role="status">
        <Icon name="book" />{' '}
        {progress !== null
          ? words.fetching(number(progress.done), number(progress.of))
          : kept === null
            ? words.noBooks
            : words.books(number(held), number(seats.length), ago(Date.now() - kept.at))}
      </p>
      {failed ? <p class="soft">{words.notFetched}</p> : null}
      <Action icon="next" tone="quiet" busy={progress !== null} onClick={() => void fetch()}>
        {words.fetch}
      </Action>
    </section>
  );
}
