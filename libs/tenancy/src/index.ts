// tenancy owns vendors and leases: who may use which stall on which days.
// It promises one lease per stall and day, and that a phone number is never readable at rest.
// It never knows what a stall costs or what was paid.
export { leaseOfStallOn } from './leases/leases.queries';
export type { NewLease } from './leases/lease.entity';
export { Leases } from './leases/leases.service';
export { tenancyEntities, TenancyModule } from './tenancy.module';
export type { NewVendor } from './vendors/vendor.entity';
export { Vendors } from './vendors/vendors.service';
