import { actCode, base64Encode, type Json, signRecoveryObjection } from '@cabildo/book';
import type { ExitCode, Invocation } from '../command.ts';
import { readDeviceKey } from '../device-key.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import { type NodeClient, problemInWords } from '../node/node-client.ts';
import { actNumber, readAct } from '../node/read-act.ts';
import { Stop } from '../stop.ts';
import { spacedCode } from '../verify/finding-lines.ts';

/**
 * An officer before, whose key is at hand, says that the election which other bodies attest was not handed over. Anyone may
 * bring the signature, so no card is asked for: whoever was put out of office may have none any more.
 */
export async function object(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, terminal, language } = invocation;
  const [body = '', given = ''] = positionals;
  const claim = actNumber(given, 'object');
  const signer = await readDeviceKey(values.key ?? '');
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const shown = await readAct(client, body, claim);
  const claimed = claimIn(shown.act, shown.entry, claim);
  const key = base64Encode(signer.publicKey);
  const office =
    'keys' in claimed
      ? claimed.keys.find((one) => one.key === key)?.office
      : await officeOf(client, body, key, claimed.election);
  if (office === undefined)
    throw new Stop('no-office', {
      es: 'Con esta llave nadie tuvo un cargo antes de esa elección.',
      en: 'With this key nobody held an office before that election.',
    });
  const signature = signRecoveryObjection(shown.origin, claim, shown.hash, signer);
  const path = `/api/bodies/${encodeURIComponent(body)}/commands/ObjectToRecovery`;
  const once = `object-${claim}-${Buffer.from(signer.publicKey).toString('hex').slice(0, 16)}`;
  const answered = await client.post<Objected>(path, { claim, office, key, signature }, '', once);
  if (!answered.ok) {
    const { title, code } = answered.problem;
    terminal.answer({ ok: false, code: code ?? null, title }, [problemInWords(answered.problem, language)]);
    return 1;
  }
  const objected = answered.body.acts.find(({ act }) => act === 'RecoveryObjected');
  const code = actCode(shown.hash);
  terminal.answer({ ok: true, book: shown.origin, claim, code, office, objection: objected?.index ?? null }, [
    `${shown.origin} ${claim} · ${shown.act} · ${shown.at} · ${spacedCode(code)}`,
    terminal.say({
      es: `Objetado como «${office}» en el acto ${objected?.index ?? '?'}: la elección queda, y nadie la da por entregada hasta que su directiva entregue o termine su gestión.`,
      en: `Objected as “${office}” in act ${objected?.index ?? '?'}: the election stands, and counts as handed over by nobody until the officers before hand over or their term is over.`,
    }),
  ]);
  return 0;
}

interface Objected {
  readonly acts: readonly { readonly act: string; readonly index: number }[];
}

interface OfficeKey {
  readonly office: string;
  readonly key: string;
}

/** In a book that goes on from another one the claim says by itself whose keys can object. */
type Claim = { readonly election: number } | { readonly keys: readonly OfficeKey[] };

function claimIn(act: string, entry: Json, claim: number): Claim {
  const { data } = entry as unknown as {
    readonly data: {
      readonly election?: number;
      readonly what?: { readonly kind: string; readonly keys?: OfficeKey[] };
    };
  };
  if (act === 'RecoveryClaimed' && data.election !== undefined) return { election: data.election };
  if (act === 'DecisionCarried' && data.what?.kind === 'recovery') return { keys: data.what.keys ?? [] };
  throw new Stop('no-claim', {
    es: `El acto ${claim} no dice que otros organismos dan fe de una elección.`,
    en: `Act ${claim} does not say that other bodies attest an election.`,
  });
}

interface Enrolled {
  readonly index: number;
  readonly act: string;
  readonly entry: { readonly data: Readonly<Record<string, unknown>> };
}

const PAGE = 500;

/** The office that this key was enrolled for last, before that election; read backwards, for it is not long ago. */
async function officeOf(client: NodeClient, body: string, key: string, election: number): Promise<string | undefined> {
  for (let end = election; end > 0; end -= PAGE) {
    const from = Math.max(0, end - PAGE);
    const path = `/api/bodies/${encodeURIComponent(body)}/acts?from=${from}&limit=${end - from}`;
    const page = await client.get<{ readonly acts: readonly Enrolled[] }>(path);
    for (const act of [...(page?.acts ?? [])].reverse()) {
      const office = enrolledBy(act, key);
      if (office !== null) return office;
    }
  }
  return undefined;
}

function enrolledBy({ act, entry: { data } }: Enrolled, key: string): string | null {
  const { office, newKey, officers, convener, what } = data as Partial<OfficeKey> & {
    readonly newKey?: string;
    readonly officers?: readonly OfficeKey[];
    readonly convener?: { readonly key: string };
    readonly what?: { readonly kind: string; readonly keys?: readonly OfficeKey[] };
  };
  if (act === 'OfficersElected') return officers?.find((one) => one.key === key)?.office ?? null;
  // Of a book that goes on from one in which nobody attested those in office.
  if (act === 'DecisionCarried' && what?.kind === 'officers-before')
    return what.keys?.find((one) => one.key === key)?.office ?? null;
  if (act === 'BodyFounded') return convener?.key === key ? 'convener' : null;
  const enrols = ['OfficerKeyReplaced', 'OfficerKeyRestored', 'OfficeTurnTaken'].includes(act);
  return enrols && (newKey ?? data.key) === key ? (office ?? null) : null;
}
