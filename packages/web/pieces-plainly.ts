import type { Plugin } from 'vite';

/** Where nothing has to be loaded before a piece: it is asked for as it is written, without Vite's look for what comes first. */
export function piecesAskedPlainly(): Plugin {
  return {
    name: 'cabildo-pieces',
    apply: 'build',
    configResolved({ plugins }) {
      for (const wanted of ['vite:build-import-analysis', 'native:import-analysis-build']) {
        const at = plugins.findIndex(({ name }) => name === wanted);
        if (at < 0) throw new Error(`Vite has nothing called ${wanted}`);
        (plugins as Plugin[]).splice(at, 1);
      }
    },
  };
}
