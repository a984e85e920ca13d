/** What a trustee's page works from, and where it brings its messages: the node itself, or files that somebody carries. */
import { askBytes, askJson, askStatus, type NodeAddress, type Reply } from '../asking.ts';
import type { Status } from '../status.ts';

export interface TrusteeMessage {
  readonly seat: number;
  readonly step: string;
  readonly message: string;
}

export interface Board {
  readonly status: Status;
  readonly messages: readonly TrusteeMessage[];
}

export interface Carrier {
  readonly kind: 'node' | 'files';
  read(): Promise<Reply<Board>>;
  trial(): Promise<Reply<Blob>>;
  archive(): Promise<Reply<Blob>>;
  put(message: TrusteeMessage): Promise<Reply<unknown>>;
}

export function nodeCarrier(node: NodeAddress, code: string): Carrier {
  return {
    kind: 'node',
    async read() {
      const [status, messages] = await Promise.all([
        askStatus(node),
        askJson<readonly TrusteeMessage[]>(node, '/trustees'),
      ]);
      if (status.kind !== 'ok') return status;
      if (messages.kind !== 'ok') return messages;
      return { kind: 'ok', value: { status: status.value, messages: messages.value } };
    },
    trial: () => askBytes(node, '/trial.bel'),
    archive: () => askBytes(node, '/archive.bel'),
    put: ({ seat, step, message }) =>
      askJson(node, `/trustees/${seat}/${step}`, { method: 'PUT', body: message, code }),
  };
}

/** What is carried to a machine without a network. */
export interface CarriedBoard extends Board {
  readonly cabildo: 'board';
  readonly seat: number;
  /** The trial's archive in base64, while there is one to be opened. */
  readonly trial: string | null;
}

export async function boardToCarry(carrier: Carrier, board: Board, seat: number): Promise<CarriedBoard> {
  const trial = board.status.stage === 'trial' ? await carrier.trial() : null;
  const bytes = trial?.kind === 'ok' ? new Uint8Array(await trial.value.arrayBuffer()) : null;
  const text = bytes === null ? null : btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { cabildo: 'board', seat, ...board, trial: text };
}

export function readCarried(text: string): CarriedBoard | null {
  try {
    const board = JSON.parse(text) as Partial<CarriedBoard>;
    return board.cabildo === 'board' && board.status !== undefined ? (board as CarriedBoard) : null;
  } catch {
    return null;
  }
}

/** A message on its way back. */
export interface CarriedMessage extends TrusteeMessage {
  readonly cabildo: 'message';
  readonly election: string;
}

export function readMessage(text: string, election: string): CarriedMessage | null {
  try {
    const message = JSON.parse(text) as Partial<CarriedMessage>;
    return message.cabildo === 'message' && message.election === election ? (message as CarriedMessage) : null;
  } catch {
    return null;
  }
}

/** Without a node: what was carried here, and what goes back as a file. */
export function fileCarrier(
  board: CarriedBoard,
  archive: Blob | null,
  out: (message: CarriedMessage) => void,
): Carrier {
  const missing = { kind: 'unreachable' } as const;
  return {
    kind: 'files',
    read: () => Promise.resolve({ kind: 'ok', value: board }),
    trial: () => {
      if (board.trial === null) return Promise.resolve(missing);
      const bytes = Uint8Array.from(atob(board.trial), (one) => one.charCodeAt(0));
      return Promise.resolve({ kind: 'ok', value: new Blob([bytes]) });
    },
    archive: () => Promise.resolve(archive === null ? missing : { kind: 'ok', value: archive }),
    put(message) {
      out({ cabildo: 'message', election: board.status.election, ...message });
      return Promise.resolve({ kind: 'ok', value: null });
    },
  };
}
