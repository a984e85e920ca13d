import '../look/look.css';
import './shell/shell.css';
import { render } from 'preact';
import { areas } from './areas.ts';
import { Home } from './member/home.tsx';
import { Frame } from './shell/frame.tsx';
import { Shell } from './shell/shell.ts';

const place = document.getElementById('phone');
void Shell.open(areas).then((shell) => {
  if (place !== null) render(<Frame shell={shell} areas={areas} home={Home} />, place);
});
