import fc from 'fast-check';
import { crc16, crcText } from './crc';

/** The definition, bit by bit, over the bytes that Node makes of a text. */
function bitwise(text: string): number {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}

describe('the CRC of a payload', () => {
  it('is 29B1 for 123456789, the check value of CRC-16/CCITT-FALSE', () => {
    expect(crcText(crc16('123456789'))).toBe('29B1');
  });

  it('has four digits even where the first are zero', () => {
    expect(crcText(0x7)).toBe('0007');
  });

  it('runs over UTF-8 bytes, whatever the text, half characters too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(crc16(text)).toBe(bitwise(text));
      }),
      { numRuns: 3000, examples: [['Chợ Đồng Văn'], ['😀'], ['a\ud800b'], ['\udc00'], ['']] },
    );
  });
});
