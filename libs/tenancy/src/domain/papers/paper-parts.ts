import { formatDate, type BusinessDate, type PaperBlock, type PaperText } from '@cho40/kernel';
import type { LeasePaperFacts, Party } from './lease-paper-facts';

/** Room for what is written by hand. */
export const BLANK = '……………………………………';
const SHORT_BLANK = '………………';

export function nationalHeading(
  { boardName, communeName, marketName }: LeasePaperFacts,
  on: BusinessDate,
  number: string,
): PaperBlock {
  const above = communeName ? [`Ủy ban nhân dân ${lowerFirst(communeName)}`] : [];
  const place = placeOf({ communeName, marketName });
  return { kind: 'national-heading', issuer: [...above, boardName], number, place, on };
}

/** Where a paper is written: the commune without what it is, else the market. */
export const placeOf = ({
  communeName,
  marketName,
}: Pick<LeasePaperFacts, 'communeName' | 'marketName'>): string =>
  communeName?.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, '') ?? marketName;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `ngày 05 tháng 6 năm 2024`, as papers say a day inside a sentence (decree 30/2020/NĐ-CP). */
export function dayInWords(day: BusinessDate): string {
  const [dayOfMonth = '', month = '', year = ''] = formatDate(day).split('/');
  return `ngày ${dayOfMonth} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** `4,5 m²`. */
export const formatArea = (areaM2: number): string => `${String(areaM2).replace('.', ',')} m²`;

export const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
export const paragraph = (text: PaperText): PaperBlock => ({ kind: 'paragraph', text });
export const italic = (text: string): PaperBlock => paragraph([{ text, isItalic: true }]);
/** `1. …`, `2. …`, each a paragraph. */
export const numbered = (texts: readonly string[]): PaperBlock[] =>
  texts.map((text, at) => paragraph(`${at + 1}. ${text}`));

/** The board as a contract names it: who signs for it is written by hand. */
export const partyA = (lease: LeasePaperFacts, role: string): PaperBlock[] =>
  named(`BÊN A (${role}): `, lease.boardName, [
    ...signerOfBoard,
    { label: 'Địa chỉ', value: SHORT_BLANK },
    { label: 'Điện thoại', value: SHORT_BLANK },
  ]);

/** The vendor as a contract names them. */
export const partyB = ({ holder }: LeasePaperFacts, role: string): PaperBlock[] =>
  named(`BÊN B (${role}): `, holder.name, [
    ...signerOf(holder),
    field('Mã số thuế', holder.taxCode),
    field('Điện thoại', holder.phone),
    field('Địa chỉ', holder.address),
  ]);

/** Both parties as the minutes of a contract name them: by those who sign. */
export const partiesBriefly = (
  { boardName, holder }: LeasePaperFacts,
  roles: { readonly a: string; readonly b: string },
): PaperBlock[] => [
  ...named(`BÊN A (${roles.a}): `, boardName, signerOfBoard),
  ...named(`BÊN B (${roles.b}): `, holder.name, signerOf(holder)),
];

interface Field {
  readonly label: string;
  readonly value: string;
}

const field = (label: string, value: string | null): Field => ({
  label,
  value: value ?? SHORT_BLANK,
});
const signerOfBoard = [field('Đại diện', null), field('Chức vụ', null)];

const named = (label: string, name: string, fields: readonly Field[]): PaperBlock[] => [
  paragraph([{ text: `${label}${name}`, isBold: true }]),
  { kind: 'fields', columns: 2, fields },
];

function signerOf({ kind, representedBy, representedAs, idNumber }: Party): Field[] {
  if (kind === 'person') return [field('Số căn cước', idNumber)];
  return [
    field('Đại diện', representedBy),
    field('Chức vụ', representedAs ?? ROLES[kind]),
    field('Số căn cước người đại diện', idNumber),
  ];
}

const ROLES = { household: 'Chủ hộ kinh doanh', company: null } as const;

/** Both parties sign; below B stands who signs for it. */
export function signatures({ holder }: LeasePaperFacts): PaperBlock {
  const signs = holder.kind === 'person' ? holder.name : (holder.representedBy ?? '');
  return {
    kind: 'signatures',
    columns: [
      { role: 'ĐẠI DIỆN BÊN A', hint: 'Ký, ghi rõ họ tên, đóng dấu' },
      { role: 'BÊN B', name: signs },
    ],
  };
}
