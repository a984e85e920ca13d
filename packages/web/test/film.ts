// A camera that sees codes: what Chromium takes a film for.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import encodeQR from 'qr';
import { openBrowser } from './browser.ts';

/** A browser before whose camera these codes are held, one after the other and again. */
export async function withFilm(texts: readonly string[], work: (camera: Browser) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cabildo-camera-'));
  try {
    const film = join(folder, 'codes.y4m');
    await writeFile(film, filmOf(texts));
    const camera = await openBrowser(
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    );
    try {
      await work(camera);
    } finally {
      await camera.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [WIDTH, HEIGHT] = [640, 480];

/** Of each code ten pictures a second (Y4M, grey): as a camera sees it. */
function filmOf(texts: readonly string[]): Buffer {
  const frames = texts.flatMap((text) => new Array<Buffer>(10).fill(pictureOf(text)));
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...frames]);
}

function pictureOf(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const scale = Math.floor(HEIGHT / rows.length);
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  const left = Math.floor((WIDTH - rows.length * scale) / 2);
  for (let y = 0; y < rows.length * scale; y++)
    for (let x = 0; x < rows.length * scale; x++)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) light[y * WIDTH + left + x] = 16;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  return Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
}
