import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { AskBases } from './ask-bases.tsx';
import type { BodyAnswer } from './consultation-props.ts';
import { AnswerBase, TakeAnswer, TakeMotion } from './motions.tsx';
import { OpenQuestion } from './open-question.tsx';
import { consultationWords } from './words.ts';

/** What goes down to the bases and comes up from them, for those in office; whether they may, the rules say. */
export function ConsultationsArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(consultationWords, formats.language);
  const [body, setBody] = useState<BodyAnswer | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    const reply = await session.ask<BodyAnswer>('');
    if (reply.kind === 'ok') setBody(reply.value);
  }, [session]);
  useEffect(() => void ask(), [ask]);
  if (words === null || body === null) return <p role="status">{formats.words.loading}</p>;
  const props = { session, formats, words, body, changed: () => void ask() };
  const { resolutions, consultations, received, forwarded } = body.state;
  const toAsk = Object.entries(resolutions).filter(
    ([, { status, consultation }]) => status === 'suspended' && consultation === null,
  );
  const open = Object.entries(consultations).filter(([, { closed }]) => closed === null);
  const [motions, sent] = [Object.entries(received), Object.entries(forwarded)];
  const isQuiet = toAsk.length + open.length + motions.length + sent.length === 0;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <a class="plain" href={`/b/${encodeURIComponent(session.body)}/correspondence`}>
        {words.correspondence}
      </a>
      {isQuiet ? <p>{words.none}</p> : null}
      {toAsk.map(([key, { title }]) => (
        <AskBases key={key} resolution={key} title={title} {...props} />
      ))}
      {open.map(([key, question]) => (
        <OpenQuestion key={key} index={Number(key)} question={question} {...props} />
      ))}
      {motions.toReversed().map(([key, motion]) => (
        <AnswerBase key={key} index={Number(key)} motion={motion} {...props} />
      ))}
      {sent.toReversed().map(([key, motion]) => (
        <TakeAnswer key={key} index={Number(key)} motion={motion} {...props} />
      ))}
      {Object.keys(body.state.affiliates).length === 0 ? null : <TakeMotion {...props} />}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}
