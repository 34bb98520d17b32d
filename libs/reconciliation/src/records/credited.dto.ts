import { ApiProperty } from '@nestjs/swagger';

/** Whom money was given to: a lease, or a ticket. */
export class CreditedLeaseDto {
  @ApiProperty({ format: 'uuid' })
  paymentId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: a ticket' })
  leaseId: string | null;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId: string | null;

  @ApiProperty({ type: String, nullable: true })
  ticketNumber: string | null;
}
