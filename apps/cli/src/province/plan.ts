// The believable province: real districts, communes and market towns of the former Hà Giang, made-up
// boards, stalls, people and sums. Shares grow as plotted here; nothing else is tuned by hand.

/** A market of the plan. Communes are the codes valid since 1 July 2025 and the ones before. */
export interface PlannedMarket {
  code: string;
  prefix: string;
  name: string;
  /** The former district's code; its label on the market for ever. */
  district: string;
  commune: string;
  /** Null where nobody has entered the old commune: "not known" in the cut as it was. */
  communeBefore: string | null;
  stalls: number;
  construction: 'solid' | 'semi-solid' | 'temporary';
  meets: 'daily' | 'market-days';
  declaredClass: 1 | 2 | 3;
}

export interface PlannedBoard {
  key: string;
  name: string;
  /** Receiving account: bank, number, holder without diacritics. */
  bin: string;
  account: string;
  holder: string;
  markets: readonly PlannedMarket[];
}

/** Share of the fees paid through the account, first and last month, in percent per district. */
export const SHARE_PATH: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '024': [42, 70],
  '026': [17, 41],
  '027': [15, 33],
  '028': [19, 44],
  '029': [21, 46],
  '030': [30, 58],
  '031': [16, 31],
  '032': [15, 29],
  '033': [15, 27],
  '034': [36, 64],
  '035': [24, 49],
};

type Construction = PlannedMarket['construction'];
const SOLID: Construction = 'solid';
const SEMI: Construction = 'semi-solid';
const TEMP: Construction = 'temporary';

// Columns: code, prefix, name, [commune now, commune before], stalls, construction, days, class.
type Row = readonly [
  code: string,
  prefix: string,
  name: string,
  communes: readonly [now: string, before: string | null],
  stalls: number,
  construction: Construction,
  declaredClass: 1 | 2 | 3,
  meets?: 'market-days',
];

function marketsOf(district: string, rows: readonly Row[]): PlannedMarket[] {
  return rows.map(([code, prefix, name, [commune, communeBefore], ...rest]) => {
    const [stalls, construction, declaredClass, meets = 'daily'] = rest;
    const place = { district, commune, communeBefore };
    return { code, prefix, name, ...place, stalls, construction, declaredClass, meets };
  });
}

const VCB = '970436';
const BIDV = '970418';
const AGRIBANK = '970405';
const VIETINBANK = '970415';

