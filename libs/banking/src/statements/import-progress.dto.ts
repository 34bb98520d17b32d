import { ApiProperty } from '@nestjs/swagger';

/** An import of a large file that is under way, or that stopped with nothing written. */
export class ImportProgressDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  accountNumber: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ type: 'integer' })
  rowCount: number;

  @ApiProperty({ type: 'integer', description: 'rows written, which count when all of them are' })
  doneCount: number;

  @ApiProperty({
    enum: ['running', 'stopped'],
    enumName: 'ImportState',
    description: 'stopped: refused, or its program was killed; nothing of the file was written',
  })
  state: 'running' | 'stopped';

  @ApiProperty()
  startedByName: string;

  @ApiProperty({ format: 'date-time' })
  startedAt: Date;
}
