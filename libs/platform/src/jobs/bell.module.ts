import { BullModule } from '@nestjs/bull';
import { Module, type DynamicModule } from '@nestjs/common';
import { BELL, type Bell, OwnBell } from './bell';
import { BELL_QUEUE, BullBell } from './bull-bell';

export interface BellOptions {
  readonly redisUrl?: string;
  readonly bell?: Bell;
}

/** Bull's bell with Redis; without, the given one or one of the process's own. */
@Module({})
export class BellModule {
  static forRoot({ redisUrl, bell }: BellOptions): DynamicModule {
    if (!redisUrl)
      return {
        module: BellModule,
        providers: [{ provide: BELL, useValue: bell ?? new OwnBell() }],
        exports: [BELL],
      };
    return {
      module: BellModule,
      imports: [BullModule.registerQueue({ name: BELL_QUEUE, prefix: 'cho40', url: redisUrl })],
      providers: [{ provide: BELL, useClass: BullBell }],
      exports: [BELL],
    };
  }
}
