import { isLoopback, readConfig } from './config';
import { StartRefusal } from './start-refusal';

describe('the configuration', () => {
  it('needs nothing: one PC, its own database, this machine only', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, logLevel: 'info' });
    expect(readConfig({}).dataDir).toBe(`${process.cwd()}/data`);
    expect(readConfig({}).databaseUrl).toBeUndefined();
  });

  it('takes an empty value for none, as docker compose passes it', () => {
    expect(readConfig({ PORT: '', REDIS_URL: ' ' })).toMatchObject({ port: 3000 });
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['REDIS_URL', '127.0.0.1:6379'],
    ['DATA_KEY', 'c2hvcnQ='],
    ['LOG_LEVEL', 'loud'],
    ['TEXTS_TO', 'ftp://gateway/texts'],
  ])('refuses %s=%s in one line that begins with its name', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(StartRefusal);
    expect(read).toThrow(new RegExp(`^${name}: .+$`));
  });

  it('names every bad value, one a line', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT: .+\nLOG_LEVEL: .+$/);
  });

  it('never repeats a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'http://u:hunter2@h/d' })).toThrow(
      /^((?!hunter2).)*$/s,
    );
  });

  it('sends texts to a gateway or into a folder, and nowhere unless told', () => {
    const doors = (TEXTS_TO: string) => readConfig({ TEXTS_TO, TEXTS_TOKEN: 'key' }).doors.texts;
    expect(doors('https://sms.example/send')).toEqual({
      kind: 'http',
      url: 'https://sms.example/send',
      token: 'key',
    });
    expect(doors('/srv/texts')).toEqual({ kind: 'folder', path: '/srv/texts' });
    expect(doors('')).toBeUndefined();
  });

  it('refuses a migrator without a database', () => {
    const read = () => readConfig({ MIGRATION_DATABASE_URL: 'postgres://m:p@h/d' });
    expect(read).toThrow('MIGRATION_DATABASE_URL: is given without DATABASE_URL');
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['192.168.1.10', false],
  ['127.0.0.1.example.org', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
