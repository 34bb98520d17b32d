import { ApiProperty } from '@nestjs/swagger';

export class SuggestionWordDto {
  @ApiProperty({
    description: 'for: code, virtualAccount, learnedPayer, repairedCode, stallInText, …',
  })
  kind: string;

  @ApiProperty()
  words: string;
}

export class SuggestionDto {
  @ApiProperty({ format: 'uuid' })
  leaseId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'paid first' })
  billId: string | null;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: 'integer', description: 'đồng that the lease has open' })
  due: number;

  @ApiProperty({ type: 'integer' })
  score: number;

  @ApiProperty({ type: [SuggestionWordDto] })
  evidence: readonly SuggestionWordDto[];

  @ApiProperty({ type: [SuggestionWordDto] })
  against: readonly SuggestionWordDto[];

  @ApiProperty({ type: 'integer', description: 'how many others say as much for themselves' })
  tiedWith: number;
}
