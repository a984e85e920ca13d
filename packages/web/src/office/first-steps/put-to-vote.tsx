import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { hashOf } from '../../desk/announced.ts';
import { HourField, TextField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import { type AffiliationText, textIn } from './affiliation-text.ts';
import type { OpenSitting } from './body-answer.ts';
import { soon, toUniversal } from './place-hour.ts';
import type { StepProps } from './step-props.ts';

interface Props extends StepProps {
  readonly id: string;
  readonly texts: Readonly<Record<'es' | 'en', AffiliationText>>;
  readonly proposal: Readonly<Record<string, unknown>>;
}

/**
 * What only a sitting can decide: put before the one that has been called for it, or a sitting is called for it. The notice names the
 * text by its hash (DESIGN section 6, Notice), so both say the same words.
 */
export function PutToVote(props: Props): JSX.Element {
  const { body, texts } = props;
  const said = Object.values(texts);
  const called = body.sittings.flatMap((sitting) => {
    const text = said.find((one) => sitting.affiliation.some(({ textHash }) => textHash === hashOf(one.text)));
    return text === undefined ? [] : [{ sitting, text }];
  });
  const [found] = called;
  return found === undefined ? <Call {...props} /> : <Present {...props} {...found} />;
}

function Present(props: Props & { readonly sitting: OpenSitting; readonly text: AffiliationText }): JSX.Element {
  const { sitting, text, proposal, session, words, formats, changed } = props;
  const [done, setDone] = useState(false);
  const { busy, trouble, send } = useSending(session, changed);
  const desk = `/phone/desk/${encodeURIComponent(session.body)}/${sitting.sitting}`;
  const present = async (): Promise<void> => {
    const input = { sitting: sitting.sitting, matter: 'affiliation', ...text, proposal };
    if (!(await send('TableMotion', input))) return;
    setDone(true);
  };
  return (
    <>
      <p>{words.vote.called(sitting.place, formats.time(sitting.startsAt))}</p>
      <blockquote>{text.text}</blockquote>
      {done ? (
        <p role="status">
          <Badge tone="green" icon="check">
            {words.vote.presented}
          </Badge>
        </p>
      ) : sitting.opened ? (
        <Action icon="pen" tone="indigo" busy={busy} onClick={() => void present()}>
          {words.vote.present}
        </Action>
      ) : (
        <p class="soft">{words.vote.notOpen}</p>
      )}
      {done ? null : <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />}
      <a class={done ? 'action indigo' : 'plain'} href={desk}>
        <span>{words.convene.desk}</span>
      </a>
    </>
  );
}

function Call({ id, texts, session, body, words, formats, changed }: Props): JSX.Element {
  const { offsetMinutes, noticeHours } = body;
  const text = textIn(texts, formats);
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState(() => soon(offsetMinutes, noticeHours + 1));
  const { busy, trouble, send } = useSending(session, changed);
  const ready = !busy && place.trim() !== '' && startsAt !== '';
  const call = async (): Promise<void> => {
    const input = {
      kind: 'ordinary',
      place: place.trim(),
      startsAt: toUniversal(startsAt, offsetMinutes),
      notice: [{ matter: 'affiliation', title: text.title, textHash: hashOf(text.text) }],
      texts: [{ item: 0, text: text.text }],
    };
    await send('ConveneSitting', input);
  };
  return (
    <details>
      <summary>{words.vote.call}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void call();
        }}
      >
        <p class="soft">{words.vote.callHow(formats.number(noticeHours))}</p>
        <blockquote>{text.text}</blockquote>
        <TextField id={`${id}-place`} label={words.convene.place} max={160} value={place} onChange={setPlace} />
        <HourField id={`${id}-hour`} label={words.convene.startsAt} value={startsAt} onChange={setStartsAt} />
        <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
        <Action icon="calendar" tone="quiet" submit busy={!ready}>
          {words.convene.go}
        </Action>
      </form>
    </details>
  );
}
