import type { Id } from '@cho40/kernel';
import { IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export class LearnPayerDto {
  @ApiProperty({ format: 'uuid', description: 'the record whose account it is' })
  @IsId()
  recordId: Id;

  @ApiProperty({ format: 'uuid', description: 'whom it pays for' })
  @IsId()
  leaseId: Id;
}

export class LearnedPayerQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  leaseId?: Id;

  @ApiPropertyOptional({ enum: ['on', 'off'] })
  @IsOptional()
  @IsIn(['on', 'off'])
  state?: 'on' | 'off';
}

export class LearnedPayerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'the account’s last four digits' })
  accountLast4: string;

  @ApiProperty({ format: 'uuid' })
  leaseId: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ format: 'uuid', description: 'on which it was said' })
  recordId: string;

  @ApiProperty()
  learnedByName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  learnedAt: Date;

  @ApiProperty({ type: String, nullable: true })
  offByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  offAt: Date | null;
}
export class LearnedPayerPageDto extends pageDto(LearnedPayerDto) {}
