/**
 * SHA-256 (FIPS 180-4) as 64 hex digits. Browsers offer it only with TLS or on localhost, so without them we count it
 * ourselves: slower, the same answer.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  const hash = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : ownSha256(bytes);
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function rootBits(count: number, root: (prime: number) => number): Uint32Array {
  const bits = new Uint32Array(count);
  for (let number = 2, found = 0; found < count; number += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) prime &&= number % divisor !== 0;
    if (!prime) continue;
    const value = root(number);
    bits[found] = Math.floor((value - Math.floor(value)) * 2 ** 32);
    found += 1;
  }
  return bits;
}

const rounds = rootBits(64, Math.cbrt);
const start = rootBits(8, Math.sqrt);

export function ownSha256(bytes: Uint8Array): Uint8Array {
  const length = bytes.length;
  const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);

  const state = start.slice();
  const w = new Uint32Array(64);
  const at = (list: Uint32Array, index: number): number => list[index] ?? 0;
  const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(block + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const a = at(w, i - 15);
      const b = at(w, i - 2);
      w[i] = at(w, i - 16) + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + at(w, i - 7) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    const s = state.slice();
    for (let i = 0; i < 64; i += 1) {
      const a = at(s, 0);
      const e = at(s, 4);
      const one =
        at(s, 7) + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & at(s, 5)) ^ (~e & at(s, 6))) + at(rounds, i) + at(w, i);
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & at(s, 1)) ^ (a & at(s, 2)) ^ (at(s, 1) & at(s, 2)));
      s.copyWithin(1, 0, 7);
      s[4] = at(s, 4) + one;
      s[0] = one + two;
    }
    for (let i = 0; i < 8; i += 1) state[i] = at(state, i) + at(s, i);
  }
  const hash = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i += 1) hash.setUint32(4 * i, at(state, i));
  return new Uint8Array(hash.buffer);
}
