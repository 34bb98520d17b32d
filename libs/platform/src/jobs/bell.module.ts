import { Module, type DynamicModule } from '@nestjs/common';
import type { Queue } from 'bull';
import { BELL, type Bell, OwnBell } from './bell';
import { BELL_QUEUE, BullBell } from './bull-bell';

export interface BellOptions {
  readonly redisUrl?: string;
  readonly bell?: Bell;
}

/**
 * Bull's bell with Redis; without, the given one or one of the process's own. Bull is loaded where
 * it is used: with its Redis client it would be a twelfth of the loading time.
 */
@Module({})
export class BellModule {
  static async forRoot({ redisUrl, bell }: BellOptions): Promise<DynamicModule> {
    if (!redisUrl)
      return {
        module: BellModule,
        providers: [{ provide: BELL, useValue: bell ?? new OwnBell() }],
        exports: [BELL],
      };
    const { BullModule, getQueueToken } = await import('@nestjs/bull');
    return {
      module: BellModule,
      imports: [BullModule.registerQueue({ name: BELL_QUEUE, prefix: 'cho40', url: redisUrl })],
      providers: [
        {
          provide: BELL,
          inject: [getQueueToken(BELL_QUEUE)],
          useFactory: (queue: Queue) => new BullBell(queue),
        },
      ],
      exports: [BELL],
    };
  }
}
