import '../look/look.css';
import './phone.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { takeCardFromAddress } from './card.ts';
import { Phone } from './phone.ts';

const card = takeCardFromAddress();
const phone = new Phone();
const place = document.getElementById('phone');
if (place !== null) render(<App phone={phone} />, place);
void phone.start(card);
// A second card, scanned while the page is open, changes only the fragment.
addEventListener('hashchange', () => {
  const another = takeCardFromAddress();
  if (another !== null) void phone.start(another);
});
