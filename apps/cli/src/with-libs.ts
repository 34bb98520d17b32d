import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JOB_LIMITS, PlatformModule, type PlatformOptions } from '@cho40/platform';
import { withDatabase } from './with-database';

type Libs = NonNullable<ModuleMetadata['imports']>;
type Options = Partial<Pick<PlatformOptions, 'clock' | 'poolSize'>>;

/**
 * Runs a command with the libs that it names on the configured database:
 * `withLibs([BillingModule], (libs) => libs.get(BillRuns)…)`.
 */
export function withLibs<T>(
  libs: Libs,
  use: (context: INestApplicationContext) => Promise<T>,
  options: Options = {},
): Promise<T> {
  return withDatabase(async ({ databaseUrl, dataKey }) => {
    const platform = PlatformModule.forRoot({
      databaseUrl,
      dataKey,
      limits: JOB_LIMITS,
      poolSize: 4,
      ...options,
    });
    const context = await NestFactory.createApplicationContext(
      { module: CommandModule, imports: [platform, ...libs] },
      { logger: false, abortOnError: false },
    );
    try {
      return await use(context);
    } finally {
      await context.close();
    }
  });
}

class CommandModule {}
