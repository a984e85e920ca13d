import { actCode, base64Encode, sealText, utf8Encode } from '@cabildo/book';
import type { ExitCode, Invocation } from '../command.ts';
import { readDeviceKey } from '../device-key.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import { type NodeProblem, problemInWords } from '../node/node-client.ts';
import { actNumber, readAct } from '../node/read-act.ts';
import { sessionFile, sessionFor } from '../node/session.ts';
import { spacedCode } from '../verify/finding-lines.ts';

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
  const index = actNumber(given, 'sign');
  const signer = await readDeviceKey(values.key ?? '');
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const shown = await readAct(client, body, index);
  const leaf = shown.hash;
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
