import { unitNamed } from './market-rows';
import { namedUnits } from './units';

const unit = (code: string, name: string, parentName = 'Tỉnh Tuyên Quang') => ({
  id: `C${code}@2025-07`,
  code,
  name,
  parentName,
});
const COMMUNES = namedUnits([
  unit('00700', 'Xã Mèo Vạc'),
  unit('00691', 'Phường Hà Giang 1'),
  unit('02200', 'Xã Tân Lập'),
  unit('01900', 'Xã Tân Lập', 'Tỉnh Thái Nguyên'),
  unit('26740', 'Phường 1', 'Tỉnh Vĩnh Long'),
]);

describe('an administrative unit is found by what people call it', () => {
  it.each([
    ['its name', 'Xã Mèo Vạc', '00700'],
    ['its name in small letters and without marks', ' xa meo vac', '00700'],
    ['its name without its level', 'Mèo Vạc', '00700'],
    ['its name and its province', 'Xã Tân Lập, Tuyên Quang', '02200'],
    ['its name and its province in full', 'Tân Lập - tỉnh Thái Nguyên', '01900'],
    ['its code', '00691', '00691'],
    ['its code that lost its zeros', '691', '00691'],
    ['a name that ends in a number', 'Hà Giang 1', '00691'],
  ])('by %s', (_, said, code) => {
    expect(unitNamed(said, COMMUNES)?.code).toBe(code);
  });

  it.each([
    ['a name that several have', 'Xã Tân Lập'],
    ['a name that none has', 'Xã Đồng Văn'],
    ['another level than its own', 'Phường Mèo Vạc'],
    ['a bare number of a ward, which would be a code', '1'],
    ['signs alone', '--'],
  ])('and not by %s', (_, said) => {
    expect(unitNamed(said, COMMUNES)).toBeNull();
  });
});
