import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { Worker } from './jobs/worker';
import type { PlatformOptions } from './options';
import { PlatformModule } from './platform.module';

/** Runs the libs' jobs and schedules: a program of its own, or beside the api in its process. */
@Module({})
export class WorkerModule {
  static forRoot(
    options: PlatformOptions,
    libs: NonNullable<ModuleMetadata['imports']>,
  ): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot(options), ...libs],
      providers: [Worker],
    };
  }
}
