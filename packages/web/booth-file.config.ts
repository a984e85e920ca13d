import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('booth/', import.meta.url));

/** Script and style go into the page, so that it can be opened from a disk. */
function oneFile(): Plugin {
  return {
    name: 'cabildo-one-file',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const texts = { js: '', css: '' };
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') texts.js += file.code;
          else if (name.endsWith('.css')) texts.css += String(file.source);
          delete bundle[name];
        }
        // What would end the element early cannot stand in it; in both languages the escaped form means the same.
        const script = texts.js.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
        const source = [
          '<!doctype html>',
          '<html lang="es">',
          '<head>',
          '<meta charset="utf-8">',
          '<meta name="viewport" content="width=device-width, initial-scale=1">',
          '<meta name="referrer" content="no-referrer">',
          '<title>Cabildo</title>',
          `<style>${texts.css}</style>`,
          '</head>',
          '<body>',
          '<div id="ballot"></div>',
          `<script type="module">${script}</script>`,
          '</body>',
          '</html>',
          '',
        ].join('\n');
        this.emitFile({ type: 'asset', fileName: 'trustee.html', source });
      },
    },
  };
}

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [oneFile()],
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('src/booth/file-main.tsx', import.meta.url)),
      output: { format: 'es', codeSplitting: false },
    },
  },
});
