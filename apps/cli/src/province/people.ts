import type { Chance } from './chance';

// Family, middle and given names as they are heard in Hà Giang, put together by chance: no person.
const PEOPLES = [
  {
    weight: 30, // Kinh
    families: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Bùi', 'Đỗ', 'Đặng', 'Ngô'],
    middles: ['Thị', 'Thị', 'Thị', 'Văn', 'Thu', 'Minh', 'Ngọc', 'Thanh'],
    givens: ['Hương', 'Lan', 'Hoa', 'Thủy', 'Hà', 'Nga', 'Dung', 'Sơn', 'Hùng', 'Tuyết', 'Yến'],
  },
  {
    weight: 35, // Mông
    families: ['Vàng', 'Sùng', 'Giàng', 'Thào', 'Lầu', 'Mua', 'Hầu', 'Và', 'Ly', 'Già', 'Cứ'],
    middles: ['Thị', 'Thị', 'Mí', 'Thị', 'Seo', 'A'],
    givens: ['Mỷ', 'Máy', 'Dính', 'Pà', 'Chá', 'Sính', 'Say', 'Mua', 'Xúa', 'Chứ', 'Pó', 'Súng'],
  },
  {
    weight: 25, // Tày
    families: ['Nông', 'Hoàng', 'Lục', 'Ma', 'Nguyễn', 'Mai', 'Vi', 'Lộc', 'Hứa', 'Quan'],
    middles: ['Thị', 'Thị', 'Văn', 'Thu', 'Bích', 'Đức'],
    givens: ['Hiền', 'Duyên', 'Thắm', 'Mơ', 'Luyến', 'Nhung', 'Tuyên', 'Lịch', 'Chiến', 'Hạnh'],
  },
  {
    weight: 10, // Dao
    families: ['Triệu', 'Bàn', 'Phàn', 'Lý', 'Đặng', 'Chẳn', 'Tẩn'],
    middles: ['Thị', 'Mùi', 'Thị', 'Văn', 'Tà'],
    givens: ['Mẩy', 'Pham', 'Nái', 'Chiêu', 'Khé', 'Phin', 'Lai', 'Chòi'],
  },
] as const;

const ALL = PEOPLES.reduce((sum, people) => sum + people.weight, 0);

/** A name such as `Vàng Thị Mỷ`. */
export function aName(chance: Chance): string {
  let at = chance.between(1, ALL);
  const people = PEOPLES.find((each) => (at -= each.weight) <= 0) ?? PEOPLES[0];
  return [people.families, people.middles, people.givens]
    .map((part) => chance.pick(part))
    .join(' ');
}

/** A mobile number in a block that looks real and is dialled by nobody here: 10 digits. */
export function aPhone(chance: Chance): string {
  return `09${String(chance.between(0, 99_999_999)).padStart(8, '0')}`;
}

const FAMILY_TO_ASCII = /[\u0300-\u036f]/g;
/** `Vàng Thị Mỷ` → `VANG THI MY`, as banks write names. */
export function bankName(name: string): string {
  return name.normalize('NFD').replace(FAMILY_TO_ASCII, '').replace(/[đĐ]/g, 'D').toUpperCase();
}

export const GOODS = [
  'Quần áo',
  'Vải thổ cẩm',
  'Rau củ',
  'Thịt',
  'Cá',
  'Tạp hóa',
  'Hàng khô',
  'Nông cụ',
  'Ăn uống',
  'Giày dép',
  'Gia vị',
  'Trái cây',
  'Đồ gia dụng',
  'Mật ong, thảo dược',
] as const;
