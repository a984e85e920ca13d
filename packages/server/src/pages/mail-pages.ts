import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';

/** Where the code of a letter is entered: the script fills it in from behind the `#`, whoever has none types it. */
export function confirmPage({ words, path, language }: Visit, state: 'asks' | 'confirmed' | 'unknown'): Page {
  const { mail } = words;
  if (state === 'confirmed')
    return {
      title: mail.confirmed,
      body: html`<h1>${mail.confirmed}</h1><p role="status">${mail.confirmedHow}</p><p><a class="button" href="/office">${mail.office}</a></p>`,
    };
  return {
    title: mail.confirm,
    status: state === 'unknown' ? 400 : 200,
    script: 'confirm',
    body: html`<h1>${mail.confirm}</h1>${state === 'unknown' ? html`<p class="card ochre" role="alert">${mail.unknown}</p>` : null}<form action="${path}?lang=${language}" method="post"><label for="code">${mail.code}</label><div class="row"><input id="code" name="code" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-how"><button>${mail.confirmIt}</button></div><p class="soft" id="code-how">${mail.codeHow}</p></form>`,
  };
}

/** For an address that is gone already the answer is the same: nobody learns from it whether there was one. */
export function stopPage({ words, path, language }: Visit, state: 'asks' | 'stopped'): Page {
  const { mail } = words;
  if (state === 'stopped')
    return { title: mail.stopped, body: html`<h1>${mail.stopped}</h1><p role="status">${mail.stoppedHow}</p>` };
  return {
    title: mail.stop,
    body: html`<h1>${mail.stop}</h1><p>${mail.stopHow}</p><form action="${path}?lang=${language}" method="post"><button class="button">${mail.stopIt}</button></form>`,
  };
}
