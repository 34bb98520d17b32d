/** The share of cashless payments, and how to make it believable. */
export const shares = {
  title: 'Tỷ lệ thanh toán không dùng tiền mặt',
  subtitle:
    'Tính trên tiền chợ đã thu. Mỗi con số có tử số, mẫu số và phần chưa rõ; cộng tử và mẫu, không lấy trung bình các tỷ lệ.',
  noData: 'Chưa có số liệu của tháng này',
  noDataHint:
    'Tỷ lệ xuất hiện khi có chợ ghi nhận tiền thu trong tháng. Hãy chọn tháng khác để xem.',
  cut: 'Địa giới',
  cutValue: { is: 'Theo địa giới hiện nay', was: 'Theo địa giới lúc phát sinh' },
  by: 'Xem theo',
  byValue: {
    district: 'Địa bàn huyện cũ',
    commune: 'Xã, phường',
    market: 'Chợ',
  },
  tilesTitle: {
    district: 'Theo địa bàn huyện cũ',
    commune: 'Theo xã, phường',
    market: 'Theo chợ',
  },
  tilesHint:
    'Ô đậm hơn là tỷ lệ cao hơn. Khoảng "từ–đến" có khi còn tiền chưa rõ người nộp. Bấm vào ô để xem từng chợ.',
  byValueTile: 'Theo số tiền',
  byCountTile: 'Theo số hợp đồng-tháng',
  collectionTile: 'Đã thu trên số phải thu',
  unknownTile: 'Chưa rõ',
  unknownNote: 'chưa rõ người nộp {unmatched} · chưa nộp quỹ {inHand}',
  reportingTile: 'Chợ có số liệu',
  ofLeases: '{numerator} trên {denominator}',
  provisionalWhy: 'Chưa đủ ngày được chứng minh hoặc thu dưới 80 %.',
  trendTitle: 'Xu hướng 18 tháng',
  trendHint: 'Dải mờ là khoảng có thể do tiền chưa rõ người nộp. Chọn tối đa bốn nơi để so sánh.',
  compare: 'So sánh với',
  leaveOut: 'Bỏ {name} khỏi biểu đồ',
  whole: 'Toàn bộ',
  tableTitle: 'Bảng số liệu',
  within: 'Các chợ thuộc {name}',
  everywhere: 'Xem toàn tỉnh',
  unit: 'Địa bàn',
  share: 'Tỷ lệ',
  cashless: 'Không dùng tiền mặt',
  all: 'Tổng đã thu',
  count: 'Hợp đồng-tháng',
  collection: 'Đã thu',
  unmatched: 'Chưa rõ người nộp',
  inHand: 'Chưa nộp quỹ',
  state: 'Trạng thái',
  notKnown: 'Không xác định',
  definitions: 'Cách tính',
  definition: {
    byValue:
      'Theo số tiền (chỉ tiêu 1): số tiền chợ vào tài khoản ngân hàng, chia cho toàn bộ tiền chợ đã thu qua ngân hàng và bằng tiền mặt. Tiền mặt do ban quản lý nộp vào ngân hàng vẫn là tiền mặt.',
    interval:
      'Khoảng từ–đến: mức thấp không tính tiền chưa rõ người nộp vào phần không dùng tiền mặt, mức cao thì tính vào.',
    byCount:
      'Theo số hợp đồng-tháng (chỉ tiêu 2): số hợp đồng nộp phần lớn qua tài khoản trong tháng, chia cho số hợp đồng đã nộp.',
    collection:
      'Đã thu (chỉ tiêu 9): số tiền của thông báo tháng này nhận được đến hết tháng sau, chia cho số tiền đã thông báo.',
    unknown:
      'Chưa rõ (chỉ tiêu 10): tiền vào tài khoản chưa xác định người nộp, và tiền mặt người thu chưa nộp quỹ.',
    final:
      'Tạm tính cho đến khi mọi ngày trong tháng được chứng minh bằng sao kê và đã thu ít nhất 80 %.',
    cut: 'Địa bàn huyện cũ là nhãn cố định của chợ. Xã, phường và tỉnh lấy theo ngày phát sinh hoặc theo hiện nay; hai cách cộng lại bằng nhau.',
  },
};
