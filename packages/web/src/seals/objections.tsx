import { recoveryObjectionText } from '@cabildo/book';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ActAnswer, Sentences } from '../answers.ts';
import { answered } from '../shell/asking.ts';
import { Action, Badge, Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import { type ActFault, checkAct } from './act-check.ts';
import { signText } from './device-key.ts';
import type { KeptKey } from './key-store.ts';
import type { SealProps } from './seal-props.ts';

interface HeldKey {
  readonly office: string;
  readonly key: string;
  readonly until: string;
}

interface BodyAnswer {
  readonly offices: Readonly<Record<string, Sentences>>;
  readonly state: {
    readonly attestedBefore: { readonly keys: readonly HeldKey[] } | null;
    readonly recoveries: Readonly<
      Record<string, { readonly due: string; readonly objected: number | null; readonly carried?: readonly HeldKey[] }>
    >;
  };
}

/** A claim to which the key of this phone can object. */
interface Claim {
  readonly claim: number;
  readonly act: 'RecoveryClaimed' | 'DecisionCarried';
  readonly due: string;
  readonly office: string;
  readonly called: Sentences | undefined;
}

/** Officers elected before whom others say to be gone, and who still have key and term, stop it with one signature. */
export function Objections(props: SealProps): JSX.Element | null {
  const { session, state, device } = props;
  const key = device?.key ?? null;
  const [claims, setClaims] = useState<readonly Claim[]>([]);
  useEffect(() => {
    // What was objected to here stays, and says so.
    if (key === null || claims[0]) return;
    let stale = false;
    void answered(
      () => session.ask<BodyAnswer>(''),
      () => stale,
    ).then((reply) => {
      if (!stale && reply.kind === 'ok') setClaims(claimsFor(key, reply.value, new Date().toISOString()));
    });
    return () => {
      stale = true;
    };
  }, [session, key, state.me?.size]);
  if (key === null || claims.length === 0) return null;
  return (
    <>
      {claims.map((claim) => (
        <Objection key={claim.claim} {...props} kept={key} claim={claim} />
      ))}
    </>
  );
}

/** Of a claim that goes on from the book before it says itself whose keys can object. */
function claimsFor({ publicKey }: KeptKey, { offices, state }: BodyAnswer, now: string): readonly Claim[] {
  return Object.entries(state.recoveries).flatMap(([index, { due, objected, carried }]) => {
    const keys = carried ?? state.attestedBefore?.keys ?? [];
    const own = keys.find(({ key, until }) => key === publicKey && now < until);
    if (own === undefined || objected !== null || due <= now) return [];
    const act = carried === undefined ? 'RecoveryClaimed' : 'DecisionCarried';
    return [{ claim: Number(index), act, due, office: own.office, called: offices[own.office] } as const];
  });
}

type Outcome =
  | Sent
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'fault'; readonly fault: ActFault | 'device' };

/** Signs what this phone has worked out of the claim's own bytes, as every other act. */
async function object(session: Session, kept: KeptKey, { claim, act, office }: Claim): Promise<Outcome> {
  const shown = await session.ask<ActAnswer>(`/acts/${claim}`);
  if (shown.kind === 'unreachable') return shown;
  if (shown.kind === 'problem') return { kind: 'refused', problem: shown.problem };
  const checked = checkAct({ body: session.body, index: claim, act }, shown.value);
  if (!checked.ok) return { kind: 'fault', fault: checked.fault };
  const { leaf, hash } = checked.act;
  const signature = await signText(kept, recoveryObjectionText(leaf.book, claim, hash)).catch(() => null);
  if (signature === null) return { kind: 'fault', fault: 'device' };
  return session.send('ObjectToRecovery', { claim, office, key: kept.publicKey, signature });
}

interface ObjectionProps extends SealProps {
  readonly kept: KeptKey;
  readonly claim: Claim;
}

function Objection(props: ObjectionProps): JSX.Element {
  const { session, kept, claim, says, formats } = props;
  const { objection } = says;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const go = async (): Promise<void> => {
    setBusy(true);
    setOutcome(await object(session, kept, claim));
    setBusy(false);
  };
  if (outcome?.kind === 'done')
    return (
      <div class="card done" role="status">
        <Badge tone="green" icon="check">
          {objection.done}
        </Badge>
      </div>
    );
  return (
    <section class="card ochre" data-claim={claim.claim}>
      <h2>{objection.title}</h2>
      <p>
        {objection.how(claim.called === undefined ? claim.office : formats.said(claim.called), formats.time(claim.due))}
      </p>
      <p>
        <a href={`/b/${encodeURIComponent(session.body)}/acts/${claim.claim}`}>{objection.act}</a>
      </p>
      {asked ? (
        <>
          <p>
            <strong>{objection.ask}</strong>
          </p>
          <Action icon="pen" tone="red" busy={busy} onClick={() => void go()}>
            {objection.yes}
          </Action>
          <Action icon="back" tone="quiet" onClick={() => setAsked(false)}>
            {objection.no}
          </Action>
        </>
      ) : (
        <Action icon="alert" tone="quiet" onClick={() => setAsked(true)}>
          {objection.go}
        </Action>
      )}
      <Came {...props} outcome={outcome} />
    </section>
  );
}

/** What waits is said by the frame above. */
function Came({ outcome, says, formats }: ObjectionProps & { readonly outcome: Outcome | null }): JSX.Element | null {
  if (outcome?.kind === 'refused') return <Refusal said={outcome.problem.sentences} formats={formats} />;
  if (outcome?.kind === 'unreachable') return <Refusal said={null} formats={formats} />;
  if (outcome?.kind !== 'fault') return null;
  return (
    <p class="refusal" role="alert">
      {outcome.fault === 'device' ? says.deviceFailed : says.faults[outcome.fault]}
    </p>
  );
}
