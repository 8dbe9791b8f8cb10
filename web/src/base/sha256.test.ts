import { describe, expect, it } from 'vitest';

import { ownSha256, sha256 } from './sha256';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (hash: Uint8Array) => [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');

describe('SHA-256', () => {
  it('agrees with the examples of FIPS 180-2, appendix B', async () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const two = '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1';
    expect(hex(ownSha256(bytes('abc')))).toBe(abc);
    expect(hex(ownSha256(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')))).toBe(two);
    expect(await sha256(bytes('abc'))).toBe(abc);
  });

  it('is the same counted by ourselves and by the browser, at every length around a block', async () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const content = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
      expect(hex(ownSha256(content)), String(length)).toBe(await sha256(content));
    }
  });
});
