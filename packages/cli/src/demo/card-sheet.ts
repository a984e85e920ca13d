import { writeFile } from 'node:fs/promises';
import encodeQR from 'qr';
import type { Waiting } from './story/chapter-waiting.ts';

/** Member cards to print: the secret as a QR code and as seven words. Only the fragment of the address holds it. */
export async function writeCardSheet(path: string, base: string, { halls }: Waiting): Promise<void> {
  const sections = halls.map(({ body, title, readers }) => {
    const reader = readers.at(-1);
    if (reader === undefined) return '';
    const { es, en } = reader.words;
    const code = encodeQR(cardAddress(base, body, reader.code), 'svg', { border: 2 });
    return `<section><div>${code}</div><p><b>${escaped(title)}</b></p><p>${es}</p><p lang="en">${en}</p></section>`;
  });
  const style =
    'body{font:17px/1.5 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:24px}section{width:85mm;border:1px solid #ddd6c7;border-radius:10px;padding:16px}svg{width:45mm;height:45mm}';
  const head = `<meta charset="utf-8"><title>Tarjetas · Cabildo</title><style>${style}</style>`;
  await writeFile(
    path,
    `<!doctype html><html lang="es"><head>${head}</head><body>${sections.join('')}</body></html>\n`,
    {
      mode: 0o600,
    },
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Behind the `#`, so that no server and no log ever sees the secret in an address. */
export const cardAddress = (base: string, body: string, code: string): string =>
  `${base}/phone#body=${body}&card=${code}`;
