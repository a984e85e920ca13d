import './candidates.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../answers.ts';
import { Confirm } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import type { SittingAreaProps } from '../../shell/area.ts';
import { Action, Badge, Refusal } from '../../shell/parts.tsx';
import { useLive, useSession } from '../../shell/watching.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import { type CandidatesProps, type ContestProps, placesOf } from './contest-props.ts';
import type { HeldElection } from './election.ts';
import { Stand } from './stand.tsx';
import { candidatesWords } from './words.ts';

/** Who stands in the elections of a sitting; a member stands, and withdraws, until the vote is opened. */
export function Candidates({ session, sitting, formats }: SittingAreaProps): JSX.Element {
  const words = useWords(candidatesWords, formats);
  const { live, problem } = useLive(session, sitting);
  if (live === null || words === null)
    return <p role="status">{problem === null ? formats.words.loading : formats.said(problem.sentences)}</p>;
  const held = live.motions.filter(({ does, state }) => does === 'hold-election' && state !== 'withdrawn');
  const all = { session, formats, words };
  return (
    <>
      <p class="soft">{live.place}</p>
      <h1>{held.length === 0 ? words.none : words.title}</h1>
      {held.length === 0 ? <p>{words.noneHow}</p> : null}
      {held.map(({ motion }) => (
        <Election key={motion} {...all} motion={motion} size={live.size} />
      ))}
      <div class="foot">
        <a class="plain" href="/phone">
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

interface ElectionProps extends CandidatesProps {
  readonly motion: number;
  /** Of the book: with another act others may stand. */
  readonly size: number;
}

function Election({ motion, size, ...props }: ElectionProps): JSX.Element {
  const { session, formats, words } = props;
  const [election, setElection] = useState<HeldElection | null>(null);
  const [trouble, setTrouble] = useState<Problem | 'unreachable' | null>(null);
  useEffect(() => {
    let stale = false;
    void session.ask<HeldElection>(`/motions/${motion}/candidates`).then((reply) => {
      if (stale) return;
      if (reply.kind === 'ok') setElection(reply.value);
      setTrouble(reply.kind === 'ok' ? null : reply.kind === 'problem' ? reply.problem : 'unreachable');
    });
    return () => {
      stale = true;
    };
  }, [session, motion, size]);
  const said = trouble === 'unreachable' ? null : trouble?.sentences;
  return (
    <section>
      {trouble === null || said === undefined ? null : <Refusal said={said} formats={formats} />}
      {election === null ? (
        <p role="status">{formats.words.loading}</p>
      ) : (
        <>
          <h2>{election.title}</h2>
          {election.vote === null ? null : <p>{words.closed}</p>}
          {election.contests.map((contest) => (
            <Contest key={contest.contest} {...props} {...{ election, contest }} />
          ))}
          <a class="plain" href={`/b/${encodeURIComponent(session.body)}/candidates/${motion}`}>
            {words.list}
          </a>
        </>
      )}
    </section>
  );
}

function Contest(props: ContestProps): JSX.Element {
  const { election, contest, session, words, formats } = props;
  const [form, setForm] = useState<'own' | 'other' | null>(null);
  const { me } = useSession(session);
  const kind = me?.actor.kind;
  // Only those who keep the roll find people by name: they note who was named in the hall.
  const mayNote = kind === 'member' && ['convener', 'secretary'].some((role) => me?.roles?.includes(role));
  const { candidates } = contest;
  // Nobody stands twice in one election.
  const isStanding = election.contests.some((one) => one.candidates.some(({ own, withdrawn }) => own && !withdrawn));
  const isOpen = election.vote === null;
  return (
    <div class="card contest">
      <h3>{placesOf(contest, props)}</h3>
      {candidates.length === 0 ? <p class="soft">{words.nobody}</p> : null}
      <ol class="standing">
        {candidates.map(({ number, name, withdrawn, own }) => (
          <li key={number}>
            <strong>{formats.number(number)}</strong>
            <span class={name === null ? 'soft' : ''}>{withdrawn ? words.withdrawn : (name ?? words.unnamed)}</span>
            {own && !withdrawn ? (
              <Badge tone="indigo" icon="check">
                {words.yours(formats.number(number))}
              </Badge>
            ) : null}
          </li>
        ))}
      </ol>
      {isOpen
        ? candidates.map((one) => (one.own && !one.withdrawn ? <Own {...props} number={one.number} /> : null))
        : null}
      {!isOpen ? null : form !== null ? (
        <Stand key={form} {...props} other={form === 'other'} leave={() => setForm(null)} />
      ) : (
        <>
          {isStanding || (kind !== 'member' && kind !== 'seat') ? null : (
            <Action icon="hand" tone="indigo" onClick={() => setForm('own')}>
              {words.stand(placesOf(contest, props))}
            </Action>
          )}
          {mayNote ? (
            <Action icon="pen" tone="quiet" onClick={() => setForm('other')}>
              {words.other}
            </Action>
          ) : null}
        </>
      )}
    </div>
  );
}

function Own({ number, session, election, contest, formats, words }: ContestProps & { readonly number: number }) {
  const { busy, trouble, send } = useSending(session);
  const withdraw = async (): Promise<void> => {
    if (busy) return;
    await send('WithdrawCandidature', { motion: election.motion, contest: contest.contest, number });
  };
  return (
    <>
      <Confirm
        mark="cross"
        label={words.takeBack}
        ask={words.takeBackSure}
        yes={words.takeBack}
        no={words.keep}
        onYes={() => void withdraw()}
      />
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
    </>
  );
}
