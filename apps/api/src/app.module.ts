import { Module, type DynamicModule } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { TerminusModule } from '@nestjs/terminus';
import { AdoptionModule } from '@cho40/adoption';
import { BankingModule } from '@cho40/banking';
import { BillingModule } from '@cho40/billing';
import { CardsModule } from '@cho40/cards';
import { CashModule } from '@cho40/cash';
import { ClosingModule } from '@cho40/closing';
import { IdentityModule } from '@cho40/identity';
import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { MoveInModule } from '@cho40/movein';
import { PlatformModule, type PlatformOptions } from '@cho40/platform';
import { ReconciliationModule } from '@cho40/reconciliation';
import { TariffsModule } from '@cho40/tariffs';
import { TenancyModule } from '@cho40/tenancy';
import { DocsController, OPEN_API } from './docs.controller';
import { HealthController } from './health.controller';
import { HomeController } from './home.controller';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { PriceListController } from './price-list.controller';
import { ReceiptCheckController } from './receipt-check.controller';
import { SignInController } from './sign-in.controller';

/** Every lib of the program, in the order of architecture.mjs. */
export const LIBS = [
  LedgerModule,
  MarketsModule,
  IdentityModule,
  TariffsModule,
  TenancyModule,
  BankingModule,
  BillingModule,
  MoveInModule,
  ReconciliationModule,
  CashModule,
  ClosingModule,
  CardsModule,
  AdoptionModule,
];

const CONTROLLERS = [
  HomeController,
  SignInController,
  PriceListController,
  ReceiptCheckController,
  HealthController,
  MetricsController,
  DocsController,
];

@Module({})
export class AppModule {
  static forRoot(platform: PlatformOptions, describe: () => OpenAPIObject): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(platform),
        TerminusModule.forRoot({ logger: false }),
        ...LIBS,
      ],
      controllers: CONTROLLERS,
      providers: [Metrics, { provide: OPEN_API, useValue: describe }],
    };
  }
}
