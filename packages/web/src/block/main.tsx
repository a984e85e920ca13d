/** The page of a road block: safe-conducts judged without a network (docs/passes.md). No session, no cookie. */
import { render } from 'preact';
import '../../look/look.css';
import '../shell/shell.css';
import { Block } from './block.tsx';
import { keptPassed } from './kept.ts';
import { now } from './moment.ts';
import './block.css';

keptPassed(now());

const root = document.getElementById('block');
if (root !== null) render(<Block />, root);

// Without https there is no worker: then the page stands as long as it is open.
navigator.serviceWorker?.register('/pass-worker.js', { scope: '/pass' }).catch(() => undefined);
