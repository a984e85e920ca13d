import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';
import type { Words } from './words/es.ts';

/** Where a language is completed (decision 0016). The same for everybody: who may do what, the node says to the page’s script. */
export function translatePage({ words: { translate: words } }: Visit): Page {
  return {
    title: words.title,
    script: 'translate',
    body: html`<h1>${words.title}</h1><p>${words.how}</p><noscript><p>${words.noScript}</p></noscript>
<p id="trouble" role="alert"></p>${saidTo(words)}${entering(words)}${describing(words)}${working(words)}${textTemplate(words)}`,
  };
}

type Said = Words['translate'];

const field = (name: string, label: string, more: Child = null, how: Child = null): Html =>
  html`<p><label for="t-${name}">${label}</label>${how === null ? null : html`<span class="soft">${how}</span>`}<input id="t-${name}" name="${name}" required maxlength="200" autocomplete="off"${more}></p>`;

const choice = (name: string, label: string, options: readonly (readonly [string, string])[]): Html =>
  html`<p><label for="t-${name}">${label}</label><select id="t-${name}" name="${name}">${options.map(([value, said]) => html`<option value="${value}">${said}</option>`)}</select></p>`;

const entering = (words: Said): Html =>
  html`<section id="enter" class="card" hidden><h2>${words.enter}</h2><form>${field('invitation', words.invitation)}${field('named', words.named, null, words.namedHow)}<button>${words.go}</button></form></section>`;

const describing = (words: Said): Html =>
  html`<section id="describe" class="card" hidden><h2>${words.describe}</h2><p>${words.describeHow}</p><form>${field('name', words.name)}${field('nameFrom', words.nameFrom)}${choice(
    'direction',
    words.direction,
    [
      ['ltr', words.ltr],
      ['rtl', words.rtl],
    ],
  )}${field('open', words.open, html` value="“"`)}${field('close', words.close, html` value="”"`)}${choice(
    'like',
    words.like,
    [
      ['es', words.spanish],
      ['en', words.english],
    ],
  )}<button>${words.keep}</button></form></section>`;

const working = (words: Said): Html =>
  html`<section id="work" hidden><div class="card"><h2 id="language"></h2><p id="progress" role="status"></p><p><a id="try" class="button" href="/">${words.tryIt}</a></p><p class="soft">${words.tryHow}</p>
<details><summary>${words.file}</summary><p><button type="button" id="export">${words.exportFile}</button></p><div id="bringing"><p><label for="import">${words.importFile}</label><input id="import" type="file" accept=".json,application/json"></p><div id="preview" role="status"></div><p><button type="button" id="take" hidden>${words.take}</button></p></div></details></div>
<h2>${words.texts}</h2><form id="filter" role="search"><p><label for="find">${words.find}</label><input id="find" type="search" autocomplete="off"></p><p><label for="show">${words.show}</label><select id="show"><option value="missing">${words.missing}</option><option value="review">${words.toReview}</option><option value="all">${words.all}</option></select></p></form>
<p id="none" class="soft" hidden>${words.none}</p><ol id="texts" class="texts"></ol><p><button type="button" id="more" hidden>${words.more}</button></p></section>`;

const textTemplate = (words: Said): Html =>
  html`<template id="text"><li class="card"><p class="source" lang="es"></p><p class="soft english" lang="en"></p><p class="soft places"></p><p class="soft names" hidden>${words.keepThese} <code></code></p><p><label>${words.said}</label><textarea rows="2" maxlength="3000"></textarea></p><details class="forms" hidden><summary>${words.byNumber}</summary><div></div></details><p class="outcome" role="status"></p><p class="row"><button type="button" class="keep">${words.keep}</button><button type="button" class="approve">${words.approve}</button><button type="button" class="record">${words.record}</button><button type="button" class="hear">${words.hear}</button><button type="button" class="approve-voice">${words.approveVoice}</button><button type="button" class="erase-voice">${words.eraseVoice}</button></p></li></template>`;

/** What the script says: its own words would be in one language. What is put in stands in braces. */
function saidTo(words: Said): Html {
  const { wrong, parts } = words;
  const said: Readonly<Record<string, string>> = {
    seen: words.seen,
    done: words.done('{reviewed}', '{drafts}', '{texts}'),
    wouldChange: words.wouldChange('{count}'),
    line: words.line('{line}', '{what}'),
    form: words.form('{category}'),
    saved: words.saved,
    reviewed: words.reviewed,
    own: words.own,
    record: words.record,
    stop: words.stop,
    voiceKept: words.voiceKept,
    unheard: words.unheard,
    denied: words.denied,
    unreachable: words.unreachable,
    ...Object.fromEntries(Object.entries(parts).map(([part, name]) => [`part-${part}`, name])),
    'wrong-placeholders': wrong.placeholders('{needed}'),
    'wrong-hidden-characters': wrong['hidden-characters'],
    'wrong-not-normal': wrong['not-normal'],
    'wrong-too-long': wrong['too-long']('{needed}'),
    'wrong-empty': wrong.empty,
    'wrong-unknown-source': wrong['unknown-source'],
    'wrong-said-twice': wrong['said-twice'],
    'wrong-not-a-file': wrong['not-a-file'],
    'wrong-not-json': wrong['not-json'],
    'wrong-other': wrong.other('{field}', '{needed}'),
  };
  return html`<div id="said" hidden>${Object.entries(said).map(([name, text]) => html`<span data-say="${name}">${text}</span>`)}</div>`;
}
