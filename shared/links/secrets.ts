/** Secrets that only an address or a cookie carries: 256 random bits, of which the table knows the hash. */
const secretBytes = 32;

export const newSecret = (randomBytes: (count: number) => Uint8Array): string =>
  Buffer.from(randomBytes(secretBytes)).toString("base64url");

export const looksLikeSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
