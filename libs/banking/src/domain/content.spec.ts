import { cleanText, normalContent } from './content';

describe('the text of a payment', () => {
  it('is compared without marks, spaces and signs', () => {
    expect(normalContent(' Nộp tiền chợ – Đồng Văn, SKX-1483 027569 ')).toBe(
      'NOPTIENCHODONGVANSKX1483027569',
    );
  });

  it('is kept without what PostgreSQL refuses, and no longer than its limit', () => {
    expect(cleanText(' a\u0000b\ud800c ')).toBe('abc');
    expect(cleanText('x'.repeat(5_000))).toHaveLength(1_000);
  });
});
