import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { tenancyInvariants } from './invariants';
import { Lease } from './leases/lease.entity';
import { LeasesController } from './leases/leases.controller';
import { Leases } from './leases/leases.service';
import { Vendor } from './vendors/vendor.entity';
import { VendorsController } from './vendors/vendors.controller';
import { Vendors } from './vendors/vendors.service';

export const tenancyEntities = [Vendor, Lease];

@Module({
  imports: [MarketsModule, TypeOrmModule.forFeature(tenancyEntities)],
  controllers: [VendorsController, LeasesController],
  providers: [Vendors, Leases],
  exports: [Vendors, Leases],
})
export class TenancyModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(tenancyInvariants);
  }
}
