import '../look/look.css';
import './shell/shell.css';
import { render } from 'preact';
import { areas } from './areas.ts';
import { Home } from './member/home.tsx';
import { loadFirstWords } from './shell/first-words.ts';
import { Frame } from './shell/frame.tsx';
import { preferredLanguage } from './shell/language.ts';
import { Shell } from './shell/shell.ts';

const place = document.getElementById('phone');
void Promise.all([Shell.open(areas), loadFirstWords(preferredLanguage())]).then(([shell]) => {
  if (place !== null) render(<Frame shell={shell} areas={areas} home={Home} />, place);
});
