import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Action } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import { Among } from '../choosing/among.tsx';
import { A_PAGE, Some } from '../choosing/paged.tsx';
import { useListed } from '../listed.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import { PetitionCard } from './petition-card.tsx';
import { type PetitionProps, whomOf } from './petition-props.ts';
import type { Petitions, Target } from './petitions-answer.ts';
import { petitionWords } from './words.ts';

/** Petitions for recall of one body, as they fill up: for whoever belongs to it, on a phone as at a table. */
export function PetitionsArea({ session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(petitionWords, formats);
  const [known, ask] = usePetitions(session);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const props = { session, formats, words, changed: ask };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {known.petitions.length === 0 ? <p>{words.none}</p> : null}
      <Some
        {...{ formats }}
        all={known.petitions}
        row={(petition) => (
          <PetitionCard key={petition.petition} petition={petition} offsetMinutes={known.offsetMinutes} {...props} />
        )}
      />
      <OpenForm about={known.about} {...props} />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

/** Between two questions, so that a number that grows is seen to grow. */
const PAUSE_MS = 3_000;

/** Asked for again and again while it is looked at. */
function usePetitions(session: Session): readonly [Petitions | null, () => Promise<void>] {
  const look = useCallback(async () => {
    const reply = await session.ask<Petitions>('/petitions');
    return reply.kind === 'ok' ? reply.value : null;
  }, [session]);
  const [known, ask] = useListed(look);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void ask();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return [known, ask];
}

function OpenForm({
  about,
  session,
  formats,
  words,
  changed,
}: PetitionProps & { readonly about: readonly Target[] }): JSX.Element {
  const [chosen, setChosen] = useState('');
  const { busy, trouble, send } = useSending(session, changed);
  const nameOf = ({ against, target }: Target): string => `${against} ${target}`;
  const [first = null] = about;
  const one = about.find((target) => nameOf(target) === chosen) ?? (about.length > A_PAGE ? null : first);
  const open = async (): Promise<void> => {
    if (one !== null) await send('OpenPetition', { against: one.against, target: one.target });
  };
  return (
    <section class="card">
      <h2>{words.open.title}</h2>
      {first === null ? (
        <p class="soft">{words.open.nobody}</p>
      ) : (
        <>
          <Among
            id="about"
            label={words.open.about}
            hint={words.open.how}
            all={about}
            chosen={one}
            keyOf={nameOf}
            nameOf={(target) => whomOf(target, words, formats)}
            formats={formats}
            onChange={(target) => setChosen(target === null ? '' : nameOf(target))}
          />
          <Action icon="pen" tone="quiet" busy={busy || one === null} onClick={() => void open()}>
            {words.open.send}
          </Action>
        </>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </section>
  );
}
