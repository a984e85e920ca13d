/** A node in a hall with a network of its own: where its phones find it, and what their browsers let them do there. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Certificate } from '@cabildo/server';
import encodeQR from 'qr';
import type { Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { misuse, Stop } from '../stop.ts';
import type { Terminal } from '../terminal.ts';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Of this machine those that phones beside it can reach, the likeliest first: a hot spot gives out private addresses. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
  const found = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && isIPv4(address) && !address.startsWith('169.254.'))
    .map(({ address }) => address);
  return [...new Set(found)].sort((a, b) => Number(isPrivate(b)) - Number(isPrivate(a)));
}

const isPrivate = (address: string): boolean => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);

/** `--tls-cert` and `--tls-key`: both or neither, and they belong together. */
export async function hallCertificate({ values, switches }: Invocation): Promise<Certificate | undefined> {
  const { 'tls-cert': certFile, 'tls-key': keyFile } = values;
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined || !switches.has('hall')) {
    throw misuse({
      es: '--tls-cert y --tls-key van juntos, y con --hall.',
      en: '--tls-cert and --tls-key go together, and with --hall.',
    });
  }
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
  if (!belongTogether(cert, key)) {
    throw new Stop(
      'bad-certificate',
      {
        es: `${certFile} y ${keyFile} no son un certificado y su llave (PEM, sin contraseña).`,
        en: `${certFile} and ${keyFile} are not a certificate and its key (PEM, without a password).`,
      },
      { es: 'Vea docs/hall-node.md.', en: 'See docs/hall-node.md.' },
    );
  }
  return { cert, key };
}

function belongTogether(cert: string, key: string): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

/** The names and addresses that a certificate is good for, in its own order; browsers warn of every other. */
function namesIn({ cert }: Certificate): readonly string[] {
  const { subjectAltName = '' } = new X509Certificate(cert);
  return [...subjectAltName.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].flatMap(([, name]) =>
    name === undefined || name.startsWith('*') ? [] : [name],
  );
}

export interface HallPlace {
  readonly addresses: readonly string[];
  readonly port: number;
  readonly certificate: Certificate | undefined;
}

/** What people open, the best first: a name that the certificate knows needs no word of explanation. */
export function hallUrls({ addresses, port, certificate }: HallPlace): readonly string[] {
  if (certificate === undefined) return addresses.map((address) => `http://${address}${portIn(port, 80)}`);
  const names = namesIn(certificate);
  const known = names.filter((name) => !isIPv4(name) || addresses.includes(name));
  const others = addresses.filter((address) => !names.includes(address));
  return [...known, ...others].map((host) => `https://${host}${portIn(port, 443)}`);
}

const portIn = (port: number, usual: number): string => (port === usual ? '' : `:${port}`);

/** Everything that whoever sets up the hall reads and shows. */
export function hallLines(terminal: Terminal, place: HallPlace, colours: boolean): readonly string[] {
  const urls = hallUrls(place);
  const [first] = urls;
  if (first === undefined) return [terminal.say(noNetwork)];
  const limits = place.certificate === undefined ? withoutHttps : withHttps;
  return [
    terminal.say({ es: `En la sala: ${first}/phone`, en: `In the hall: ${first}/phone` }),
    '',
    ...qrLines(`${first}/phone`, colours),
    ...urls.slice(1).map((url) => terminal.say({ es: `  también: ${url}/phone`, en: `  also: ${url}/phone` })),
    ...limits.map((text) => `  ${terminal.say(text)}`),
  ];
}

/** Half blocks, two rows of the code in one line; white on black on a terminal, whatever its own colours are. */
function qrLines(text: string, colours: boolean): readonly string[] {
  const lines = encodeQR(text, 'ascii', { border: 2 }).split('\n');
  return colours ? lines.map((line) => (line === '' ? line : `\u001b[97;40m${line}\u001b[0m`)) : lines;
}

const noNetwork: Text = {
  es: 'Este equipo no está todavía en ninguna red: encienda el punto de acceso, y la dirección aparecerá aquí.',
  en: 'This machine is in no network yet: switch the hot spot on, and the address will be shown here.',
};

const withoutHttps: readonly Text[] = [
  {
    es: 'Sin certificado (http): se entra con la tarjeta, se dice «estoy aquí», se pide la palabra, se vota, se cuenta y se preside.',
    en: 'Without a certificate (http): people sign in with the card, say “I am here”, ask for the floor, vote, count and preside.',
  },
  {
    es: 'No funcionan: la cámara dentro de la página (el QR se lee con la cámara del teléfono), las llaves de los cargos, y abrir la página sin red.',
    en: 'What does not work: the camera inside the page (the phone’s own camera app reads the QR), officers’ keys, and opening the page without a network.',
  },
  {
    es: 'Abra la pantalla de la sala con esta misma dirección, no con 127.0.0.1: su QR lleva la dirección con la que se la abrió.',
    en: 'Open the hall screen at this same address, not at 127.0.0.1: its QR carries the address it was opened with.',
  },
];

const withHttps: readonly Text[] = [
  {
    es: 'Con certificado (https): funciona todo. Si el teléfono avisa que no lo conoce, vea docs/hall-node.md.',
    en: 'With a certificate (https): everything works. If a phone warns that it does not know it, see docs/hall-node.md.',
  },
  {
    es: 'Abra la pantalla de la sala con esta misma dirección, no con 127.0.0.1: su QR lleva la dirección con la que se la abrió.',
    en: 'Open the hall screen at this same address, not at 127.0.0.1: its QR carries the address it was opened with.',
  },
];
