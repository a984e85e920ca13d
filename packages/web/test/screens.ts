// `npm run screens`: pictures of every screen and every paper, at three sizes, light and dark, into `screens/` (which git
// ignores). Names after it (`npm run screens -- desk wall`) take those alone again, `--few` the
// phone and the wide screen by day. `npm run guide` takes the pictures of the guides instead, into `docs/guide/images/`.
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runServerVariable, startCluster } from '../../server/test/cluster.ts';
import { openBrowser } from './browser.ts';
import { buildClient } from './client.ts';
import { cameraTo } from './pictures/camera.ts';
import * as desk from './pictures/desk-scenes.ts';
import { GuideCamera } from './pictures/guide-camera.ts';
import { guidePictures } from './pictures/guide-pictures.ts';
import { firstAssembly } from './pictures/guide-scene.ts';
import * as meeting from './pictures/meeting-scenes.ts';
import * as member from './pictures/member-scenes.ts';
import * as office from './pictures/office-scenes.ts';
import * as pages from './pictures/page-scenes.ts';
import * as secretary from './pictures/secretary-scenes.ts';
import type { Scene } from './pictures/studio.ts';
import * as table from './pictures/table-scenes.ts';
import * as teller from './pictures/teller-scenes.ts';
import * as wall from './pictures/wall-scenes.ts';

const scenes: Readonly<Record<string, Scene>> = {
  ...member,
  ...desk,
  ...teller,
  ...wall,
  ...secretary,
  ...meeting,
  ...office,
  ...table,
  ...pages,
};

const out = fileURLToPath(new URL('../../../screens/', import.meta.url));
const named = process.argv.slice(2);
const few = named.includes('--few');
const forGuide = named.includes('--guide');
const wanted = named.filter((name) => !name.startsWith('--'));
const shown = new Set(guidePictures.map(({ scene }) => scene));
const known = forGuide ? [...shown] : Object.keys(scenes);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such scene: ${unknown.join(', ')}. There are: ${known.join(', ')}.\n`);
  process.exit(1);
}

if (wanted.length === 0 && !forGuide) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const [cluster, client] = await Promise.all([startCluster(), buildClient()]);
process.env[runServerVariable] = cluster.url;
// A camera and a microphone that the browser makes up.
const browser = await openBrowser('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream');
const guide = new GuideCamera(browser);
const guideScenes = { ...scenes, 'first-assembly': firstAssembly(guide) };
try {
  for (const [name, scene] of Object.entries(forGuide ? guideScenes : scenes)) {
    if (!known.includes(name) || (wanted.length > 0 && !wanted.includes(name))) continue;
    const begun = Date.now();
    const camera = forGuide ? guide.forScene(name) : cameraTo(out, few);
    // What went wrong in one is said, and the others are taken all the same.
    await scene({ browser, client, camera }).catch((error: unknown) => {
      process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    });
    process.stdout.write(`${name}: ${Math.round((Date.now() - begun) / 1000)} s\n`);
  }
} finally {
  await browser.close();
  await client.remove();
  await cluster.remove();
}
