// The page on which a language is completed: by who was invited to, on a node that goes on running.
const KEPT = 'cabildo/translator';
const AT_ONCE = 40;
const LONGEST_MS = 60_000;
const PIECE_MS = 250;

const byId = (id) => document.getElementById(id);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const say = (name, values = {}) => filled(document.querySelector(`[data-say="${name}"]`)?.textContent ?? name, values);
const placeholders = (text) => [...new Set(text.match(/\{[A-Za-z]\w*\}|(?<![\w&])#(?!\w)/g) ?? [])];
const trouble = (text) => {
  byId('trouble').textContent = text;
};

const read = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};
let token = read();
let work = null;
let shown = AT_ONCE;

async function ask(path, { method = 'GET', body, type = 'application/json' } = {}) {
  const headers = { authorization: `Bearer ${token ?? ''}`, 'accept-language': document.documentElement.lang };
  if (body !== undefined) headers['content-type'] = type;
  const sent = body === undefined || type !== 'application/json' ? body : JSON.stringify(body);
  const answer = await fetch(path, { method, headers, body: sent, cache: 'no-store' }).catch(() => null);
  if (answer === null || answer.status >= 500) return { ok: false, said: say('unreachable') };
  if (answer.ok) return { ok: true, answer };
  const problem = await answer.json();
  const { sentences, detail } = problem;
  const problems = detail?.problems ?? [];
  const said = sentences[document.documentElement.lang] ?? sentences.es;
  return {
    ok: false,
    status: answer.status,
    problems,
    said: problems.length === 0 ? said : problems.map(wrong).join(' '),
  };
}

const post = (path, body) => ask(path, { method: 'POST', body });

function wrong({ code, field, needed = '' }) {
  const own = document.querySelector(`[data-say="wrong-${code}"]`) === null ? 'wrong-other' : `wrong-${code}`;
  return say(own, { field, needed });
}

const show = (id) => {
  for (const part of ['enter', 'describe', 'work']) byId(part).hidden = part !== id;
};

async function begin() {
  const invitation = /#invitation=(.+)$/.exec(location.hash)?.[1];
  if (invitation !== undefined) {
    // A bearer is left in no history.
    history.replaceState(null, '', location.pathname + location.search);
    byId('t-invitation').value = decodeURIComponent(invitation);
    return show('enter');
  }
  if (token === null) return show('enter');
  const asked = await ask('/api/translators/work');
  if (!asked.ok) {
    if (asked.status === 401) show('enter');
    else trouble(asked.said);
    return;
  }
  work = await asked.answer.json();
  if (work.language === null) return show('describe');
  show('work');
  draw();
}

byId('enter').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { invitation, named } = Object.fromEntries(new FormData(event.target));
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const made = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  const joined = await post('/api/translators', { invitation: invitation.trim(), named: named.trim(), token: made });
  if (!joined.ok) return trouble(joined.said);
  trouble('');
  token = made;
  try {
    localStorage.setItem(KEPT, made);
  } catch {
    // Then this page alone may work with it.
  }
  await begin();
});

byId('describe').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { open, close, ...head } = Object.fromEntries(new FormData(event.target));
  const kept = await post('/api/translators/language', { ...head, tag: work.tag, quotes: [open, close] });
  trouble(kept.ok ? '' : kept.said);
  if (kept.ok) await begin();
});

const matches = (text) => {
  const wanted = byId('show').value;
  if (wanted === 'missing' && (text.draft !== undefined || text.reviewed !== undefined)) return false;
  const waits = text.draft !== undefined || text.voice?.reviewed === false;
  if (wanted === 'review' && !waits) return false;
  const sought = byId('find').value.trim().toLocaleLowerCase();
  if (sought === '') return true;
  const said = JSON.stringify([text.source, text.english, text.places, text.draft?.said, text.reviewed?.said]);
  return said.toLocaleLowerCase().includes(sought);
};

function draw() {
  const { language, texts, tag, trial } = work;
  byId('language').textContent = language.name;
  byId('language').lang = tag;
  progress();
  byId('try').href = `/?lang=${tag}-x-${trial}`;
  byId('bringing').hidden = work.may !== 'translate';
  const found = texts.filter(matches);
  byId('texts').replaceChildren(...found.slice(0, shown).map(item));
  byId('more').hidden = found.length <= shown;
  byId('none').hidden = found.length > 0;
}

function progress() {
  const { texts } = work;
  const count = (kept) => String(texts.filter(kept).length);
  byId('progress').textContent = say('done', {
    reviewed: count(({ reviewed }) => reviewed !== undefined),
    drafts: count(({ draft }) => draft !== undefined),
    texts: String(texts.length),
  });
}

