#!/usr/bin/env -S node --max-semi-space-size=2
// A young generation of 2 MB instead of 16, and V8's memory saver: a node that lies idle between sittings stays small
// (bench/memory.ts). The second is set below, as an older Node would stop at a flag that it does not know, and rests while
// many ask (src/node/memory-saver.ts).
// Plain old JavaScript on purpose: whatever node starts this file must be able to read it, so that it can say what
// is wrong instead of stopping at syntax that it does not know.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    'cabildo needs Node.js 24 or later; this is ' +
      process.version +
      '.\n' +
      "`npm ci` in the project brings one: start it with `npm start`, or `npx cabildo …` from the project's folder.\n",
  );
  process.exit(2);
}
Promise.all([import('node:v8'), import('node:module'), import('node:url')])
  .then(function (modules) {
    modules[0].setFlagsFromString('--memory-saver-mode');
    // What was compiled once is kept beside the installed packages, where nobody else may write: a command starts in half the time.
    modules[1].enableCompileCache(
      modules[2].fileURLToPath(new URL('../../../node_modules/.cache/compiled/', import.meta.url)),
    );
    return import('../src/main.ts');
  })
  .catch(function (error) {
    process.stderr.write((error && error.stack ? error.stack : String(error)) + '\n');
    process.exit(2);
  });
