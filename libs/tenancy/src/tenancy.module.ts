import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Certificate } from './certificates/certificate.entity';
import { CertificatesController } from './certificates/certificates.controller';
import { Certificates } from './certificates/certificates.service';
import { tenancyInvariants } from './invariants';
import { LeaseCourseController } from './leases/lease-course.controller';
import { LeaseCourse } from './leases/lease-course.service';
import { Lease } from './leases/lease.entity';
import { LeasesController } from './leases/leases.controller';
import { Leases } from './leases/leases.service';
import { LeaseFigures } from './papers/lease-figures';
import { LeasePapersController } from './papers/lease-papers.controller';
import { LeasePapers } from './papers/lease-papers.service';
import { LeaseTransfersController } from './transfers/lease-transfers.controller';
import { LeaseTransfers } from './transfers/lease-transfers.service';
import { PersonalViews } from './vendors/personal-views.service';
import { Vendor } from './vendors/vendor.entity';
import { PhoneBook } from './vendors/phone-book.service';
import { VendorsController } from './vendors/vendors.controller';
import { Vendors } from './vendors/vendors.service';

export const tenancyEntities = [Vendor, Certificate, Lease];

const services = [
  Vendors,
  PhoneBook,
  PersonalViews,
  Certificates,
  Leases,
  LeaseCourse,
  LeaseTransfers,
  LeaseFigures,
];

@Module({
  imports: [MarketsModule, TypeOrmModule.forFeature(tenancyEntities)],
  controllers: [
    VendorsController,
    CertificatesController,
    LeasesController,
    LeaseCourseController,
    LeaseTransfersController,
    LeasePapersController,
  ],
  providers: [...services, LeasePapers],
  exports: services,
})
export class TenancyModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(tenancyInvariants);
  }
}
