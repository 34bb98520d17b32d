import type { Id } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { STALL_STATES, type StallState } from '../domain/stall';

const WHYS = ['noSuchStall', 'stallTwice'] as const;

export class MapStallDto {
  @ApiProperty({ format: 'uuid' })
  stallId: Id;

  @ApiProperty()
  code: string;

  @ApiProperty({ format: 'uuid' })
  zoneId: Id;

  @ApiProperty()
  zoneName: string;

  @ApiProperty({ enum: STALL_STATES })
  state: StallState;

  @ApiProperty()
  areaM2: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null: on no place of the map yet' })
  row: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  column: number | null;
}

/** Every stall of a market that stands, with its place: a market's stalls come whole. */
export class StallMapDto {
  @ApiProperty({ type: 'integer' })
  rows: number;

  @ApiProperty({ type: 'integer' })
  columns: number;

  @ApiProperty({ type: [MapStallDto] })
  stalls: MapStallDto[];
}

export class MapFaultDto {
  @ApiProperty({ example: 'C7', description: 'as the spreadsheet program shows it' })
  address: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ enum: WHYS })
  why: (typeof WHYS)[number];
}

export class PlacedStallDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ type: 'integer' })
  row: number;

  @ApiProperty({ type: 'integer' })
  column: number;
}

/** What a grid would make of the map. */
export class MapPreviewDto {
  @ApiProperty({ type: 'integer' })
  rows: number;

  @ApiProperty({ type: 'integer' })
  columns: number;

  @ApiProperty({ type: [PlacedStallDto] })
  places: PlacedStallDto[];

  @ApiProperty({ type: [MapFaultDto] })
  faults: MapFaultDto[];

  @ApiProperty({ type: [String], description: 'stalls that the grid does not show' })
  missing: string[];
}
