import {
  NAPAS,
  object,
  payload,
  problems,
  read,
  sealed,
} from '../../../../test/support/vietqr-payload';

describe('the frame of a payload', () => {
  const wrong: [reason: string, text: string, problem: RegExp][] = [
    ['nothing at all', '', /^payload: empty$/],
    ['white space only', ' \r\n', /^payload: empty$/],
    ['more than any QR code holds', '0'.repeat(7090), /^payload: longer than a QR code/],
    ['an address of a web page', 'https://example.vn/pay', /^payload: no id and length at 0/],
    [
      'the format not first',
      sealed(`010211000201${object('38', NAPAS)}53037045802VN`),
      /^00: not the first/,
    ],
    ['another format', payload({ head: '000202010211' }), /^00: the format is not 01/],
    ['no CRC', '0002010102115303704', /^63: the CRC is not the last object; 63: no CRC/],
    ['a CRC of three digits', `${payload().slice(0, -6)}03B1A`, /^63: no CRC/],
    ['a CRC that is not hexadecimal', `${payload().slice(0, -4)}XYZ1`, /^63: no CRC/],
    ['another CRC', `${payload().slice(0, -4)}FFFF`, /^63: CRC FFFF, computed [0-9A-F]{4}$/],
    ['something after the CRC', `${payload()}6502AB`, /^63: the CRC is not the last/],
    ['a CRC in the middle', sealed('000201010211630412345303704'), /^63: comes twice/],
    ['an object twice', payload({ rest: '5303704' }), /^53: comes twice/],
    ['an object of no length', payload({ rest: '6200' }), /^62: length 00/],
    ['an id that is no number', payload({ rest: '6A0512345' }), /^payload: no id and length at/],
    ['digits of another script', payload({ rest: '٥٩02AB' }), /^payload: no id and length at/],
    ['a length past the end', payload({ rest: '5999AB' }), /^59: length 99 runs past its end/],
    ['an initiation of no kind', payload({ head: '000201010213' }), /^01: "13" is neither/],
    ['no currency', payload({ currency: '' }), /^53: no currency/],
    ['a currency in letters', payload({ currency: '5303VND' }), /^53: the currency is not three/],
    ['no country', payload({ country: '' }), /^58: no country/],
    ['another country', payload({ country: '5802LA' }), /^58: the country is not VN/],
    ['nobody to pay', payload({ account: '' }), /^payload: no account information/],
    ['a template that is none', payload({ rest: '8005hello' }), /^80: no id and length/],
    ['a language template that is none', payload({ rest: '6403002' }), /^64: cut off inside/],
    ['additional data that is none', payload({ rest: '62050899A' }), /^62-08: length 99 runs/],
  ];
  it.each(wrong)('is wrong with %s', (_, text, problem) => {
    expect(problems(text)).toMatch(problem);
  });

  it('may leave the initiation out, with a warning', () => {
    expect(read(payload({ head: '000201' }))).toMatchObject({
      initiation: 'static',
      warnings: ['01: missing, read as static'],
    });
  });
});
