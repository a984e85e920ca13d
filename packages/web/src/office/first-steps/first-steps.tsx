import './first-steps.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Badge } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import { StandingMark } from '../choosing/standing-mark.tsx';
import { choosingWords } from '../choosing/words.ts';
import { useFirstSteps } from './body-answer.ts';
import { CardSheet, type PaperCard } from './card-sheet.tsx';
import { Convocation } from './convocation.tsx';
import { Joining } from './joining.tsx';
import { Proof } from './proof.tsx';
import { RollStep } from './roll-step.tsx';
import type { StepProps } from './step-props.ts';
import { firstStepsWords } from './words.ts';

/** From the founding to a proven body that belongs where it belongs: roll, cards, first convocation, proof, affiliation. */
export function FirstSteps(props: BodyAreaProps): JSX.Element {
  const { session, formats } = props;
  const mine = useSession(session);
  const words = useWords(firstStepsWords, formats);
  const [body, changed] = useFirstSteps(session);
  if (words === null || body === null || mine.me === null) return <p role="status">{formats.words.loading}</p>;
  const roles = mine.me.roles ?? [];
  return <Steps {...props} words={words} body={body} roles={roles} changed={changed} />;
}

function Steps(props: StepProps): JSX.Element {
  const { words, body, roles, formats } = props;
  const [cards, setCards] = useState<readonly PaperCard[]>([]);
  const keeps = roles.includes('convener') || roles.includes('secretary');
  const add = (more: readonly PaperCard[]): void => setCards([...cards, ...more]);
  return (
    <div class="first-steps">
      <div class="on-screen">
        <h1>{words.title}</h1>
        <Standing {...props} />
        {keeps && body.kind === 'base' ? <RollStep {...props} add={add} /> : null}
      </div>
      {cards.length === 0 ? null : (
        <CardSheet
          body={body.body}
          title={body.title}
          cards={cards}
          words={words}
          formats={formats}
          done={() => setCards([])}
        />
      )}
      <div class="on-screen">
        {roles.includes('convener') ? <Convocation {...props} /> : null}
        <Afterwards {...props} />
        <div class="foot">
          <a class="plain" href="/phone">
            {words.phone}
          </a>
          <a class="plain" href={pathOf({})}>
            {formats.words.back}
          </a>
        </div>
      </div>
    </div>
  );
}

/** Of a base nobody can do it before a first sitting has elected officers, and whoever founds has enough to read. */
function Afterwards(props: StepProps): JSX.Element {
  const { body, roles, words } = props;
  const both = (
    <>
      <Proof {...props} />
      <Joining {...props} />
    </>
  );
  if (body.started || body.kind !== 'base' || !roles.includes('convener')) return both;
  return (
    <details>
      <summary>{words.afterwards}</summary>
      {both}
    </details>
  );
}

/** What anybody is shown of it. */
function Standing({ words, body: { standing, started }, formats }: StepProps): JSX.Element | null {
  const said = useWords(choosingWords, formats);
  if (standing === null || said === null) return null;
  const { stage, until } = standing;
  return (
    <>
      <p>
        {stage === 'proven' ? (
          <Badge tone="green" icon="check">
            {words.proven}
          </Badge>
        ) : stage === 'provisional' ? (
          <Badge tone="ochre" icon="clock">
            {words.unproven}
          </Badge>
        ) : null}{' '}
        <StandingMark
          standing={stage === 'provisional' ? { ...standing, stage: 'proven' } : standing}
          words={said}
          formats={formats}
          links
        />
      </p>
      {until === null ? null : (
        <p class="soft">{(started ? words.officersUntil : words.convenerUntil)(formats.time(until))}</p>
      )}
    </>
  );
}
