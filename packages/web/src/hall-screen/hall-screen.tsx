import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useNodeTime } from '../floor/clock.ts';
import { useWords } from '../form/words-later.ts';
import type { Live } from '../live-answer.ts';
import type { SittingAreaProps } from '../shell/area.ts';
import { Icon } from '../shell/parts.tsx';
import { useLive, useSession } from '../shell/watching.ts';
import { DebateStage } from './debate-stage.tsx';
import { Door } from './door.tsx';
import { FloorLine } from './floor-line.tsx';
import type { HallProps } from './hall-props.ts';
import { Head } from './head.tsx';
import { ResultStage } from './result-stage.tsx';
import { type Stage, stageOf } from './stage.ts';
import { StillStage } from './still-stage.tsx';
import { VoteStage } from './vote-stage.tsx';
import { hallWords } from './words.ts';
import type { HallWords } from './words-es.ts';
import './hall-screen.css';

/** The projector: one thing at a time, readable from the last row, and nothing that a hall must not see before its time. */
export function HallScreen({ session, sitting, shell, formats }: SittingAreaProps): JSX.Element {
  const words = useWords(hallWords, formats);
  const { live, at, fresh, problem } = useLive(session, sitting);
  const { reachable } = useSession(session);
  useHallColours();
  if (live === null || words === null)
    return <p class="wall-wait">{problem === null ? formats.words.loading : formats.said(problem.sentences)}</p>;
  const lost = !fresh || !reachable;
  return (
    <div class="wall">
      <OnTheWall live={live} formats={formats} words={words} />
      <Door live={live} session={session} shell={shell} formats={formats} words={words} />
      {lost && at !== null ? (
        <p class="wall-offline" role="status">
          <Icon name="offline" />
          {words.offline(formats.ago(Date.now() - at))}
        </p>
      ) : null}
    </div>
  );
}

function OnTheWall({ live, formats, words }: Omit<HallProps, 'now'>): JSX.Element {
  const now = useNodeTime(live);
  const stage = stageOf(live, now);
  const props = { live, now, formats, words };
  return (
    <>
      <Head {...props} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too (WCAG 2.1.1). */}
      <section class="wall-stage" data-stage={stage.show} tabIndex={0} aria-label={live.title}>
        <OneThing stage={stage} {...props} />
      </section>
      {stage.show === 'before' || live.phase !== 'open' ? null : <FloorLine {...props} stage={stage} />}
      <p class="unseen" role="status" aria-live="polite">
        {saidOf(stage, live, words)}
      </p>
    </>
  );
}

function OneThing({ stage, ...props }: HallProps & { readonly stage: Stage }): JSX.Element {
  if (stage.show === 'vote') return <VoteStage {...props} vote={stage.vote} motion={stage.motion} />;
  if (stage.show === 'result') return <ResultStage {...props} result={stage.result} />;
  if (stage.show === 'motion') return <DebateStage {...props} motion={stage.motion} />;
  return <StillStage {...props} show={stage.show} />;
}

/** Said to whoever listens, once, when it changes: never a number that moves. */
function saidOf(stage: Stage, { floor }: Live, words: HallWords): string {
  if (stage.show === 'vote') return `${words.open}: ${stage.vote.title}`;
  if (stage.show === 'result') return `${words.result}: ${stage.result.title}. ${words.outcomes[stage.result.outcome]}`;
  const speaking = floor?.speaking ?? null;
  if (speaking !== null) return words.spoken(speaking.from ?? words.number(String(speaking.number)));
  return stage.show === 'recess' ? words.recess : stage.show === 'closed' ? words.closed : '';
}

/** A hall is dark, whatever the projector's computer prefers. */
function useHallColours(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.look = 'hall';
    return () => {
      delete document.documentElement.dataset.look;
    };
  }, []);
}
