import '../hand-over/hand-over.css';
import type { JSX } from 'preact';
import { Press } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { AreaProps } from '../../shell/area.ts';
import { Alert, Icon } from '../../shell/parts.tsx';
import { useShell } from '../../shell/watching.ts';
import { confirmedText } from '../hand-over/agreed.ts';
import { calledIn } from '../hand-over/parts.ts';
import { Provisional } from '../hand-over/provisional.tsx';
import type { Standing } from '../hand-over/types.ts';
import { useOnPhone } from '../hand-over/use-on-phone.ts';
import { handOverWords } from '../hand-over/words.ts';
import type { HandOverWords } from '../hand-over/words-es.ts';
import { type OfficerKey, useOfficerKeys } from '../known/officer-keys.ts';
import { type ForSitesProps, officerOf } from './for-sites-props.ts';
import { NeedsAsked, needsFor } from './needs-asked.tsx';
import { OfficerSign } from './officer-sign.tsx';
import { forSitesWords } from './words.ts';
import type { ForSitesWords } from './words-es.ts';

/** What officers of assemblies sign for the sites of a committee in which they are nobody. The address says of which one. */
export function ForSites({ shell, formats }: AreaProps): JSX.Element {
  const words = useWords(handOverWords, formats);
  const own = useWords(forSitesWords, formats);
  const { address, session } = useShell(shell);
  const body = address.body ?? session?.body ?? null;
  if (words === null || own === null) return <p role="status">{formats.words.loading}</p>;
  return (
    <div class="hand-overs">
      <h1>{own.page}</h1>
      <p class="soft">{own.pageHow}</p>
      {body === null ? null : <OfCommittee key={body} {...{ shell, body, words, own, formats }} />}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </div>
  );
}

interface OfCommitteeProps extends AreaProps {
  readonly body: string;
  readonly words: HandOverWords;
  readonly own: ForSitesWords;
}

function OfCommittee({ shell, body, words, own, formats }: OfCommitteeProps): JSX.Element {
  const { phone, state } = useOnPhone(body);
  const officers = useOfficerKeys(shell);
  const { book, reachable, unknown } = state;
  const props = { phone, state, officers, words, own, formats };
  if (unknown) return <p>{words.noBody}</p>;
  const signers = new Map<Standing, OfficerKey>();
  for (const one of book?.handOvers ?? []) {
    const officer = book === null || !one.provisional ? undefined : officerOf(book.registers, officers, one.to);
    if (officer !== undefined) signers.set(one, officer);
  }
  const sign = (standing: Standing): JSX.Element => <SignHandOver {...props} {...{ standing, signers }} />;
  return (
    <>
      <p role="status" class="age">
        {reachable ? null : <Icon name="offline" />}{' '}
        {book === null ? words.never : words.age(formats.ago(Date.now() - book.at))}
      </p>
      <Refused {...props} />
      <NeedsAsked {...props} />
      <Provisional {...props} shown={[...signers.keys()]} sign={sign} />
      {book === null || needsFor(state, officers).length + signers.size > 0 ? null : (
        <p>{officers.length === 0 ? own.noKey : own.nothing}</p>
      )}
    </>
  );
}

const isOfficer = (by: unknown): boolean => (by as { readonly kind?: string } | undefined)?.kind === 'officer';

interface SignHandOverProps extends ForSitesProps {
  readonly standing: Standing;
  readonly signers: ReadonlyMap<Standing, OfficerKey>;
}

function SignHandOver({ phone, state, words, own, standing, signers }: SignHandOverProps): JSX.Element | null {
  const officer = signers.get(standing);
  const { handOver } = standing;
  if (officer === undefined) return null;
  return (
    <OfficerSign
      {...{ words, own, officer }}
      text={confirmedText(state.book?.registers.origin ?? '', standing)}
      isSent={state.sendings.some(({ input, refused }) => input.handOver === handOver && refused === null)}
      label={own.confirm.sign}
      ask={own.confirm.ask}
      signed={(by) => phone.confirm(standing, { kind: 'officer', ...by })}
    />
  );
}

/** A need that was withdrawn by another, an office that ended meanwhile: the reason stays until it was read. */
function Refused({ phone, state, words, own, formats }: ForSitesProps): JSX.Element {
  const called = calledIn(state.book?.registers);
  return (
    <>
      {state.sendings
        .filter(({ input, refused }) => refused !== null && ('officer' in input || isOfficer(input.by)))
        .map(({ key, to, refused }) => (
          <div key={key} class="card" data-sending="refused">
            <Alert>
              {own.refused(called.place(to))}. {refused?.sentences === undefined ? '' : formats.said(refused.sentences)}
            </Alert>
            <Press mark="check" onPress={() => void phone.dropSending(key)}>
              {words.read}
            </Press>
          </div>
        ))}
    </>
  );
}
