import { phonePageBuilt } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { nodeName, runNode } from '../node/run-node.ts';

export async function serve(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  const name = await nodeName(invocation);
  const node = await runNode(invocation, { name });
  const { url, dataDir, operatorTokenFile } = node;
  terminal.answer({ ok: true, name, url, data: dataDir, operatorTokenFile, pid: process.pid }, [
    terminal.say({ es: `El nodo ${name} atiende en ${url}`, en: `The node ${name} is serving at ${url}` }),
    terminal.say({ es: `  datos: ${dataDir}`, en: `  data: ${dataDir}` }),
    terminal.say({
      es: `  llave del operador: en ${operatorTokenFile}`,
      en: `  operator's token: in ${operatorTokenFile}`,
    }),
    ...(phonePageBuilt()
      ? []
      : [
          terminal.say({
            es: '  la página de los teléfonos no está construida: npm run build -w packages/web',
            en: '  the phone page is not built: npm run build -w packages/web',
          }),
        ]),
    terminal.say({ es: '  Ctrl-C lo detiene.', en: '  Ctrl-C stops it.' }),
  ]);
  return node.ended();
}
