import type { Choice } from '@cabildo/ballot';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Focused } from '../../shell/focused.tsx';
import { Icon } from '../../shell/parts.tsx';
import type { Reply } from '../asking.ts';
import { type HalfSlip, type Mismatch, mismatchOf, readHalfSlip } from '../half-slip.ts';
import type { PageProps } from '../page-props.ts';
import { addressOf } from '../place.ts';
import type { Status } from '../status.ts';
import { type KnownStatus, NoStatus, useStatus } from '../with-status.tsx';
import { Casting } from './casting-screen.tsx';
import { Done } from './done.tsx';
import { type ElectionFile, readElectionFile } from './election-file.ts';
import type { Encrypted } from './encrypt.ts';
import { Halves } from './halves.tsx';
import { Questions } from './questions.tsx';
import { Review } from './review.tsx';
import type { VoterProps } from './voter-props.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

type Step =
  | { readonly kind: 'halves' | 'question' | 'ended' }
  | { readonly kind: 'review'; readonly choices: readonly Choice[] }
  | { readonly kind: 'casting' | 'done'; readonly made: Encrypted };

/** From the slip's halves to the tracker. All of it lives in this page's memory and goes with it. */
export function Voter(props: PageProps): JSX.Element {
  const words = { es, en }[props.tongue.language];
  const known = useStatus(props.node, 20);
  const [step, setStep] = useState<Step>({ kind: 'halves' });
  const slip = useSlip(props, () => setStep({ kind: 'question' }));
  const { halves } = slip;
  useLeaveWarning(step.kind === 'casting');
  const voter: VoterProps = { ...props, words };
  const { status } = known;
  const isBefore = step.kind === 'halves' || step.kind === 'question' || step.kind === 'review';
  const screen = isBefore && status?.stage !== 'open' ? 'stage' : step.kind;
  return (
    <Focused name={screen}>
      {screen === 'stage' ? (
        <NotNow known={known} {...voter} />
      ) : step.kind === 'halves' ? (
        <Halves {...voter} {...slip} go={() => setStep({ kind: 'question' })} />
      ) : step.kind === 'question' || step.kind === 'review' ? (
        <WithElection known={known} {...voter}>
          {(election) =>
            step.kind === 'review' ? (
              <Review
                {...voter}
                {...{ election, halves, choices: step.choices }}
                change={() => setStep({ kind: 'question' })}
                cast={(made) => setStep({ kind: 'casting', made })}
              />
            ) : (
              <Questions {...voter} election={election} chosen={(choices) => setStep({ kind: 'review', choices })} />
            )
          }
        </WithElection>
      ) : step.kind === 'casting' ? (
        <Casting
          {...voter}
          made={step.made}
          taken={() => setStep({ kind: 'done', made: step.made })}
          back={() => {
            slip.forget();
            setStep({ kind: 'halves' });
          }}
        />
      ) : step.kind === 'done' ? (
        <Done
          {...voter}
          tracker={step.made.tracker}
          again={status?.stage === 'open' ? () => setStep({ kind: 'question' }) : null}
          end={() => {
            slip.forget();
            setStep({ kind: 'ended' });
          }}
        />
      ) : (
        <>
          <h1>{words.ended.title}</h1>
          <p>{words.ended.how}</p>
        </>
      )}
    </Focused>
  );
}

/** The halves that this page holds, wherever they came from; `whole` is called with the second one. */
function useSlip({ fragments, node }: PageProps, whole: () => void) {
  const [halves, setHalves] = useState<readonly HalfSlip[]>([]);
  const [mismatch, setMismatch] = useState<Mismatch | null>(null);
  const seen = useRef(0);
  const take = (half: HalfSlip, held = halves): readonly HalfSlip[] => {
    const [first] = held;
    const found = first === undefined ? null : mismatchOf(first, half);
    setMismatch(found);
    if (found !== null || held.length === 2) return held;
    const all = [...held, half];
    setHalves(all);
    if (all.length === 2) whole();
    return all;
  };
  useEffect(() => {
    let held = halves;
    for (const fragment of fragments.slice(seen.current)) {
      const half = readHalfSlip(fragment, node.election);
      if (half !== null) held = take(half, held);
    }
    seen.current = fragments.length;
  }, [fragments.length]);
  return {
    halves,
    mismatch,
    take: (half: HalfSlip) => void take(half),
    remove(half: HalfSlip): void {
      setMismatch(null);
      setHalves(halves.filter((one) => one !== half));
    },
    forget(): void {
      setMismatch(null);
      setHalves([]);
    },
  };
}

/** A ballot that the box has not answered for is nowhere else. */
function useLeaveWarning(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [on]);
}

function NotNow({ known, ...props }: VoterProps & { readonly known: KnownStatus }): JSX.Element {
  const { words, node } = props;
  const { status } = known;
  if (status === null) return <NoStatus known={known} props={props} />;
  const isOver = status.stage === 'closed' || status.stage === 'opened';
  const said = isOver ? words.closed : words.notOpen;
  return (
    <>
      <p class="soft">{status.title}</p>
      <h1>{said.title}</h1>
      <p>{said.how}</p>
      {isOver ? (
        <a class="action indigo" href={addressOf('c', node.election, '').slice(0, -1)}>
          <Icon name="shield" />
          <span>{words.closed.check}</span>
        </a>
      ) : null}
    </>
  );
}

interface WithElectionProps extends VoterProps {
  readonly known: KnownStatus;
  readonly children: (election: ElectionFile) => JSX.Element;
}

/** Numbers are what is encrypted; their names, where there are any, are the node's word, which the hall's list confirms. */
const named = (election: ElectionFile, names: Status['names']): ElectionFile => ({
  ...election,
  questions: election.questions.map((question, at) => ({
    ...question,
    answers: question.answers.map((answer, place) => [answer, names?.[at]?.[place] ?? []].flat().join(' · ')),
  })),
});

/** The election's file is fetched once, when it is needed. */
function WithElection({ known, children, ...props }: WithElectionProps): JSX.Element {
  const { node } = props;
  const files = known.status?.files ?? null;
  const [reply, setReply] = useState<Reply<ElectionFile> | null>(null);
  const asking = useRef(false);
  const ask = (): void => {
    if (files === null || asking.current) return;
    asking.current = true;
    void readElectionFile(node, files).then((found) => {
      asking.current = false;
      setReply(found);
    });
  };
  useEffect(ask, [files?.election]);
  if (reply?.kind === 'ok') return children(named(reply.value, known.status?.names));
  return <NoStatus known={{ status: null, trouble: reply, ask }} props={props} />;
}
