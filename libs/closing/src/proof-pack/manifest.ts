import type { Month } from '@cho40/kernel';
import type { Movement } from '@cho40/ledger';
import type { ChecklistItem } from '../domain/checklist';

/** What the pack says of itself; tools/verify-proof-pack.mjs holds the files against it. */
export interface Manifest {
  readonly format: 'cho40-proof-pack/1';
  readonly board: { readonly id: string; readonly name: string };
  readonly month: Month;
  /** A provisional pack is of a month that is still open. */
  readonly state: 'closed' | 'provisional';
  readonly madeAt: string;
  readonly closedBy: string | null;
  readonly note: string;
  readonly remarks: readonly ChecklistItem[];
  /** SHA-256 in hex: of the month's transfers, of the months before, of both together. */
  readonly rowsHash: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Where the board's audit chain stood. */
  readonly audit: { readonly seq: number; readonly hash: string } | null;
  readonly trialBalance: readonly Movement[];
  readonly files: readonly { name: string; rows: number; sha256: string }[];
}

/** For whoever opens the pack without the program. */
export function readmeOf({ board, month, state, hash, files }: Omit<Manifest, 'format'>): string {
  const period = `${month.slice(5)}/${month.slice(0, 4)}`;
  const kind = state === 'closed' ? 'đã khóa sổ' : 'TẠM TÍNH, tháng chưa khóa sổ';
  return [
    `BỘ CHỨNG TỪ KHÓA SỔ THÁNG ${period} (${kind})`,
    board.name,
    '',
    'manifest.json: bảng cân đối, ghi chú khi khóa sổ và mã băm SHA-256 của từng tệp.',
    ...files.map(({ name, rows }) => `${name}: ${rows} dòng.`),
    '',
    'Kiểm tra lại mà không cần chương trình Chợ 4.0 (chỉ cần Node.js):',
    `  node verify-proof-pack.mjs <tệp zip này>`,
    `Mã băm của tháng này và mọi tháng trước: ${hash}`,
    '',
  ].join('\r\n');
}
