import '../../look/look.css';
import '../shell/shell.css';
import './office.css';
import { render } from 'preact';
import { Frame } from '../shell/frame.tsx';
import { preferredLanguage } from '../shell/language.ts';
import { Shell } from '../shell/shell.ts';
import { areas } from './areas.ts';
import { takeInvitation } from './founding/invitation.ts';
import { Home } from './home.tsx';
import { loadFirstWords } from './instead/first-words.ts';

// Before the shell looks at what stands behind the `#`, now and whenever it changes.
takeInvitation();
addEventListener('hashchange', takeInvitation);
await loadFirstWords(preferredLanguage()).catch(() => loadFirstWords('es'));
const shell = await Shell.open(areas);
const place = document.getElementById('phone');
if (place !== null) render(<Frame shell={shell} areas={areas} home={Home} />, place);
