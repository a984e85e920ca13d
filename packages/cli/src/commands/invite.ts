import type { ExitCode, Invocation } from '../command.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import { guideAddress, invitationAddress } from '../node/invitation.ts';
import { operatorToken } from '../node/operator-token.ts';
import { misuse } from '../stop.ts';
import { refused } from './refused.ts';

const inviting = { es: 'Invitar a fundar', en: 'Inviting to found' };

/** Leave to found one body: a link to hand over. */
export async function invite(invocation: Invocation): Promise<ExitCode> {
  const { values, terminal, language } = invocation;
  const { url } = values;
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url)))
    throw misuse({
      es: `--url ${url}: una dirección http(s), como https://el-alto.example.`,
      en: `--url ${url}: an http(s) address, such as https://el-alto.example.`,
    });
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const token = await operatorToken(invocation, inviting);
  const answered = await client.post<{ readonly code: string; readonly until: string }>('/api/invitations', {}, token);
  if (!answered.ok) return refused(invocation, answered.problem);
  const { code, until } = answered.body;
  const link = invitationAddress(url ?? client.url, code);
  terminal.answer({ ok: true, link, code, until }, [
    link,
    terminal.say({
      es: `  Funda una sola asamblea, hasta ${until}. Entréguelo sólo a quien la convoca.`,
      en: `  It founds one body, until ${until}. Hand it to whoever convenes it, and to nobody else.`,
    }),
    terminal.say({
      es: `  La guía, paso por paso: ${guideAddress(url ?? client.url, language)}`,
      en: `  The guide, step by step: ${guideAddress(url ?? client.url, language)}`,
    }),
  ]);
  return 0;
}
