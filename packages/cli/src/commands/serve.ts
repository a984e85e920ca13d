import { networkInterfaces } from 'node:os';
import { phonePageBuilt } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { type HallPlace, hallCertificate, hallLines, hallUrls, lanAddresses } from '../node/hall.ts';
import { guideAddress, invitationAddress } from '../node/invitation.ts';
import { nodeName, type RunningNode, runNode } from '../node/run-node.ts';
import type { Terminal } from '../terminal.ts';

export async function serve(invocation: Invocation): Promise<ExitCode> {
  const { switches, terminal } = invocation;
  const tls = await hallCertificate(invocation);
  const name = await nodeName(invocation);
  const inHall = switches.has('hall');
  const node = await runNode(invocation, { name, ...(inHall && { hall: tls === undefined ? {} : { tls } }) });
  const { url, dataDir, operatorTokenFile, port } = node;
  const place = (): HallPlace => ({ addresses: lanAddresses(networkInterfaces()), port, certificate: tls });
  const hall = inHall ? { hall: { urls: hallUrls(place()), https: tls !== undefined } } : {};
  terminal.answer({ ok: true, name, url, ...hall, data: dataDir, operatorTokenFile, pid: process.pid }, [
    terminal.say({ es: `El nodo ${name} atiende en ${url}`, en: `The node ${name} is serving at ${url}` }),
    ...(inHall ? hallLines(terminal, place(), process.stdout.isTTY) : []),
    ...aboutNode(terminal, node),
    ...(await toBegin(invocation, node, hall.hall?.https === true ? (hall.hall.urls[0] ?? url) : url)),
    terminal.say({ es: '  Ctrl-C lo detiene.', en: '  Ctrl-C stops it.' }),
  ]);
  if (inHall && place().addresses.length === 0) announceOnceReachable(terminal, place);
  return node.ended();
}

const aboutNode = (terminal: Terminal, { dataDir, operatorTokenFile }: RunningNode): readonly string[] => [
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
];

/**
 * Where nothing is founded yet, the way to begin, at an address where a browser makes keys: over https, or on this machine itself.
 * It is the operator's leave, and stands in no log.
 */
async function toBegin(
  { terminal, language }: Invocation,
  { node }: RunningNode,
  url: string,
): Promise<readonly string[]> {
  if (!phonePageBuilt() || (await node.books()).some(({ kind }) => kind === 'body')) return [];
  return [
    terminal.say({ es: '  Para fundar la primera asamblea, abra:', en: '  To found the first body, open:' }),
    `    ${invitationAddress(url, node.invite().code)}`,
    terminal.say({ es: '  La guía, paso por paso:', en: '  The guide, step by step:' }),
    `    ${guideAddress(url, language)}`,
  ];
}

const LOOK_AGAIN_MS = 3_000;

/** A hot spot is often switched on after the node. */
function announceOnceReachable(terminal: Terminal, place: () => HallPlace): void {
  const looking = setInterval(() => {
    const found = place();
    if (found.addresses.length === 0) return;
    clearInterval(looking);
    for (const line of hallLines(terminal, found, process.stderr.isTTY)) terminal.note(line);
  }, LOOK_AGAIN_MS).unref();
}
