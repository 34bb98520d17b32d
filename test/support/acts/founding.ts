import type { Screen } from '../screen';

/** A market as its head enters it; days as on paper. */
export interface EnteredMarket {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly district: string;
  readonly openedOn: string;
  /** `Hằng ngày` without it. */
  readonly meets?: string;
}

export async function addMarket(head: Screen, market: EnteredMarket): Promise<void> {
  await head.open('/markets');
  await head.press('Thêm chợ');
  await head.type('Mã chợ', market.code);
  await head.type('Tên chợ', market.name);
  await head.type('Hoạt động từ ngày', market.openedOn);
  if (market.meets) await head.choose('Họp chợ', market.meets);
  await head.choose('Xã, phường hiện nay', market.commune);
  await head.choose('Địa bàn huyện cũ', market.district);
  await head.save('Đã thêm chợ.');
}

/** On the page of the market. */
export async function addZone(staff: Screen, zone: { code: string; name: string }): Promise<void> {
  await staff.press('Thêm khu');
  await staff.type('Mã khu', zone.code);
  await staff.type('Tên khu', zone.name);
  await staff.save('Đã thêm khu.');
}

/** A stall of 4 m², as the form offers it. */
export async function addStall(
  staff: Screen,
  stall: { zone: string; code: string; goods: string },
): Promise<void> {
  await staff.open('/stalls');
  await staff.press('Thêm điểm');
  await staff.choose('Khu', stall.zone);
  await staff.type('Mã điểm', stall.code);
  await staff.type('Ngành hàng', stall.goods);
  await staff.save('Đã thêm điểm kinh doanh.');
}

export async function addVendor(staff: Screen, name: string): Promise<void> {
  await staff.open('/vendors');
  await staff.press('Thêm tiểu thương');
  await staff.type('Họ và tên', name);
  await staff.save('Đã thêm tiểu thương.');
}

/** Fills in a lease; whether it is signed or refused is the next thing seen. */
export async function draftLease(
  staff: Screen,
  lease: { stall: string; vendor: string; from: string },
): Promise<void> {
  await staff.open('/leases');
  await staff.press('Ký hợp đồng');
  await staff.choose('Điểm kinh doanh', lease.stall);
  await staff.choose('Tiểu thương', lease.vendor);
  await staff.type('Từ ngày', lease.from);
}
