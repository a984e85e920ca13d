import type { JSX } from 'preact';
import { ChangedText } from '../changes/changed-text.tsx';
import type { Live, LiveMotion } from '../live-answer.ts';
import { ReadAloud } from '../read-aloud/read-aloud.tsx';
import { ListenLater } from '../voice/listen-later.tsx';
import type { HallProps } from './hall-props.ts';
import { Headline, Mover } from './headline.tsx';
import { amendmentsOf } from './stage.ts';

type DebateProps = HallProps & { readonly motion: LiveMotion };

/** What is talked about: the text as it stands, or as an amendment would have it. */
export function DebateStage(props: DebateProps): JSX.Element {
  const { motion, live, words, formats } = props;
  const amended = motion.amends === null ? null : amendedBy(live, motion);
  const waiting = amendmentsOf(live, motion.motion).length;
  const { procedure } = live;
  return (
    <>
      <Headline text={motion.title} over {...(amended === null ? {} : { label: words.amendmentTo(amended.title) })} />
      <Mover {...props} />
      {procedure === null ? null : <p class="wall-note">{words.procedure[procedure.kind]}</p>}
      <Text {...props} />
      {waiting === 0 ? null : (
        <p class="wall-soft">
          {formats.plural(waiting, {
            one: words.amendments.one,
            other: words.amendments.other(formats.number(waiting)),
          })}
        </p>
      )}
      <ReadAloud key={motion.motion} pieces={[[`${motion.title}. ${motion.text ?? ''}`]]} formats={formats} />{' '}
      {live.voices.includes(motion.motion) ? (
        <ListenLater key={motion.motion} body={live.body} motion={motion.motion} formats={formats} />
      ) : null}
    </>
  );
}

const amendedBy = ({ motions }: Live, { amends }: LiveMotion): LiveMotion | null =>
  motions.find(({ motion }) => motion === amends?.motion) ?? null;

/** The longer it is, the smaller, as far as the last row can read it; beyond that it scrolls. */
const sizeOf = (length: number): string => (length > 900 ? 'longest' : length > 350 ? 'longer' : '');

function Text({ motion, live, words, formats }: DebateProps): JSX.Element {
  const { text, textBefore, amends } = motion;
  if (text === null) return <p class="wall-soft">{words.hiddenText}</p>;
  const before = amends === null ? textBefore : (amendedBy(live, motion)?.text ?? null);
  // Both wordings stand there, and what says which is which.
  const changed = before === null || before === text ? 0 : 120;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too (WCAG 2.1.1).
    <section class={`wall-text ${sizeOf(text.length + changed)}`} tabIndex={0} aria-label={motion.title}>
      {before === null || before === text ? (
        <p class="text">{text}</p>
      ) : (
        <ChangedText before={before} after={text} near={16} formats={formats} />
      )}
    </section>
  );
}
