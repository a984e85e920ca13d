import './hand-over.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Press } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import type { AreaProps } from '../../shell/area.ts';
import { Alert } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import { useShell } from '../../shell/watching.ts';
import { AfterSigning } from './after-signing.tsx';
import { draftOf, isOver, joined, textOf } from './agreed.ts';
import { Answer } from './answer.tsx';
import { Correct } from './correct.tsx';
import { CorrectReport, ReportNow } from './correct-report.tsx';
import { Declare } from './declare.tsx';
import { Differs } from './differs.tsx';
import type { Packet } from './frames.ts';
import { Give } from './give.tsx';
import { HandOverHome } from './hand-over-home.tsx';
import { allKept } from './kept.ts';
import { ReadText } from './read.tsx';
import { Report } from './report.tsx';
import type { Draft, Standing } from './types.ts';
import { useOnPhone } from './use-on-phone.ts';
import { handOverWords } from './words.ts';
import type { HandOverWords } from './words-es.ts';

/** Nobody is signed in here: a hand is a key, and a driver belongs to no assembly. The address says whose goods they are. */
export function HandOver({ shell, formats }: AreaProps): JSX.Element {
  const words = useWords(handOverWords, formats);
  const { address, session } = useShell(shell);
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => {
    void allKept('books').then(
      ([one]) => setKept(one?.body ?? null),
      () => undefined,
    );
  }, []);
  const body = address.body ?? session?.body ?? kept;
  if (words === null) return <p role="status">{formats.words.loading}</p>;
  if (body === null) return <Which words={words} open={(name) => shell.go({ area: 'hand-over', body: name })} />;
  return (
    <div class="hand-overs">
      <OfCommittee
        key={body}
        {...{ body, words, formats }}
        session={session !== null && session.body === body && session.person !== null ? session : null}
      />
    </div>
  );
}

function Which({ words, open }: { readonly words: HandOverWords; readonly open: (body: string) => void }): JSX.Element {
  const [name, setName] = useState('');
  return (
    <>
      <h1>{words.title}</h1>
      <TextField id="committee" label={words.which} hint={words.whichHow} value={name} onChange={setName} />
      <Press mark="next" tone="indigo" off={name.trim() === ''} onPress={() => open(name.trim())}>
        {words.open}
      </Press>
    </>
  );
}

type Step =
  | { readonly at: 'home' | 'give' | 'read' | 'report' | 'declare' }
  | { readonly at: 'show'; readonly draft: Draft }
  | { readonly at: 'answer'; readonly packet: Packet }
  | { readonly at: 'differs'; readonly draft: Draft; readonly packet: Packet }
  | { readonly at: 'correct'; readonly standing: Standing; readonly lines: Standing['lines'] }
  | { readonly at: 'correct-report'; readonly standing: Standing };

const home: Step = { at: 'home' };

interface OfCommitteeProps extends Pick<AreaProps, 'formats'> {
  readonly body: string;
  readonly words: HandOverWords;
  /** Where somebody of the committee is signed in on this phone: a driver is not. */
  readonly session: Session | null;
}

function OfCommittee({ body, words, formats, session }: OfCommitteeProps): JSX.Element {
  const { phone, state } = useOnPhone(body);
  const [step, setStep] = useState<Step>(home);
  const { book } = state;
  const part = { phone, state, words, formats };
  const mayReport = useRoles(session).includes('officer');
  const back = (): void => setStep(home);
  const show = (draft: Draft): void => setStep({ at: 'show', draft });
  const keep = async (draft: Draft): Promise<void> => {
    if (await phone.keep(draft)) show(draft);
  };
  const taken = (packet: Packet): string | null => {
    const isSame = (one: Draft): boolean => textOf(one.book, one.agreed) === textOf(packet.book, packet.agreed);
    if (state.drafts.some((one) => one.overtaken !== undefined && isSame(one))) return words.overtaken.says;
    const drafts = state.drafts.filter(({ overtaken }) => overtaken === undefined);
    const draft = drafts.find(({ agreed, side }) => agreed.id === packet.agreed.id && side === sideFor(packet, drafts));
    if (draft !== undefined && isSame(draft) && book !== null) {
      const both = joined(draft, packet, book.registers);
      if (both === null) return words.signature.no;
      void keep(both);
    } else if (draft === undefined && book !== null && isOver(packet, book))
      show(draftOf({ body, book: packet.book }, 'giver', packet.agreed, packet));
    else if (draft?.side === 'giver') setStep({ at: 'differs', draft, packet });
    else setStep({ at: 'answer', packet });
    return null;
  };
  if (state.unknown) return <p class="card ochre">{words.noBody}</p>;
  const shown = (): JSX.Element => {
    if (book === null || step.at === 'home')
      return (
        <HandOverHome
          {...part}
          give={() => setStep({ at: 'give' })}
          read={() => setStep({ at: 'read' })}
          declare={() => setStep({ at: 'declare' })}
          report={mayReport ? () => setStep({ at: 'report' }) : null}
          ofReport={
            mayReport && session !== null
              ? (standing) => (
                  <ReportNow
                    {...part}
                    {...{ standing, session }}
                    correct={() => setStep({ at: 'correct-report', standing })}
                  />
                )
              : null
          }
          goOn={show}
          correct={(standing, lines = standing.lines) => setStep({ at: 'correct', standing, lines })}
        />
      );
    if (step.at === 'give') return <Give {...part} book={book} signed={show} back={back} />;
    if (step.at === 'report' && session !== null) return <Report {...part} book={book} session={session} back={back} />;
    if (step.at === 'correct-report' && session !== null)
      return <CorrectReport {...part} standing={step.standing} session={session} back={back} />;
    if (step.at === 'declare') return <Declare {...part} book={book} back={back} />;
    if (step.at === 'read') return <ReadText {...part} taken={taken} back={back} />;
    if (step.at === 'answer') return <Answer {...part} book={book} packet={step.packet} signed={show} back={back} />;
    if (step.at === 'correct') return <Correct {...part} {...step} book={book} signed={show} back={back} />;
    if (step.at === 'differs') return <Differs {...part} {...step} book={book} agreed={show} back={back} />;
    if (step.at !== 'show') return <p role="status">{formats.words.loading}</p>;
    return <AfterSigning {...part} draft={step.draft} readAnswer={() => setStep({ at: 'read' })} back={back} />;
  };
  return (
    <>
      {state.trouble === null ? null : <Alert>{words.trouble[state.trouble]}</Alert>}
      {shown()}
    </>
  );
}

/** What whoever is signed in may do here; nothing where nobody is. */
function useRoles(session: Session | null): readonly string[] {
  const [roles, setRoles] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = (): void => setRoles(session?.state.me?.roles ?? []);
    look();
    return session?.watch(look);
  }, [session]);
  return roles;
}

/** Which of this phone's drafts a packet belongs to: it is the other side's. */
const sideFor = (packet: Packet, drafts: readonly Draft[]): Draft['side'] =>
  drafts.some(({ agreed, side }) => agreed.id === packet.agreed.id && side === 'giver') && packet.receiver !== null
    ? 'giver'
    : 'receiver';
