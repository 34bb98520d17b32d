import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export const E_INVOICE_STATES = ['none', 'requested', 'issued', 'failed'] as const;

export class EInvoiceDto {
  @ApiProperty({ format: 'uuid' })
  billId: Id;

  @ApiProperty({ enum: E_INVOICE_STATES })
  state: (typeof E_INVOICE_STATES)[number];

  @ApiProperty({ type: String, nullable: true, description: 'the adapter, or `manual`' })
  provider: string | null;

  @ApiProperty({ type: String, nullable: true, example: '1C26TYY' })
  series: string | null;

  @ApiProperty({ type: String, nullable: true })
  number: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  issuedOn: BusinessDate | null;

  @ApiProperty({ type: String, nullable: true, description: 'in the provider’s own words' })
  answer: string | null;

  @ApiProperty({ description: 'whether a provider can be asked' })
  mayAsk: boolean;
}

/** As it stands on an e-invoice that was issued elsewhere. */
export class TypedEInvoiceDto {
  @ApiPropertyOptional({ example: '1C26TYY' })
  @IsOptional()
  @Matches(/^[0-9A-Z]{1,20}$/)
  series?: string;

  @ApiProperty({ example: '123' })
  @Matches(/^[0-9]{1,20}$/)
  number: string;

  @ApiProperty({ type: String, format: 'date' })
  @IsDay()
  issuedOn: BusinessDate;
}
