import '../../look/look.css';
import '../shell/shell.css';
import './supply.css';
import { render } from 'preact';
import { loadFirstWords } from '../office/instead/first-words.ts';
import { Frame } from '../shell/frame.tsx';
import { preferredLanguage } from '../shell/language.ts';
import { Shell } from '../shell/shell.ts';
import { areas } from './areas.ts';
import { Home } from './home.tsx';

await loadFirstWords(preferredLanguage()).catch(() => loadFirstWords('es'));
const shell = await Shell.open(areas);
const place = document.getElementById('phone');
if (place !== null) render(<Frame shell={shell} areas={areas} home={Home} />, place);
