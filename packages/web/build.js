// What `npm start` does first: builds the phone page into dist, where the node finds it. A folder that cannot be written
// (a read-only medium, somebody else's copy) is said in a sentence; with a page that was built before, the start goes on.
// Plain old JavaScript, so that whatever node npm runs with can read it. Another folder than dist can be named.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));

/** Tried before Vite is: its own complaint is a stack of the inside of its bundler. */
function whyNotWritable() {
  const probe = join(dist, `.written-${process.pid}`);
  try {
    mkdirSync(dist, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
    return undefined;
  } catch (error) {
    return error.code ?? error.message;
  }
}

async function buildPage() {
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
  packFiles(join(dist, 'assets'));
  const ballot = join(dist, 'ballot');
  // The trustees' page once more, as one file to be opened from a disk.
  for (const name of ['booth.config.ts', 'booth-file.config.ts']) {
    const configFile = join(root, name);
    await build({ configFile, logLevel: 'warn', build: { outDir: ballot, emptyOutDir: name === 'booth.config.ts' } });
  }
  packFiles(join(ballot, 'assets'));
  for (const name of ['office', 'supply']) {
    const apart = join(dist, name);
    const configFile = join(root, `${name}.config.ts`);
    await build({ configFile, logLevel: 'warn', build: { outDir: apart, emptyOutDir: true } });
    packFiles(join(apart, 'assets'));
  }
  const block = join(dist, 'pass');
  await build({
    configFile: join(root, 'pass.config.ts'),
    logLevel: 'warn',
    build: { outDir: block, emptyOutDir: true },
  });
  packFiles(join(block, 'assets'));
}

/** As small as they get: a node sends these to whoever can read them, and need not do that work while somebody waits. */
function packFiles(assets) {
  for (const name of readdirSync(assets)) {
    if (!/\.(?:js|css)$/.test(name)) continue;
    const bytes = readFileSync(join(assets, name));
    // One packet carries that much anyway.
    if (bytes.length < 1_000) continue;
    writeFileSync(join(assets, `${name}.gz`), smallestGzip(bytes));
    writeFileSync(join(assets, `${name}.br`), smallestBrotli(bytes));
  }
}

/** As text or as anything, and with how long a memory: which is best depends on the file. */
function smallestBrotli(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_PARAM_LGWIN } = constants;
  const made = [16, 18, 22].flatMap((memory) =>
    [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_TEXT, constants.BROTLI_MODE_FONT].map((mode) => {
      const size = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
      return brotliCompressSync(bytes, {
        params: { ...size, [BROTLI_PARAM_MODE]: mode, [BROTLI_PARAM_LGWIN]: memory },
      });
    }),
  );
  return made.reduce((least, one) => (one.length < least.length ? one : least));
}

/** How much is looked at before a code is chosen for it: which is best depends on the file, and is a third of a per cent. */
function smallestGzip(bytes) {
  const made = [5, 6, 7, 8, 9].map((memLevel) => gzipSync(bytes, { level: 9, memLevel }));
  return made.reduce((least, one) => (one.length < least.length ? one : least));
}

const reason = whyNotWritable();
if (reason === undefined) {
  await buildPage().catch((error) => {
    process.stderr.write(`The phone page could not be built: ${error.message}\n`);
    process.exitCode = 1;
  });
} else if (existsSync(join(dist, 'index.html'))) {
  process.stderr.write(`${dist} cannot be written (${reason}): the phone page is the one that was built before.\n`);
} else {
  process.stderr.write(
    `The phone page cannot be built: ${dist} cannot be written (${reason}).\n` +
      'Copy the project to a folder in which you may write, run `npm ci` there and start it there.\n',
  );
  process.exitCode = 1;
}
