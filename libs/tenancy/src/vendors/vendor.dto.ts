import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { NewVendor, VendorChange } from './vendor.entity';

const SORTS = ['name', '-name'] as const;

export class VendorQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  boardId?: Id;

  @ApiPropertyOptional({ enum: SORTS, default: 'name' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class NewVendorDto implements NewVendor {
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

  @ApiProperty()
  @IsLine(2, 200)
  name: string;

  @ApiPropertyOptional({ description: 'kept sealed; only the last four digits are shown again' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;
}

export class VendorChangeDto implements VendorChange {
  @ApiPropertyOptional()
  @IsOptional()
  @IsLine(2, 200)
  name?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'null: forgotten' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string | null;
}

export class VendorDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  boardId: Id;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true, example: '5678' })
  phoneLast4: string | null;

  @ApiProperty({ type: 'integer', description: 'stalls leased today' })
  stallCount: number;
}

export class VendorPageDto extends pageDto(VendorDto) {}
