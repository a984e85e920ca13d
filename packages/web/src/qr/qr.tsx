import './qr.css';
import type { JSX } from 'preact';
import { qrRows } from './qr-rows.ts';

/** Dark on white, whatever the colours around it are: cameras expect that. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const rows = qrRows(text, 2);
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`}>
      <rect width={rows.length} height={rows.length} />
      <path d={dark.join('')} />
    </svg>
  );
}
