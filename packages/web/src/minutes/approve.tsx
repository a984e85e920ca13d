import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Confirm, Mark } from '../form/press.tsx';
import { useStanding } from '../form/standing.ts';
import { type PaperDocument, plainText } from '../paper/document.ts';
import type { Formats } from '../shell/formats.ts';
import { Alert, Badge } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import type { MinutesAnswer } from './minutes-answer.ts';
import type { MinutesWords } from './words-es.ts';

interface ApproveProps {
  readonly session: Session;
  readonly answer: MinutesAnswer;
  readonly paper: PaperDocument;
  readonly words: MinutesWords;
  readonly formats: Formats;
}

/** As the catalogue bounds the text of minutes and of motions. */
const LONGEST = 20_000;

/** By the officers’ word, or put to the sitting that is open: as the statute has it. */
export function Approve({ session, answer, paper, words, formats }: ApproveProps): JSX.Element {
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  // The head is that of the moment of printing: approved, it would be of a book without its own approval.
  const text = plainText({ ...paper, foot: null });
  const send = async (command: string, input: Readonly<Record<string, unknown>>): Promise<void> =>
    setCame(await session.send(command, input));
  const openNow = (session.state.me?.sittings ?? []).find(
    ({ opened, sitting }) => opened && sitting !== answer.sitting,
  );
  const byOfficers = answer.approval === 'officers';
  const isDone = sent?.kind === 'done';
  return (
    <section class="card approve">
      <h2>{words.approve.title}</h2>
      {answer.approvedBy !== null || (byOfficers && isDone) ? (
        <Approved
          next={isToSign(session, answer)}
          body={session.body}
          done={words.approve.done}
          seal={words.approve.seal}
        />
      ) : !answer.closed ? (
        <p class="soft">{words.approve.open}</p>
      ) : text.length > LONGEST ? (
        <p class="refusal">{words.approve.tooLong(formats.number(LONGEST))}</p>
      ) : sent?.kind === 'waiting' ? null : byOfficers ? (
        <Confirm
          mark="check"
          tone="indigo"
          main
          label={words.approve.go}
          ask={words.approve.ask}
          yes={words.yes}
          no={words.no}
          onYes={() => void send('ApproveMinutes', { sitting: answer.sitting, text })}
        />
      ) : openNow === undefined ? (
        <p>
          {words.approve.bySitting} {words.approve.noneOpen}
        </p>
      ) : (
        <Confirm
          mark="hand"
          tone="indigo"
          main
          label={words.approve.table(formats.time(openNow.startsAt))}
          ask={words.approve.tableAsk}
          yes={words.yes}
          no={words.no}
          onYes={() => void send('TableMotion', tabling(openNow.sitting, answer, text, words.approve.motionTitle))}
        />
      )}
      <p role="status">
        {isDone && !byOfficers ? words.approve.tabled : null}
        {sent?.kind === 'waiting' ? words.approve.waiting : null}
      </p>
      {sent?.kind === 'refused' ? <Alert>{formats.said(sent.problem.sentences)}</Alert> : null}
    </section>
  );
}

const LONGEST_TITLE = 200;

const tabling = (sitting: number, answer: MinutesAnswer, text: string, titleOf: (title: string) => string) => ({
  sitting,
  matter: 'ordinary',
  title: titleOf(answer.title).slice(0, LONGEST_TITLE),
  text,
  proposal: { kind: 'approve-minutes', sitting: answer.sitting },
});

/** Whoever has yet to sign does that next; for everybody else the way there is one among others. */
export const isToSign = (session: Session, { approvedBy }: MinutesAnswer): boolean =>
  (session.state.me?.toSeal ?? []).some(({ index, signed }) => index === approvedBy && !signed);

function Approved({
  next,
  body,
  done,
  seal,
}: {
  readonly next: boolean;
  readonly body: string;
  readonly done: string;
  readonly seal: string;
}): JSX.Element {
  return (
    <>
      <p>
        <Badge tone="green" icon="check">
          {done}
        </Badge>
      </p>
      <p>
        <a class={`action ${next ? 'indigo' : 'quiet'}`} href={`/phone/seals/${encodeURIComponent(body)}`}>
          <Mark name="key" />
          <span>{seal}</span>
        </a>
      </p>
    </>
  );
}
