import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  type NewVendor,
  type PersonalFacts,
  VENDOR_KINDS,
  type VendorChange,
  type VendorKind,
} from './vendor.entity';

const SORTS = ['name', '-name', 'stallCount', '-stallCount'] as const;

export class VendorQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ enum: VENDOR_KINDS })
  @IsOptional()
  @IsIn(VENDOR_KINDS)
  kind?: VendorKind;

  @ApiPropertyOptional({ enum: ['some', 'none'], description: 'stalls held today' })
  @IsOptional()
  @IsIn(['some', 'none'])
  stalls?: 'some' | 'none';

  @ApiPropertyOptional({ enum: SORTS, default: 'name' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

class VendorFactsDto {
  @ApiPropertyOptional({ enum: VENDOR_KINDS, default: 'person' })
  @IsOptional()
  @IsIn(VENDOR_KINDS)
  kind?: VendorKind;

  @ApiProperty()
  @IsLine(2, 200)
  name: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'who signs for a business' })
  @IsOptional()
  @IsLine(2, 200)
  representedBy?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Giám đốc' })
  @IsOptional()
  @IsLine(2, 100)
  representedAs?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'kept sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'kept sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  idNumber?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'kept sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  taxCode?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'kept sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;
}

export class NewVendorDto extends VendorFactsDto implements NewVendor {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;
}

/** What is not given stays; null is forgotten. */
export class VendorChangeDto extends PartialType(VendorFactsDto) implements VendorChange {}

export class VendorDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  boardId: Id;

  @ApiProperty({ enum: VENDOR_KINDS })
  kind: VendorKind;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  representedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  representedAs: string | null;

  @ApiProperty({ type: String, nullable: true, example: '5678' })
  phoneLast4: string | null;

  @ApiProperty({ type: String, nullable: true, example: '1234' })
  idNumberLast4: string | null;

  @ApiProperty({ type: String, nullable: true, example: '4567' })
  taxCodeLast4: string | null;

  @ApiProperty({ description: 'there is a sealed address' })
  hasAddress: boolean;

  @ApiProperty({ type: 'integer', description: 'stalls leased today' })
  stallCount: number;
}

export class VendorPageDto extends pageDto(VendorDto) {}

/** What a vendor's file says in full; every answer of this leaves an audit row. */
export class PersonalFactsDto implements PersonalFacts {
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true })
  idNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  taxCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;
}
