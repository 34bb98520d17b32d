// What the package does not say. Province codes: Decision 124/2004/QĐ-TTg, as kept by the General
// Statistics Office until 30 June 2025; the district codes of Hà Giang and Tuyên Quang likewise.

/** The 63 provinces until 30 June 2025, by code, without the word Tỉnh. */
export const FORMER_PROVINCES: Readonly<Record<string, string>> = {
  '01': 'Thành phố Hà Nội',
  '02': 'Hà Giang',
  '04': 'Cao Bằng',
  '06': 'Bắc Kạn',
  '08': 'Tuyên Quang',
  '10': 'Lào Cai',
  '11': 'Điện Biên',
  '12': 'Lai Châu',
  '14': 'Sơn La',
  '15': 'Yên Bái',
  '17': 'Hoà Bình',
  '19': 'Thái Nguyên',
  '20': 'Lạng Sơn',
  '22': 'Quảng Ninh',
  '24': 'Bắc Giang',
  '25': 'Phú Thọ',
  '26': 'Vĩnh Phúc',
  '27': 'Bắc Ninh',
  '30': 'Hải Dương',
  '31': 'Thành phố Hải Phòng',
  '33': 'Hưng Yên',
  '34': 'Thái Bình',
  '35': 'Hà Nam',
  '36': 'Nam Định',
  '37': 'Ninh Bình',
  '38': 'Thanh Hóa',
  '40': 'Nghệ An',
  '42': 'Hà Tĩnh',
  '44': 'Quảng Bình',
  '45': 'Quảng Trị',
  '46': 'Thành phố Huế',
  '48': 'Thành phố Đà Nẵng',
  '49': 'Quảng Nam',
  '51': 'Quảng Ngãi',
  '52': 'Bình Định',
  '54': 'Phú Yên',
  '56': 'Khánh Hòa',
  '58': 'Ninh Thuận',
  '60': 'Bình Thuận',
  '62': 'Kon Tum',
  '64': 'Gia Lai',
  '66': 'Đắk Lắk',
  '67': 'Đắk Nông',
  '68': 'Lâm Đồng',
  '70': 'Bình Phước',
  '72': 'Tây Ninh',
  '74': 'Bình Dương',
  '75': 'Đồng Nai',
  '77': 'Bà Rịa - Vũng Tàu',
  '79': 'Thành phố Hồ Chí Minh',
  '80': 'Long An',
  '82': 'Tiền Giang',
  '83': 'Bến Tre',
  '84': 'Trà Vinh',
  '86': 'Vĩnh Long',
  '87': 'Đồng Tháp',
  '89': 'An Giang',
  '91': 'Kiên Giang',
  '92': 'Thành phố Cần Thơ',
  '93': 'Hậu Giang',
  '94': 'Sóc Trăng',
  '95': 'Bạc Liêu',
  '96': 'Cà Mau',
};

/** The districts whose official codes we know, by province code and name. */
export const DISTRICT_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '02': {
    'Thành phố Hà Giang': '024',
    'Huyện Đồng Văn': '026',
    'Huyện Mèo Vạc': '027',
    'Huyện Yên Minh': '028',
    'Huyện Quản Bạ': '029',
    'Huyện Vị Xuyên': '030',
    'Huyện Bắc Mê': '031',
    'Huyện Hoàng Su Phì': '032',
    'Huyện Xín Mần': '033',
    'Huyện Bắc Quang': '034',
    'Huyện Quang Bình': '035',
  },
  '08': {
    'Thành phố Tuyên Quang': '070',
    'Huyện Lâm Bình': '071',
    'Huyện Na Hang': '072',
    'Huyện Chiêm Hóa': '073',
    'Huyện Hàm Yên': '074',
    'Huyện Yên Sơn': '075',
    'Huyện Sơn Dương': '076',
  },
};

/** A place before the reform that the package leaves out, and the commune it became or joined. */
export interface MissingPlace {
  provinceCode: string;
  district: string;
  /** Absent: the district itself, which had no communes or of which the commune is not known. */
  commune?: { code: string; name: string };
  becameCode: string;
}

export const MISSING_PLACES: readonly MissingPlace[] = [
  // Five island districts had no communes and became special zones (đặc khu).
  { provinceCode: '31', district: 'Huyện Bạch Long Vĩ', becameCode: '11948' },
  { provinceCode: '45', district: 'Huyện Cồn Cỏ', becameCode: '19742' },
  { provinceCode: '48', district: 'Huyện Hoàng Sa', becameCode: '20333' },
  { provinceCode: '51', district: 'Huyện Lý Sơn', becameCode: '21548' },
  { provinceCode: '77', district: 'Huyện Côn Đảo', becameCode: '26732' },
  // The one commune without a row. The package gives it 23737 since the reform, which was Xã Ia Mơ
  // Nông's code before; its own was 23938 in the General Statistics Office's list.
  {
    provinceCode: '64',
    district: 'Huyện Chư Prông',
    commune: { code: '23938', name: 'Xã Ia Mơ' },
    becameCode: '23737',
  },
  // Phường Nông Tiến also took in a part of Huyện Yên Sơn; which commune's is not known.
  { provinceCode: '08', district: 'Huyện Yên Sơn', becameCode: '02212' },
];
