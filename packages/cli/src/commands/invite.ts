import type { ExitCode, Invocation } from '../command.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import { guideAddress, invitationAddress, translatorAddress } from '../node/invitation.ts';
import { operatorToken } from '../node/operator-token.ts';
import { misuse } from '../stop.ts';
import { refused } from './refused.ts';

const inviting = { es: 'Invitar a fundar', en: 'Inviting to found' };

/** Leave to found one body: a link to hand over. */
export async function invite(invocation: Invocation): Promise<ExitCode> {
  const { values, terminal, language } = invocation;
  const { url, language: translated } = values;
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url)))
    throw misuse({
      es: `--url ${url}: una dirección http(s), como https://el-alto.example.`,
      en: `--url ${url}: an http(s) address, such as https://el-alto.example.`,
    });
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const token = await operatorToken(invocation, inviting);
  if (translated !== undefined) return inviteTranslator(invocation, client, token, translated);
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

type Client = NonNullable<Awaited<ReturnType<typeof runningNode>>>;

async function inviteTranslator(
  invocation: Invocation,
  client: Client,
  token: string,
  language: string,
): Promise<ExitCode> {
  const { values, switches, terminal } = invocation;
  const may = switches.has('review') ? 'review' : 'translate';
  const path = `/api/languages/${encodeURIComponent(language)}/invitations`;
  const answered = await client.post<{ readonly code: string; readonly until: string }>(path, { may }, token);
  if (!answered.ok) return refused(invocation, answered.problem);
  const { code, until } = answered.body;
  const link = translatorAddress(values.url ?? client.url, code);
  const what = may === 'review' ? ['Revisa', 'It reviews'] : ['Traduce', 'It translates'];
  terminal.answer({ ok: true, link, code, until }, [
    link,
    terminal.say({
      es: `  ${what[0]} «${language}»; se entra hasta ${until}. Traduce una persona y revisa otra.`,
      en: `  ${what[1]} "${language}"; to be entered until ${until}. One person translates and another reviews.`,
    }),
  ]);
  return 0;
}
