import type { Screen } from '../screen';

/** What is let off, by a document, for the days that it names. */
export interface ProposedRelief {
  readonly document: string;
  readonly documentOn: string;
  readonly reason: string;
  readonly zone: string;
  readonly percent: string;
  readonly from: string;
  readonly to: string;
}

export async function proposeRelief(by: Screen, relief: ProposedRelief): Promise<void> {
  await by.open('/reliefs');
  await by.press('Đề nghị miễn, giảm');
  await by.type('Số văn bản', relief.document);
  await by.type('Ngày văn bản', relief.documentOn);
  await by.type('Lý do', relief.reason);
  await by.choose('Phạm vi', relief.zone);
  await by.type('Phần trăm', relief.percent);
  await by.type('Từ ngày', relief.from);
  await by.type('Đến ngày', relief.to);
  await by.save('Đã gửi đề nghị.', 'Gửi đề nghị');
}

/** A second person reads what it would let off, and approves it. */
export async function approveRelief(by: Screen, document: string): Promise<void> {
  await by.open('/reliefs');
  await by.follow(document);
  await by.press('Duyệt');
  await by.confirm('Duyệt');
  await by.sees('Đã duyệt.');
}
