import { actCode, base64Encode, canonicalBytes, type Json, leafHash, sealText, utf8Encode } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { ExitCode, Invocation } from '../command.ts';
import { readDeviceKey } from '../device-key.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import { type NodeProblem, problemInWords } from '../node/node-client.ts';
import { sessionFile, sessionFor } from '../node/session.ts';
import { both, misuse, Stop } from '../stop.ts';
import { spacedCode } from '../verify/finding-lines.ts';

interface ActJson {
  readonly origin: string;
  readonly act: string;
  readonly at: string;
  readonly leaf: string;
  readonly entry: Json;
}

interface Signed {
  readonly answer: { readonly signatures?: number; readonly needed?: number };
  readonly acts: readonly { readonly act: string; readonly index: number }[];
}

/**
 * An officer seals an act from this device: the leaf hash is computed here from the act as the node shows it, so that what
 * is signed is what was read.
 */
export async function sign(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, terminal } = invocation;
  const [body = '', given = ''] = positionals;
  if (!/^\d{1,15}$/.test(given)) throw misuse(both(`INDEX: ${given}?`), 'sign');
  const signer = await readDeviceKey(values.key ?? '');
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const index = Number(given);
  const shown = await client.get<ActJson>(`/api/bodies/${encodeURIComponent(body)}/acts/${index}`);
  if (shown === undefined)
    throw new Stop('no-act', { es: `${body} no tiene acto ${index}.`, en: `${body} has no act ${index}.` });
  const leaf = leafHash(canonicalBytes(shown.entry), nodeCrypto);
  if (base64Encode(leaf) !== shown.leaf)
    throw new Stop('other-leaf', {
      es: 'El nodo muestra otra hoja que la suya.',
      en: 'The node shows another leaf than its own.',
    });
  const file = `${values.key}.${body}.session`;
  const token = await sessionFor(invocation, client, { body, file, also: sessionFile(invocation, client.url, body) });
  const signature = base64Encode(signer.sign(utf8Encode(sealText(shown.origin, index, leaf))));
  const key = `sign-${index}-${Buffer.from(signer.publicKey).toString('hex').slice(0, 16)}`;
  const path = `/api/bodies/${encodeURIComponent(body)}/commands/SignAct`;
  const answered = await client.post<Signed>(path, { index, signature }, token, key);
  if (!answered.ok) return refused(invocation, answered.problem);
  const sealed = answered.body.acts.find(({ act }) => act === 'ActSealed');
  const code = actCode(leaf);
  terminal.answer({ ok: true, book: shown.origin, index, act: shown.act, code, sealedBy: sealed?.index ?? null }, [
    `${shown.origin} ${index} · ${shown.act} · ${shown.at} · ${spacedCode(code)}`,
    terminal.say(
      sealed === undefined
        ? { es: `Firmado: ${progress(answered.body)} firmas.`, en: `Signed: ${progress(answered.body)} signatures.` }
        : { es: `Firmado, y sellado por el acto ${sealed.index}.`, en: `Signed, and sealed by act ${sealed.index}.` },
    ),
  ]);
  return 0;
}

const progress = ({ answer }: Signed): string => `${answer.signatures ?? '?'} / ${answer.needed ?? '?'}`;

function refused({ terminal, language }: Invocation, problem: NodeProblem): ExitCode {
  const { title, code } = problem;
  terminal.answer({ ok: false, code: code ?? null, title }, [problemInWords(problem, language)]);
  return 1;
}
