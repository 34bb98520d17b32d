import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { readConfig } from '@cho40/platform';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string | number>;
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const { services, volumes } = load(read('docker-compose.yml'), {
  schema: CORE_SCHEMA.withTags(mergeTag),
}) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const serviceNames = Object.keys(services);
const bindings = Object.values(services).flatMap((service) => service.volumes ?? []);

/** What docker compose puts in place of `${NAME:?}` and `${NAME:-default}`. */
const filled = (value: string | number) =>
  String(value).replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, mark, standIn) =>
    mark === '-' ? standIn : name === 'DATA_KEY' ? Buffer.alloc(32).toString('base64') : 'secret',
  );

describe('docker-compose.yml', () => {
  it('runs PostgreSQL of the embedded release, Redis, api, worker and Caddy', () => {
    expect(serviceNames.sort()).toEqual(['api', 'caddy', 'postgres', 'redis', 'worker']);
    expect(services['postgres']?.image).toBe('postgres:18');
  });

  it.each(['api', 'worker'])(
    'gives the %s an environment that its configuration accepts',
    (name) => {
      const environment = services[name]?.environment ?? {};
      const values = Object.entries(environment).map(([key, value]) => [key, filled(value)]);
      const config = readConfig(Object.fromEntries(values));
      expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, loadsProvince: false });
      expect(new URL(config.databaseUrl ?? '').username).toBe('cho40_app');
      expect(new URL(config.migrationDatabaseUrl ?? '').username).toBe('cho40_migrator');
      expect(config.redisUrl).toBe('redis://redis:6379');
      expect(config.dataKey).toBeDefined();
      // Each of them is read: a name that the configuration does not know would be no use.
      const source = read('libs/platform/src/config.ts');
      expect(Object.keys(environment).filter((key) => !source.includes(`'${key}'`))).toEqual([]);
    },
  );

  it('opens no door but Caddy’s', () => {
    const open = serviceNames.filter((name) => (services[name]?.ports ?? []).length > 0);
    expect(open).toEqual(['caddy']);
  });

  it('names only hosts that are services', () => {
    const urls = ['api', 'worker'].flatMap((name) =>
      Object.values(services[name]?.environment ?? {}),
    );
    const hosts = urls.flatMap((url) => /\/\/(?:[^@]*@)?([a-z]+):/.exec(String(url))?.[1] ?? []);
    expect(hosts).toHaveLength(6);
    expect(hosts.filter((host) => !serviceNames.includes(host))).toEqual([]);
    expect(read('deploy/Caddyfile')).toContain('reverse_proxy api:3000');
  });

  it('mounts only files that stand in the clone and volumes that are declared', () => {
    const sources = bindings.map((binding) => binding.split(':')[0] ?? '');
    const missing = sources.filter((source) =>
      source.startsWith('./') ? !existsSync(join(root, source)) : !(source in volumes),
    );
    expect([sources.length, missing]).toEqual([4, []]);
  });

  it('takes every secret from .env, whose example names them all', () => {
    const wanted = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const named = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(new Set(wanted)).toEqual(new Set(named));
    expect(read('.gitignore')).toMatch(/^\.env$/m);
  });

  it('gives PostgreSQL the passwords that its roles are made with', () => {
    const script = read('deploy/postgres-roles.sh');
    const variables = [...script.matchAll(/\\getenv \w+ (\w+)/g)].map(([, name]) => name);
    expect(variables).toEqual(['MIGRATOR_PASSWORD', 'APP_PASSWORD']);
    const given = Object.keys(services['postgres']?.environment ?? {});
    expect(given).toEqual(expect.arrayContaining(variables));
  });

  it('starts what the build makes', () => {
    for (const name of ['api', 'worker']) {
      const program = services[name]?.command?.[1] ?? '';
      expect(program).toBe(`dist/apps/${name}/src/main.js`);
      expect(existsSync(join(root, program.replace('dist/', '').replace('.js', '.ts')))).toBe(true);
    }
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const lines = dockerfile.split('\n');

  it('runs as an ordinary user on a Node that the program accepts', () => {
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    const nodes = lines.flatMap((line) => /^FROM node:(\d+)-slim/.exec(line)?.[1] ?? []);
    expect(nodes).toEqual(['20', '20', '20']);
  });

  it('copies only what stands in the clone', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied).toContain('migrations');
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('keeps secrets, data and the clone’s own builds out of the image', () => {
    const left = read('.dockerignore').split('\n');
    expect(left).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'dist', 'node_modules']));
  });
});
