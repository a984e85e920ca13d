import { render } from 'preact';
import { Home } from './member/home.tsx';
import type { Area } from './shell/area.ts';
import { Frame } from './shell/frame.tsx';
import type { Shell } from './shell/shell.ts';

/** What a person sees of the shell. */
export function show(shell: Shell, areas: Readonly<Record<string, Area>>): void {
  const place = document.getElementById('phone');
  if (place !== null) render(<Frame shell={shell} areas={areas} home={Home} />, place);
}
