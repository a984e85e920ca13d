import type { Encrypted, ToEncrypt } from './encrypt.ts';

/** One ballot in a thread of its own, which is gone afterwards with what it knew. Null where it cannot be made. */
export function encryptApart(wanted: ToEncrypt, signal: AbortSignal): Promise<Encrypted | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./encrypt-worker.ts', import.meta.url), { type: 'module' });
    const end = (made: Encrypted | null): void => {
      worker.terminate();
      resolve(made);
    };
    worker.onmessage = ({ data }: MessageEvent<Encrypted | null>) => end(data);
    worker.onerror = () => end(null);
    signal.addEventListener('abort', () => end(null));
    worker.postMessage(wanted);
  });
}
