import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class TakePrefixDto {
  @ApiProperty({ example: 'SKX', description: '2 to 5 letters, rare in Vietnamese text' })
  @Matches(/^[A-Z]{2,5}$/)
  prefix: string;
}

export class CodePrefixDto {
  @ApiProperty({ type: String, nullable: true, description: 'null: the market took none yet' })
  prefix: string | null;
}
