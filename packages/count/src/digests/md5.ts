/** MD5 (RFC 1321), for the published vector of RFC 3797 and for nothing else: it is long since broken. */
export function md5(message: Uint8Array): Uint8Array {
  const size = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(size);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(size - 8, (message.length << 3) >>> 0, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476);
  for (let start = 0; start < size; start += 64) compress(state, view, start);
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, at) => void digest.setInt32(at * 4, word, true));
  return new Uint8Array(digest.buffer);
}

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
/** 2^32 times the sine of each step: RFC 1321 defines them by the sine, so a double's precision is what it takes. */
const sines = Int32Array.from({ length: 64 }, (_, t) => Math.floor(Math.abs(Math.sin(t + 1)) * 2 ** 32) | 0);

function compress(state: Int32Array, view: DataView, start: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let t = 0; t < 64; t++) {
    const round = t >> 4;
    const [mixed, word] = step(round, t, b, c, d);
    const sum = (a + mixed + (sines[t] as number) + view.getInt32(start + word * 4, true)) | 0;
    const by = shifts[round]?.[t & 3] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) | 0];
  }
  for (const [at, value] of [a, b, c, d].entries()) state[at] = (state[at] as number) + value;
}

function step(round: number, t: number, b: number, c: number, d: number): [number, number] {
  if (round === 0) return [(b & c) | (~b & d), t];
  if (round === 1) return [(d & b) | (~d & c), (5 * t + 1) & 15];
  if (round === 2) return [b ^ c ^ d, (3 * t + 5) & 15];
  return [c ^ (b | ~d), (7 * t) & 15];
}
