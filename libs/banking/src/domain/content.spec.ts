import { cleanText, contentFit, normalContent } from './content';

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

  it.each([
    ['SKX1483027569', 'SKX1483027569', 'same'],
    ['MBVCB3278907687SKX1483027569', 'SKX1483027569', 'part'],
    ['SKX1483', 'MBVCB3278907687SKX1483027569', 'part'],
    ['', 'MBVCB3278907687SKX1483027569', 'none'],
    ['CK', 'CHUYENCK', 'none'],
    ['SKX1483027569', 'SKX1483027570', 'none'],
  ])('%s against %s: %s', (one, other, fit) => {
    expect(contentFit(one, other)).toBe(fit);
    expect(contentFit(other, one)).toBe(fit);
  });
});
