import '../look/look.css';
import './shell/shell.css';
import './member/member.css';
import './read-aloud/read-aloud.css';
import { areas } from './areas.ts';
import { loadFirstWords } from './shell/first-words.ts';
import { preferredLanguage } from './shell/language.ts';
import { Shell } from './shell/shell.ts';

const parsed = new Promise<unknown>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
  else resolve(null);
});

// A scanned card is on its way to the node while the screens still come in: on a thin line that is a round trip saved.
const screens = import('./screens.tsx');
void Promise.all([
  Shell.open(areas),
  screens,
  loadFirstWords(preferredLanguage()).catch(() => loadFirstWords('es')),
  parsed,
]).then(([shell, { show }]) => {
  show(shell, areas);
});