export const PLANNED_BOARDS: readonly PlannedBoard[] = [
  {
    key: 'tp-ha-giang',
    name: 'Ban quản lý chợ trung tâm Hà Giang',
    bin: VCB,
    account: '0821000240001',
    holder: 'BQL CHO TRUNG TAM HA GIANG',
    markets: marketsOf('024', [
      ['HG-TRANPHU', 'SKX', 'Chợ Trần Phú', ['00691', '00691'], 438, SOLID, 1],
      ['HG-NGOCDUONG', 'XND', 'Chợ xã Ngọc Đường', ['00700', '00700'], 24, SEMI, 3, 'market-days'],
      ['HG-PHUONGDO', 'XPD', 'Chợ xã Phương Độ', ['00694', '00946'], 20, TEMP, 3, 'market-days'],
    ]),
  },
  {
    key: 'ha-giang-1',
    name: 'Ban quản lý chợ phường Hà Giang 1',
    bin: BIDV,
    account: '8210024002',
    holder: 'BQL CHO PHUONG HA GIANG 1',
    markets: marketsOf('024', [
      ['HG-NGUYENTRAI', 'WZQ', 'Chợ Nguyễn Trãi', ['00694', '00694'], 41, SEMI, 3],
      ['HG-PHUONGTHIEN', 'ZXF', 'Chợ Phương Thiện', ['00694', '00949'], 18, TEMP, 3],
    ]),
  },
  {
    key: 'dong-van',
    name: 'Ban quản lý chợ Đồng Văn',
    bin: VCB,
    account: '0821000260001',
    holder: 'BQL CHO DONG VAN',
    markets: marketsOf('026', [
      ['DV-DONGVAN', 'XDV', 'Chợ Đồng Văn', ['00721', '00721'], 63, SOLID, 3],
      ['DV-PHOCAO', 'ZWK', 'Chợ Phố Cáo', ['00745', '00745'], 22, SEMI, 3, 'market-days'],
      ['DV-LUNGPHIN', 'XJW', 'Chợ Lũng Phìn', ['00763', '00763'], 20, TEMP, 3, 'market-days'],
    ]),
  },
  {
    key: 'meo-vac',
    name: 'Ban quản lý chợ Mèo Vạc',
    bin: AGRIBANK,
    account: '8208205000270',
    holder: 'BQL CHO MEO VAC',
    markets: marketsOf('027', [
      ['MV-MEOVAC', 'WMZ', 'Chợ Mèo Vạc', ['00769', '00769'], 69, SOLID, 3],
      ['MV-KHAUVAI', 'KVX', 'Chợ Khâu Vai', ['00802', '00814'], 18, TEMP, 3, 'market-days'],
    ]),
  },
  {
    key: 'yen-minh',
    name: 'Ban quản lý chợ Yên Minh',
    bin: VIETINBANK,
    account: '114002600028',
    holder: 'BQL CHO YEN MINH',
    markets: marketsOf('028', [
      ['YM-YENMINH', 'YMX', 'Chợ Yên Minh', ['00820', '00820'], 58, SOLID, 3],
      ['YM-BACHDICH', 'QZB', 'Chợ Bạch Đích', ['00832', '00832'], 18, TEMP, 3, 'market-days'],
    ]),
  },
  {
    key: 'du-gia',
    name: 'Ủy ban nhân dân xã Du Già',
    bin: AGRIBANK,
    account: '8208205000288',
    holder: 'UBND XA DU GIA',
    markets: marketsOf('028', [
      ['YM-DUGIA', 'XDG', 'Chợ Du Già', ['00871', null], 18, TEMP, 3, 'market-days'],
    ]),
  },
  {
    key: 'quan-ba',
    name: 'Ban quản lý chợ Quản Bạ',
    bin: AGRIBANK,
    account: '8208205000296',
    holder: 'BQL CHO QUAN BA',
    markets: marketsOf('029', [
      ['QB-TAMSON', 'TSX', 'Chợ Tam Sơn', ['00874', '00874'], 50, SOLID, 3],
      ['QB-QUYETTIEN', 'QTZ', 'Chợ Quyết Tiến', ['00874', '00904'], 20, SEMI, 3, 'market-days'],
    ]),
  },
  {
    key: 'vi-xuyen',
    name: 'Ban quản lý chợ Vị Xuyên',
    bin: VCB,
    account: '0821000300001',
    holder: 'BQL CHO VI XUYEN',
    markets: marketsOf('030', [
      ['VX-VIXUYEN', 'VXZ', 'Chợ Vị Xuyên', ['00913', '00913'], 84, SOLID, 3],
      ['VX-VIETLAM', 'VLX', 'Chợ Việt Lâm', ['00967', '00967'], 36, SEMI, 3],
    ]),
  },
  {
    key: 'thanh-thuy',
    name: 'Ủy ban nhân dân xã Thanh Thủy',
    bin: BIDV,
    account: '8210030003',
    holder: 'UBND XA THANH THUY',
    markets: marketsOf('030', [
      ['VX-THANHTHUY', 'TZX', 'Chợ cửa khẩu Thanh Thủy', ['00928', null], 26, SEMI, 3],
    ]),
  },
  {
    key: 'bac-me',
    name: 'Ban quản lý chợ Bắc Mê',
    bin: AGRIBANK,
    account: '8208205000318',
    holder: 'BQL CHO BAC ME',
    markets: marketsOf('031', [
      ['BM-YENPHU', 'YPX', 'Chợ Yên Phú', ['00991', '00991'], 42, SEMI, 3],
      ['BM-MINHNGOC', 'XMJ', 'Chợ Minh Ngọc', ['00994', '00994'], 24, TEMP, 3],
    ]),
  },
  {
    key: 'hoang-su-phi',
    name: 'Ban quản lý chợ Hoàng Su Phì',
    bin: AGRIBANK,
    account: '8208205000326',
    holder: 'BQL CHO HOANG SU PHI',
    markets: marketsOf('032', [
      ['HSP-VINHQUANG', 'HSZ', 'Chợ Vinh Quang', ['01021', '01021'], 48, SEMI, 3],
      [
        'HSP-THONGNGUYEN',
        'TNZ',
        'Chợ Thông Nguyên',
        ['01090', '01090'],
        25,
        TEMP,
        3,
        'market-days',
      ],
    ]),
  },
  {
    key: 'xin-man',
    name: 'Ban quản lý chợ Xín Mần',
    bin: AGRIBANK,
    account: '8208205000334',
    holder: 'BQL CHO XIN MAN',
    markets: marketsOf('033', [
      ['XM-COCPAI', 'CPZ', 'Chợ Cốc Pài', ['01096', '01096'], 38, SEMI, 3],
      ['XM-NACHI', 'NZC', 'Chợ Nà Chì', ['01147', null], 18, TEMP, 3, 'market-days'],
    ]),
  },
  {
    key: 'bac-quang',
    name: 'Ban quản lý chợ Bắc Quang',
    bin: VCB,
    account: '0821000340001',
    holder: 'BQL CHO BAC QUANG',
    markets: marketsOf('034', [
      ['BQ-VIETQUANG', 'VQZ', 'Chợ Việt Quang', ['01153', '01153'], 206, SOLID, 2],
    ]),
  },
  {
    key: 'vinh-tuy',
    name: 'Ban quản lý chợ Vĩnh Tuy',
    bin: BIDV,
    account: '8210034004',
    holder: 'BQL CHO VINH TUY',
    markets: marketsOf('034', [
      ['BQ-VINHTUY', 'VTZ', 'Chợ Vĩnh Tuy', ['01156', '01156'], 61, SOLID, 3],
      ['BQ-TANQUANG', 'TQX', 'Chợ Tân Quang', ['01171', null], 32, SEMI, 3],
    ]),
  },
  {
    key: 'quang-binh',
    name: 'Ban quản lý chợ Quang Bình',
    bin: VIETINBANK,
    account: '114002600035',
    holder: 'BQL CHO QUANG BINH',
    markets: marketsOf('035', [
      ['QBI-YENBINH', 'YBX', 'Chợ Yên Bình', ['01237', '01237'], 55, SOLID, 3],
      ['QBI-XUANGIANG', 'XGZ', 'Chợ Xuân Giang', ['01255', '01255'], 28, SEMI, 3],
    ]),
  },
];

/** July 2025 lies inside: the cut as it was and the cut as it is differ before and after. */
export const FIRST_MONTH = '2025-05';
export const LAST_MONTH = '2026-10';
export const PROVINCE_SEED = 40_2026;
