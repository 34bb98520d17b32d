import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AdoptionModule } from '@cho40/adoption';
import { BillingModule } from '@cho40/billing';
import { CashModule } from '@cho40/cash';
import { IdentityModule } from '@cho40/identity';
import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { PlatformModule, type PlatformOptions } from '@cho40/platform';
import { ReconciliationModule } from '@cho40/reconciliation';
import { TenancyModule } from '@cho40/tenancy';
import { HealthController } from './health.controller';
import { HomeController } from './home.controller';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { SignInController } from './sign-in.controller';

/** Every lib of the program, in the order of architecture.mjs. */
export const LIBS = [
  LedgerModule,
  MarketsModule,
  IdentityModule,
  TenancyModule,
  BillingModule,
  ReconciliationModule,
  CashModule,
  AdoptionModule,
];

@Module({})
export class AppModule {
  static forRoot(platform: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(platform),
        TerminusModule.forRoot({ logger: false }),
        ...LIBS,
      ],
      controllers: [HomeController, HealthController, MetricsController, SignInController],
      providers: [Metrics],
    };
  }
}
