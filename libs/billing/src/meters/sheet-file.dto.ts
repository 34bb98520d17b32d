import { ApiProperty } from '@nestjs/swagger';
import { TypedReadingDto } from './reading.dto';

/** A filled-in sheet as it was read; nothing of it is kept yet. */
export class FilledSheetDto {
  @ApiProperty({ type: [TypedReadingDto] })
  readings: TypedReadingDto[];

  @ApiProperty({
    type: [String],
    description: 'meters that stand in the file and not on the sheet',
  })
  unknownCodes: string[];
}
