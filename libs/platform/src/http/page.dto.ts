import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as ReadAs } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const CURSOR = /^o\d{1,9}$/;

/** What every list takes; a list's own filters stand in a class that extends this one. */
export class PageQueryDto {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @Matches(CURSOR)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @ReadAs(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: 'a column of the list, with a leading - downwards' })
  @IsOptional()
  @Matches(/^-?[A-Za-z]{1,40}$/)
  sort?: string;

  @ApiPropertyOptional({ description: 'searched in the columns that people read' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** The cursor of the next page; null on the last one. */
  next: string | null;
  /** How many the whole list has. */
  total: number;
}

/** How many rows a page skips, for `offset $n`; the list needs a total order (id last). */
export function offsetOf(query: Pick<PageQueryDto, 'cursor'>): number {
  return query.cursor ? Number(query.cursor.slice(1)) : 0;
}

export function pageOf<Item>(
  items: Item[],
  query: Pick<PageQueryDto, 'cursor'>,
  total: number,
): Page<Item> {
  const end = offsetOf(query) + items.length;
  return { items, next: items.length > 0 && end < total ? `o${end}` : null, total };
}

/** A page of rows that each carry the whole list's `count(*) over () as total`. */
export function pageOfRows<Row extends { total: number }>(
  rows: readonly Row[],
  query: Pick<PageQueryDto, 'cursor'>,
): Page<Omit<Row, 'total'>> {
  const items = rows.map((row) => {
    const { total: _total, ...item } = row;
    return item;
  });
  return pageOf(items, query, rows[0]?.total ?? 0);
}

/** The DTO of a page: `class StallPageDto extends pageDto(StallDto) {}`. */
export function pageDto<Item extends object>(item: Type<Item>): Type<Page<Item>> {
  class PageDto implements Page<Item> {
    @ApiProperty({ type: [item] })
    items: Item[];

    @ApiProperty({ type: String, nullable: true })
    next: string | null;

    @ApiProperty({ type: 'integer' })
    total: number;
  }
  return PageDto;
}
