import { type Encrypted, encrypt, type ToEncrypt } from './encrypt.ts';

interface Scope {
  onmessage: ((event: { readonly data: ToEncrypt }) => void) | null;
  postMessage(answer: Encrypted | null): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  encrypt(data).then(
    (made) => scope.postMessage(made),
    () => scope.postMessage(null),
  );
};
