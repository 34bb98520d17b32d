/** A bank, as NAPAS' members are listed: everything but the BIN changes, so names are only shown. */
export interface Bank {
  readonly shortName: string;
  readonly name: string | null;
  readonly formerNames: readonly string[];
  /** Whether NAPAS247 transfers to accounts there; null where no list says it. */
  readonly canReceive: boolean | null;
}

/** The bank of a BIN; null where the directory knows none. */
export function bankOf(bin: string): Bank | null {
  return BANKS.get(bin) ?? null;
}

/** Every bank known, by BIN: short codes clash between lists and banks are renamed. */
export const BANKS: ReadonlyMap<string, Bank> = new Map(
  (
    [
      ['422589', 'CIMB Bank', 'Ngân hàng TNHH MTV CIMB Việt Nam', false],
      ['458761', 'HSBC Vietnam', 'Ngân hàng TNHH MTV HSBC (Việt Nam)', false],
      ['533948', 'Citibank Vietnam', null, null],
      [
        '546034',
        'CAKE by VPBank',
        'Ngân hàng số CAKE by VPBank - Ngân hàng TMCP Việt Nam Thịnh Vượng',
        true,
      ],
      [
        '546035',
        'Ubank by VPBank',
        'Ngân hàng số Ubank by VPBank - Ngân hàng TMCP Việt Nam Thịnh Vượng',
        true,
      ],
      [
        '668888',
        'Kasikornbank',
        'Ngân hàng Đại chúng TNHH KASIKORNBANK - CN TP. Hồ Chí Minh',
        true,
      ],
      ['796500', 'DBS Bank', 'NH TNHH MTV Phát triển Singapore - Chi nhánh TP. Hồ Chí Minh', false],
      ['801011', 'Nonghyup Bank', 'Ngân hàng Nonghyup - Chi nhánh Hà Nội', false],
      ['963369', 'Liobank', 'Ngân hàng số Liobank - Ngân hàng TMCP Phương Đông', true],
      ['963388', 'Timo', 'Ngân hàng số Timo by Bản Việt Bank', true],
      ['970400', 'SaigonBank', 'Ngân hàng TMCP Sài Gòn Công Thương', true],
      ['970403', 'Sacombank', 'Ngân hàng TMCP Sài Gòn Thương Tín', true],
      ['970405', 'Agribank', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam', true],
      ['970406', 'Vikki Bank', 'Ngân hàng TNHH MTV Số Vikki', true, 'DongA Bank'],
      ['970407', 'Techcombank', 'Ngân hàng TMCP Kỹ thương Việt Nam', true],
      ['970408', 'GPBank', 'Ngân hàng Thương mại TNHH MTV Dầu Khí Toàn Cầu', false],
      ['970409', 'BacA Bank', 'Ngân hàng TMCP Bắc Á', true],
      [
        '970410',
        'Standard Chartered Vietnam',
        'Ngân hàng TNHH MTV Standard Chartered Bank Việt Nam',
        false,
      ],
      ['970412', 'PVcomBank', 'Ngân hàng TMCP Đại Chúng Việt Nam', true],
      ['970414', 'MBV', 'Ngân hàng TNHH MTV Việt Nam Hiện Đại', true, 'Ocean Bank'],
      ['970415', 'VietinBank', 'Ngân hàng TMCP Công thương Việt Nam', true],
      ['970416', 'ACB', 'Ngân hàng TMCP Á Châu', true],
      ['970418', 'BIDV', 'Ngân hàng TMCP Đầu tư và Phát triển Việt Nam', true],
      ['970419', 'NCB Bank', 'Ngân hàng TMCP Quốc Dân', true],
      ['970421', 'VietNgaBank', 'Ngân hàng Liên doanh Việt - Nga', false],
      ['970422', 'MB Bank', 'Ngân hàng TMCP Quân đội', true],
      ['970423', 'TPBank', 'Ngân hàng TMCP Tiên Phong', true],
      ['970424', 'Shinhan Bank', 'Ngân hàng TNHH MTV Shinhan Việt Nam', true],
      ['970425', 'AB Bank', 'Ngân hàng TMCP An Bình', true],
      ['970426', 'MSB', 'Ngân hàng TMCP Hàng Hải', true],
      ['970427', 'VietABank', 'Ngân hàng TMCP Việt Á', true],
      ['970428', 'Nam A Bank', 'Ngân hàng TMCP Nam Á', true],
      ['970429', 'SCB', 'Ngân hàng TMCP Sài Gòn', true],
      ['970430', 'PG Bank', 'Ngân hàng TMCP Xăng dầu Petrolimex', true],
      ['970431', 'Eximbank', 'Ngân hàng TMCP Xuất Nhập khẩu Việt Nam', true],
      ['970432', 'VPBank', 'Ngân hàng TMCP Việt Nam Thịnh Vượng', true],
      ['970433', 'VietBank', 'Ngân hàng TMCP Việt Nam Thương Tín', true],
      ['970434', 'Indovina Bank', 'Ngân hàng TNHH Indovina', false],
      ['970436', 'Vietcombank', 'Ngân hàng TMCP Ngoại Thương Việt Nam', true],
      ['970437', 'HDBank', 'Ngân hàng TMCP Phát triển TP. Hồ Chí Minh', true],
      ['970438', 'BaoViet Bank', 'Ngân hàng TMCP Bảo Việt', true],
      ['970439', 'Public Bank Vietnam', 'Ngân hàng TNHH MTV Public Việt Nam', false],
      ['970440', 'SeABank', 'Ngân hàng TMCP Đông Nam Á', true],
      ['970441', 'VIB', 'Ngân hàng TMCP Quốc tế Việt Nam', true],
      ['970442', 'HongLeong Bank', 'Ngân hàng TNHH MTV Hong Leong Việt Nam', false],
      ['970443', 'SHB', 'Ngân hàng TMCP Sài Gòn - Hà Nội', true],
      ['970444', 'CB Bank', 'Ngân hàng Thương mại TNHH MTV Xây dựng Việt Nam', false],
      ['970446', 'Co-op Bank', 'Ngân hàng Hợp tác xã Việt Nam', true],
      ['970448', 'OCB Bank', 'Ngân hàng TMCP Phương Đông', true],
      ['970449', 'LPBank', 'Ngân hàng TMCP Lộc Phát Việt Nam', true, 'LienVietPostBank'],
      ['970452', 'KienlongBank', 'Ngân hàng TMCP Kiên Long', true],
      ['970454', 'BVBank', 'Ngân hàng TMCP Bản Việt', true],
      ['970455', 'IBK HN', 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh Hà Nội', false],
      ['970456', 'IBK HCM', 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh TP. Hồ Chí Minh', false],
      ['970457', 'Woori Bank', 'Ngân hàng TNHH MTV Woori Việt Nam', false],
      ['970458', 'United Overseas Bank Vietnam', 'Ngân hàng United Overseas Bank Việt Nam', false],
      ['970459', 'CIMBBank', 'Ngân hàng TNHH Một Thành Viên CIMB Việt Nam', null],
      ['970460', 'Vietcredit', 'Công ty Tài chính cổ phần Xi Măng', null],
      ['970462', 'Kookmin Bank HN', 'Ngân hàng Kookmin - Chi nhánh Hà Nội', false],
      ['970463', 'Kookmin Bank HCM', 'Ngân hàng Kookmin - Chi nhánh TP. Hồ Chí Minh', false],
      ['970464', 'TNEXFinance', 'Công ty Tài chính TNHH MTV CỘNG ĐỒNG (TNHH MTV TNEX)', null],
      ['970465', 'SINOPAC', 'Ngân hàng SINOPAC - Chi nhánh Tp. Hồ Chí Minh', null],
      ['970466', 'KEBHanaHCM', 'Ngân hàng KEB HANA - Chi nhánh Tp. Hồ Chí Minh', null],
      ['970467', 'KEBHANAHN', 'Ngân hàng KEB HANA - Chi nhánh Hà Nội', null],
      ['970468', 'MAFC', 'Công ty Tài chính TNHH MTV Mirae Asset (Việt Nam)', null],
      ['970470', 'MCredit', 'Công ty Tài chính TNHH MB SHINSEI', null],
      ['971005', 'Viettel Money (unverified)', null, null],
      ['971011', 'VNPT Money', null, null],
      ['971025', 'MoMo', 'CTCP Dịch Vụ Di Động Trực Tuyến', true],
      ['977777', 'Mirae Asset Finance', null, null],
      ['999888', 'VBSP (policy bank)', null, null],
    ] as const
  ).map(([bin, shortName, name, canReceive, ...formerNames]) => [
    bin,
    { shortName, name, canReceive, formerNames },
  ]),
);
