/** The pictures that browsers and phones make; told by their first bytes, never by their name. */
export type ImageKind = 'image/jpeg' | 'image/png';

const SIGNATURES: readonly (readonly [ImageKind, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What kind of picture some bytes are; null: none that is kept. */
export function imageKindOf(bytes: Uint8Array): ImageKind | null {
  const found = SIGNATURES.find(([, signature]) =>
    signature.every((byte, at) => bytes[at] === byte),
  );
  return found?.[0] ?? null;
}