function item(text) {
  const li = byId('text').content.firstElementChild.cloneNode(true);
  const part = (name) => li.querySelector(`.${name}`);
  const [area, box] = [li.querySelector('textarea'), li.querySelector('label')];
  const said = text.draft?.said ?? text.reviewed?.said ?? '';
  part('source').textContent = text.source;
  part('english').textContent = text.english;
  const parts = [...new Set(text.places.map((place) => say(`part-${place.split('.')[0]}`)))];
  part('places').textContent = `${say('seen')}: ${parts.join(', ')} · ${text.places[0]}`;
  area.id = `said-${work.texts.indexOf(text)}`;
  box.htmlFor = area.id;
  area.lang = work.tag;
  area.dir = work.language.direction;
  area.value = typeof said === 'string' ? said : said.forms.other;
  area.readOnly = work.may !== 'translate';
  const names = placeholders(text.source);
  part('names').hidden = names.length === 0;
  part('names').querySelector('code').textContent = names.join(' ');
  const forms = formsOf(text, part('forms'), said);
  const outcome = (words) => {
    part('outcome').textContent = words;
  };
  const refresh = () => {
    const mine = text.draft?.own === true;
    part('keep').hidden = work.may !== 'translate';
    part('approve').hidden = work.may !== 'review' || text.draft === undefined || mine;
    part('record').hidden = work.may !== 'translate' || typeof MediaRecorder === 'undefined';
    part('hear').hidden = text.voice === undefined;
    part('approve-voice').hidden = work.may !== 'review' || text.voice?.reviewed !== false || text.voice.own;
    part('erase-voice').hidden = text.voice === undefined;
    progress();
  };
  refresh();
  part('keep').addEventListener('click', async () => {
    const wanted = forms(area.value.trim());
    const kept = await post('/api/translators/texts', { source: text.source, said: wanted });
    outcome(kept.ok ? say('saved') : kept.said);
    area.setAttribute('aria-invalid', String(!kept.ok));
    if (kept.ok) text.draft = { said: wanted, from: work.named, own: true };
    refresh();
  });
  part('approve').addEventListener('click', async () => {
    const approved = await post('/api/translators/reviews', { source: text.source, said: text.draft.said });
    outcome(approved.ok ? say('reviewed') : approved.said);
    if (approved.ok) [text.reviewed, text.draft] = [text.draft, undefined];
    refresh();
  });
  voices(text, part, outcome, refresh);
  return li;
}

/** Where a number stands in the text, one box for each form that the language has besides the usual one. */
function formsOf(text, details, said) {
  const names = placeholders(text.source).filter((name) => name !== '#');
  const { tag, like } = work.language;
  const rules = Intl.PluralRules.supportedLocalesOf(tag).length > 0 ? tag : like;
  const categories = new Intl.PluralRules(rules).resolvedOptions().pluralCategories.filter((name) => name !== 'other');
  details.hidden = names.length === 0 || categories.length === 0;
  const by = document.createElement('select');
  by.setAttribute('aria-label', details.firstElementChild.textContent);
  by.append(...names.map((name) => new Option(name, name.slice(1, -1))));
  if (typeof said !== 'string') by.value = said.by;
  const boxes = categories.map((category) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.value = typeof said === 'string' ? '' : (said.forms[category] ?? '');
    input.readOnly = work.may !== 'translate';
    label.append(say('form', { category }), input);
    return { category, label, input };
  });
  details.lastElementChild.append(by, ...boxes.map(({ label }) => label));
  return (other) => {
    const filledIn = boxes.filter(({ input }) => input.value.trim() !== '');
    if (filledIn.length === 0) return other;
    const forms = Object.fromEntries(filledIn.map(({ category, input }) => [category, input.value.trim()]));
    return { by: by.value, forms: { ...forms, other } };
  };
}

