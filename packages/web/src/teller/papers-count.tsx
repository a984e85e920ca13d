import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LiveCount, LiveVote } from '../live-answer.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import { WaitsNote } from './door-count.tsx';
import { countName, mayEnter, roundDue, standingOf } from './due.ts';
import { useGiving } from './giving.ts';
import { useKept } from './kept.ts';
import { readLines } from './papers-sum.ts';
import { StandingNote } from './standing-note.tsx';
import type { CountProps } from './teller-props.ts';

type Contest = LiveCount & { readonly contest: number };

interface Typing {
  readonly lines: string;
  readonly papers: number;
  readonly spoilt: number;
}

const nothing: Typing = { lines: '', papers: 0, spoilt: 0 };

/** Papers of an election, typed line by line as they are read out; what was typed stays on this phone until it is given. */
export function PapersCount(props: CountProps & { readonly vote: LiveVote; readonly contest: Contest }): JSX.Element {
  const { shell, session, formats, words, vote, contest, given, gave, leave } = props;
  const name = countName({ of: 'papers', vote: vote.vote, contest: contest.contest });
  const mine = given[name] ?? 0;
  const round = roundDue(contest);
  const [kept, keep] = useKept(shell, session, `${name} ${round}`, nothing);
  const giving = useGiving(session);
  const [touched, setTouched] = useState(false);
  const open = kept !== undefined && !giving.waits && mayEnter(standingOf(contest, mine), mine);
  const typing = kept ?? nothing;
  const read = readLines(typing.lines);
  const sum = read.ok ? read.papers + typing.spoilt : 0;
  const fits = read.ok && sum === typing.papers && sum > 0;
  const give = async (): Promise<void> => {
    setTouched(true);
    if (!fits) return;
    const { papers, spoilt, lines } = typing;
    const input = { vote: vote.vote, contest: contest.contest, round, papers, spoilt, ballots: lines };
    await giving.give('EnterBallots', input, () => gave(name, round));
  };
  const problem = read.ok
    ? words.papers.typed(formats.number(sum), formats.number(typing.papers))
    : words.papers.wrong(formats.number(read.line));
  return (
    <>
      <h1>{words.count.papers(formats.number(contest.contest))}</h1>
      {giving.waits ? null : <StandingNote count={contest} mine={mine} words={words} />}
      {!open ? null : (
        <>
          <p>{words.papers.how}</p>
          <p class="soft">{words.papers.example}</p>
          <Field
            label={words.papers.total}
            value={typing.papers}
            onChange={(papers) => keep((now) => ({ ...now, papers }))}
          />
          <Field
            label={words.papers.spoilt}
            value={typing.spoilt}
            onChange={(spoilt) => keep((now) => ({ ...now, spoilt }))}
          />
          <label for="lines">{words.papers.lines}</label>
          <textarea
            id="lines"
            rows={8}
            spellcheck={false}
            inputMode="numeric"
            value={typing.lines}
            onInput={(event) => {
              const lines = event.currentTarget.value;
              keep((now) => ({ ...now, lines }));
            }}
          />
          <p class={fits ? 'sum green' : 'sum ochre'} role={touched ? 'alert' : 'status'}>
            {problem}
          </p>
          <Action icon="hand" tone="green" busy={giving.busy} onClick={() => void give()}>
            {words.giveAll}
          </Action>
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

interface FieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Field({ label, value, onChange }: FieldProps): JSX.Element {
  return (
    <label>
      {label}
      <input
        inputMode="numeric"
        value={value === 0 ? '' : String(value)}
        onInput={(event) => onChange(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 6)))}
      />
    </label>
  );
}
