import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../answers.ts';
import { Confirm, Mark } from '../form/press.tsx';
import { type PaperDocument, plainText } from '../paper/document.ts';
import type { Formats } from '../shell/formats.ts';
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

type Said =
  | { readonly kind: 'nothing' | 'approved' | 'tabled' | 'waiting' }
  | { readonly kind: 'refused'; readonly why: Sentences };

/** By the officers’ word, or put to the sitting that is open: as the statute has it. */
export function Approve({ session, answer, paper, words, formats }: ApproveProps): JSX.Element {
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  // The head is that of the moment of printing: approved, it would be of a book without its own approval.
  const text = plainText({ ...paper, foot: null });
  const send = async (command: string, input: Readonly<Record<string, unknown>>, then: Said): Promise<void> => {
    const sent = await session.send(command, input);
    if (sent.kind === 'done') setSaid(then);
    else setSaid(sent.kind === 'waiting' ? { kind: 'waiting' } : { kind: 'refused', why: sent.problem.sentences });
  };
  const openNow = (session.state.me?.sittings ?? []).find(
    ({ opened, sitting }) => opened && sitting !== answer.sitting,
  );
  const approved = answer.approvedBy !== null || said.kind === 'approved';
  return (
    <section class="card approve">
      <h2>{words.approve.title}</h2>
      {approved ? (
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
      ) : answer.approval === 'officers' ? (
        <Confirm
          mark="check"
          tone="indigo"
          main
          label={words.approve.go}
          ask={words.approve.ask}
          yes={words.yes}
          no={words.no}
          onYes={() => void send('ApproveMinutes', { sitting: answer.sitting, text }, { kind: 'approved' })}
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
          onYes={() =>
            void send('TableMotion', tabling(openNow.sitting, answer, text, words.approve.motionTitle), {
              kind: 'tabled',
            })
          }
        />
      )}
      <p role="status">
        {said.kind === 'tabled' ? words.approve.tabled : null}
        {said.kind === 'waiting' ? words.approve.waiting : null}
      </p>
      {said.kind === 'refused' ? (
        <p class="refusal" role="alert">
          <Mark name="alert" />
          <span>{said.why[formats.language]}</span>
        </p>
      ) : null}
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
      <p class="badge green">
        <Mark name="check" />
        {done}
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