function voices(text, part, outcome, refresh) {
  let stop = null;
  const { source } = text;
  part('record').addEventListener('click', async () => {
    if (stop !== null) return stop();
    const blob = await recorded((ending) => {
      stop = ending;
      part('record').textContent = say('stop');
    });
    stop = null;
    part('record').textContent = say('record');
    if (blob === null) return outcome(say('denied'));
    const path = `/api/translators/voices?source=${encodeURIComponent(source)}`;
    const kept = await ask(path, { method: 'PUT', body: blob, type: blob.type });
    outcome(kept.ok ? say('voiceKept') : kept.said);
    if (kept.ok) text.voice = { reviewed: false, own: true };
    refresh();
  });
  part('hear').addEventListener('click', async () => {
    const heard = await post(`/api/languages/${work.tag}/heard`, { source, trial: work.trial });
    if (!heard.ok) return outcome(heard.said);
    const audio = new AudioContext();
    const buffer = await audio.decodeAudioData(await heard.answer.arrayBuffer()).catch(() => null);
    if (buffer === null) return outcome(say('unheard'));
    const sound = audio.createBufferSource();
    sound.buffer = buffer;
    sound.connect(audio.destination);
    sound.onended = () => audio.close();
    sound.start();
    part('hear').dataset.heard = buffer.duration.toFixed(1);
  });
  for (const [name, approved] of [
    ['approve-voice', true],
    ['erase-voice', false],
  ])
    part(name).addEventListener('click', async () => {
      const changed = await post('/api/translators/voices', { source, approved });
      outcome(changed.ok ? (approved ? say('reviewed') : '') : changed.said);
      if (changed.ok) text.voice = approved ? { ...text.voice, reviewed: true } : undefined;
      refresh();
    });
}

/** Null where the microphone is not to be had. Ends by hand, or after a minute. */
async function recorded(begun) {
  const stream = await navigator.mediaDevices?.getUserMedia({ audio: { channelCount: 1 } }).catch(() => null);
  if (stream == null) return null;
  const mimeType = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'].find((kind) =>
    MediaRecorder.isTypeSupported(kind),
  );
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 24_000 });
  const parts = [];
  let [asked, sounds] = [false, 0];
  const made = new Promise((resolve) => {
    recorder.ondataavailable = ({ data }) => {
      parts.push(data);
      sounds += data.size > 0 ? 1 : 0;
      if (asked) end();
    };
    recorder.onstop = () => {
      clearTimeout(clock);
      for (const track of stream.getTracks()) track.stop();
      resolve(new Blob(parts, { type: mimeType.split(';')[0] }));
    };
  });
  // Pressed again at once there would be a file without any sound in it, which nothing can play.
  const end = () => {
    asked = true;
    if (sounds > 1 && recorder.state !== 'inactive') recorder.stop();
  };
  const clock = setTimeout(() => recorder.stop(), LONGEST_MS);
  recorder.start(PIECE_MS);
  begun(end);
  return made;
}

byId('filter').addEventListener('submit', (event) => event.preventDefault());
for (const id of ['find', 'show'])
  byId(id).addEventListener('input', () => {
    shown = AT_ONCE;
    draw();
  });
byId('more').addEventListener('click', () => {
  shown += AT_ONCE;
  draw();
});

byId('export').addEventListener('click', async () => {
  const file = await ask('/api/translators/file');
  if (!file.ok) return trouble(file.said);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await file.answer.blob());
  link.download = `${work.tag}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
});

let brought = null;
byId('import').addEventListener('change', async ({ target }) => {
  byId('take').hidden = true;
  const lines = (all) =>
    byId('preview').replaceChildren(
      ...all.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    );
  const text = await (target.files[0]?.text() ?? '');
  try {
    brought = JSON.parse(text);
  } catch (error) {
    const line = /line (\d+)/.exec(error.message)?.[1] ?? '1';
    return lines([say('line', { line, what: say('wrong-not-json') })]);
  }
  const tried = await post('/api/translators/file', { file: brought, write: false });
  if (tried.ok) {
    lines([say('wouldChange', { count: String((await tried.answer.json()).changed) })]);
    byId('take').hidden = false;
  } else if (tried.problems?.length > 0) {
    const starts = linesOfEntries(text);
    lines(tried.problems.map((one) => say('line', { line: String(starts[one.entry ?? -1] ?? 1), what: wrong(one) })));
  } else lines([tried.said]);
});

/** On which line each object begins that stands in a list of the file. */
function linesOfEntries(text) {
  const starts = [];
  let [line, depth] = [1, 0];
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"|[\n[\]{}]/g)) {
    if (piece === '\n') line += 1;
    else if (piece === '{' || piece === '[') {
      if (piece === '{' && depth === 2) starts.push(line);
      depth += 1;
    } else if (piece === '}' || piece === ']') depth -= 1;
  }
  return starts;
}

byId('take').addEventListener('click', async () => {
  const taken = await post('/api/translators/file', { file: brought, write: true });
  byId('take').hidden = taken.ok;
  trouble(taken.ok ? '' : taken.said);
  if (taken.ok) await begin();
});

await begin();
