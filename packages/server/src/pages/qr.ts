import { qrRows } from '../app/qr-code.ts';
import { type Html, html } from './html.ts';

/** A QR code as a drawing of squares: no picture to load, and sharp at any size. */
export function qrCode(content: string, label: string): Html {
  const rows = qrRows(content);
  const side = rows.length;
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}"/><path d="${dark.join('')}"/></svg>`;
}
