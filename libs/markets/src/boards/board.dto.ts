import type { Id } from '@cho40/kernel';
import { IsId, IsLine, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export class BoardQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: ['name'] })
  @IsOptional()
  @IsIn(['name'])
  override sort?: string;
}

export class NewBoardDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'made by the caller, so a retry is the same',
  })
  @IsOptional()
  @IsId()
  id?: Id;

  @ApiProperty()
  @IsLine(2, 200)
  name: string;
}

export class BoardDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  marketCount: number;
}

export class BoardPageDto extends pageDto(BoardDto) {}
