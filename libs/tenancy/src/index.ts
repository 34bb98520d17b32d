// tenancy owns vendors, their certificates and leases: who may use which stall on which days.
// It promises one lease per stall and day, and that who somebody is is never readable at rest.
// It never knows what a stall costs or what was paid: who bills tells its papers (LeaseFigures).
export type { NewCertificate } from './certificates/certificate.entity';
export { Certificates } from './certificates/certificates.service';
export { leaseOfStallOn } from './leases/leases.queries';
export type { NewLease } from './domain/lease-terms';
export { LeaseCourse } from './leases/lease-course.service';
export { Leases } from './leases/leases.service';
export type { LeasePrice, LeaseStanding } from './domain/papers/lease-paper-facts';
export { LeaseFigures, type LeaseFiguresSource } from './papers/lease-figures';
export { tenancyEntities, TenancyModule } from './tenancy.module';
export type { NewVendor } from './vendors/vendor.entity';
export { PhoneBook } from './vendors/phone-book.service';
export { Vendors } from './vendors/vendors.service';
export { LeaseTransfers } from './transfers/lease-transfers.service';
