import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LiveCount, LiveVote } from '../live-answer.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import { WaitsNote } from './door-count.tsx';
import { countName, mayEnter, roundDue, standingOf } from './due.ts';
import { useGiving } from './giving.ts';
import { Keypad } from './keypad.tsx';
import { difference, noPapers, type Papers, papersFields } from './papers-sum.ts';
import { StandingNote } from './standing-note.tsx';
import type { CountProps } from './teller-props.ts';

/** Papers that were taken out of the urn, sorted into piles: first how many there are, then each pile; and whether it adds up. */
export function UrnCount(props: CountProps & { readonly vote: LiveVote; readonly urn: LiveCount }): JSX.Element {
  const { session, formats, words, vote, urn, given, gave, leave } = props;
  const name = countName({ of: 'urn', vote: vote.vote });
  const mine = given[name] ?? 0;
  const round = roundDue(urn);
  const [papers, setPapers] = useState<Papers>(noPapers);
  const [at, setAt] = useState<keyof Papers>('papers');
  const giving = useGiving(session);
  const open = !giving.waits && mayEnter(standingOf(urn, mine), mine);
  const give = async (): Promise<void> => {
    await giving.give('CountUrn', { vote: vote.vote, round, ...papers }, () => gave(name, round));
  };
  const next = papersFields[papersFields.indexOf(at) + 1];
  const fits = difference(papers) === 0;
  return (
    <>
      <h1>{words.count.urn}</h1>
      {open && round > 1 ? <p class="soft">{words.round(formats.number(round))}</p> : null}
      {giving.waits ? null : <StandingNote count={urn} mine={mine} words={words} />}
      {!open ? null : (
        <>
          <Piles papers={papers} at={at} go={setAt} {...props} />
          <Keypad
            key={at}
            label={words.urn[at]}
            value={papers[at]}
            onChange={(value) => setPapers({ ...papers, [at]: value })}
            formats={formats}
            words={words}
          />
          {next !== undefined ? (
            <Action icon="check" tone="indigo" onClick={() => setAt(next)}>
              {words.next}
            </Action>
          ) : (
            <Action icon="hand" tone="green" busy={giving.busy || !fits} onClick={() => void give()}>
              {words.giveAll}
            </Action>
          )}
        </>
      )}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
      <button type="button" class="plain" onClick={leave}>
        {words.back}
      </button>
    </>
  );
}

interface PilesProps extends Pick<CountProps, 'formats' | 'words'> {
  readonly papers: Papers;
  readonly at: keyof Papers;
  readonly go: (field: keyof Papers) => void;
}

function Piles({ papers, at, go, formats, words }: PilesProps): JSX.Element {
  const left = difference(papers);
  const said =
    left === 0
      ? words.urn.fits
      : left > 0
        ? words.urn.missing(formats.number(left))
        : words.urn.over(formats.number(-left));
  return (
    <>
      <div class="piles">
        {papersFields.map((field) => (
          <button key={field} type="button" aria-pressed={field === at} onClick={() => go(field)}>
            <span>{words.urn[field]}</span>
            <strong>{formats.number(papers[field])}</strong>
          </button>
        ))}
      </div>
      <p class={left === 0 ? 'sum green' : 'sum ochre'} role="status">
        {said}
      </p>
    </>
  );
}
