import { writeFile } from 'node:fs/promises';
import encodeQR from 'qr';
import type { Waiting } from './story/chapter-waiting.ts';

/** Paper first: two cards side by side on A4, cut along the dashes, none torn by the end of a page. */
const style = [
  'body{margin:0;color:#1c1a16;background:#fbf8f1;font:17px/1.5 system-ui,sans-serif}',
  'main{max-width:190mm;margin:0 auto;padding:16px}',
  'h1{font-size:25px;margin:8px 0}h2{font-size:19px;line-height:1.3;margin:0;grid-column:1/-1}p{margin:4px 0}[lang=en]{color:#5d574b}',
  '.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(85mm,100%),1fr));margin-top:16px}',
  'section{display:grid;grid-template-columns:auto 1fr;gap:8px 16px;align-items:center;padding:5mm;background:#fff;border:1px dashed #5d574b;break-inside:avoid}',
  'svg{display:block;width:34mm;height:34mm}',
  '@page{size:A4;margin:12mm}@media print{body,section{background:none}main{max-width:none;padding:0}.cards{grid-template-columns:1fr 1fr}}',
].join('');

/** Member cards to print: the secret as a QR code and as seven words. Only the fragment of the address holds it. */
export async function writeCardSheet(path: string, base: string, { halls }: Waiting): Promise<void> {
  const sections = halls.map(({ body, title, readers }) => {
    const reader = readers.at(-1);
    if (reader === undefined) return '';
    const { es, en } = reader.words;
    const code = encodeQR(cardAddress(base, body, reader.code), 'svg', { border: 2 });
    return `<section><h2>${escaped(title)}</h2><div class="code" role="img" aria-label="Código QR">${code}</div><div><p>${es}</p><p lang="en">${en}</p></div></section>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tarjetas · Cabildo</title><style>${style}</style>`;
  const how =
    '<h1>Tarjetas de miembro</h1><p>Escanear el código, o escribir las siete palabras. Es un papel al portador: recorte y entregue en mano.</p><p lang="en">Scan the code, or type the seven words. Whoever holds it may use it: cut out and hand over.</p>';
  await writeFile(
    path,
    `<!doctype html><html lang="es"><head>${head}</head><body><main>${how}<div class="cards">${sections.join('')}</div></main></body></html>\n`,
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
