import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';

export const RELIEF_KINDS = ['relief', 'correction', 'write-off'] as const;
export type ReliefKind = (typeof RELIEF_KINDS)[number];
export const RELIEF_STATES = ['proposed', 'approved', 'ended'] as const;
export type ReliefState = (typeof RELIEF_STATES)[number];

const SORTS = ['proposedAt', '-proposedAt', 'amount', '-amount'] as const;
const FEE_TYPE = /^[a-z]{2,40}$/;

class ReliefDocumentDto {
  @ApiProperty({ example: '12/QĐ-BQL', description: 'the document that allows it' })
  @IsLine(3, 100)
  document: string;

  @ApiProperty({ type: String, format: 'date' })
  @IsDay()
  documentOn: BusinessDate;

  @ApiProperty({ example: 'Ngập lụt khu A' })
  @IsLine(3, 500)
  reason: string;
}

/** For leases by name, else for those of a zone and what lies in it, else for the whole market. */
export class NewReliefDto extends ReliefDocumentDto {
  @ApiPropertyOptional({ type: 'number', minimum: 0.01, maximum: 100, description: 'or amount' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(100)
  percent?: number;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'đồng for each lease and month; or percent',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  amount?: Vnd;

  @ApiPropertyOptional({ example: 'space', description: 'every fee of the board without it' })
  @IsOptional()
  @Matches(FEE_TYPE)
  feeType?: string;

  @ApiProperty({ type: String, format: 'date' })
  @IsDay()
  fromOn: BusinessDate;

  @ApiProperty({ type: String, format: 'date' })
  @IsDay()
  toOn: BusinessDate;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsId({ each: true })
  leaseIds?: Id[];
}

export class NewCorrectionDto extends ReliefDocumentDto {
  @ApiProperty({ type: 'integer', description: 'đồng too much on the bill' })
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  amount: Vnd;

  @ApiPropertyOptional({ example: 'water', description: 'all lines share it without' })
  @IsOptional()
  @Matches(FEE_TYPE)
  feeType?: string;
}

export class NewWriteOffDto extends ReliefDocumentDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsId({ each: true })
  billIds: Id[];
}

export class ReasonDto {
  @ApiProperty()
  @IsLine(3, 500)
  reason: string;
}

export class ReliefQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ enum: RELIEF_KINDS })
  @IsOptional()
  @IsIn(RELIEF_KINDS)
  kind?: ReliefKind;

  @ApiPropertyOptional({ enum: RELIEF_STATES })
  @IsOptional()
  @IsIn(RELIEF_STATES)
  state?: ReliefState;

  @ApiPropertyOptional({ enum: SORTS, description: 'the newest first without it' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: (typeof SORTS)[number];
}

export class ReliefDto extends ReliefDocumentDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ enum: RELIEF_KINDS })
  kind: ReliefKind;

  @ApiProperty({ enum: RELIEF_STATES })
  state: ReliefState;

  @ApiProperty({ type: Number, nullable: true })
  percent: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'đồng; a month, of a correction once',
  })
  amount: number | null;

  @ApiProperty({ type: String, nullable: true })
  feeType: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  fromOn: BusinessDate | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  toOn: BusinessDate | null;

  @ApiProperty({ type: String, nullable: true, description: 'the zone it was proposed for' })
  zoneName: string | null;

  @ApiProperty({ type: 'integer' })
  leaseCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng let off until now, of bills that stand' })
  letOff: number;

  @ApiProperty({ format: 'uuid' })
  proposedBy: Id;

  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;
}

export class ReliefPageDto extends pageDto(ReliefDto) {}

export class RelievedLeaseDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: Id;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({
    type: 'integer',
    description: 'đồng; let off, or what approval would let off of bills that stand',
  })
  amount: number;
}

export class ReliefDetailDto extends ReliefDto {
  @ApiProperty({ type: [RelievedLeaseDto] })
  leases: RelievedLeaseDto[];
}
