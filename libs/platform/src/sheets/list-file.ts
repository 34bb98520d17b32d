import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type PipeTransform,
  SetMetadata,
  StreamableFile,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Reflector } from '@nestjs/core';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { platformError } from '../errors';
import { PageQueryDto } from '../http/page.dto';
import { type AnyColumns, listCells, listColumns, type ListColumns } from './list-columns';
import { streamCsv, streamXlsx } from './write-sheets';

/** The most rows of a list that one file holds. */
export const LIST_FILE_LIMIT = 100_000;
const FORMATS = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof FORMATS)[number];
const TYPES: Readonly<Record<ListFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The field `format` of a query that is no page's. */
export const IsListFormat = () =>
  applyDecorators(
    ApiPropertyOptional({ enum: FORMATS, description: 'the whole list as a file, not as JSON' }),
    IsOptional(),
    IsIn(FORMATS),
  );

/** The query of a list that is handed out as a file too: the same filters, all of its pages. */
export class ListQueryDto extends PageQueryDto {
  @IsListFormat()
  format?: ListFormat;
}

interface ListFileOptions {
  /** The file's name and its sheet's: `Hợp đồng`. */
  readonly name: string;
  readonly columns: AnyColumns;
}

const OPTIONS = 'cho40:list-file';

/**
 * `GET /vendors?format=xlsx|csv` answers the whole list as a file, with the columns named here:
 * `@ListFile<VendorDto>('Tiểu thương', { name: 'Họ tên', stallCount: { title: …, kind: 'number' } })`.
 * The route's query extends ListQueryDto, or says `@IsListFormat() format?: ListFormat`; its answer
 * is an array, or has its rows as `items` or `rows`.
 */
export function ListFile<Row extends object>(name: string, columns: ListColumns<Row>) {
  const options: ListFileOptions = { name, columns: { ...columns } };
  return applyDecorators(
    SetMetadata(OPTIONS, options),
    UsePipes(WholeListPipe),
    UseInterceptors(ListFileInterceptor),
  );
}

/** A file has one page, of as many rows as a file may have and one more, which is one too many. */
@Injectable()
class WholeListPipe implements PipeTransform {
  transform(query: unknown): unknown {
    if (!(query instanceof ListQueryDto) || !query.format) return query;
    return Object.assign(query, { limit: LIST_FILE_LIMIT + 1, cursor: undefined });
  }
}

@Injectable()
class ListFileInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const format = formatOf(query);
    if (!format) return next.handle();
    const options = this.reflector.get<ListFileOptions>(OPTIONS, context.getHandler());
    return next.handle().pipe(map((list) => fileOf(list, format, options)));
  }
}

function formatOf(query: unknown): ListFormat | undefined {
  const asked = typeof query === 'object' && query && 'format' in query ? query.format : undefined;
  return FORMATS.find((format) => format === asked);
}

type Listed = object[] | { items: object[] } | { rows: object[] };

function rowsOf(list: Listed): object[] {
  if (Array.isArray(list)) return list;
  return 'items' in list ? list.items : list.rows;
}

function fileOf(
  list: Listed,
  format: ListFormat,
  { name, columns }: ListFileOptions,
): StreamableFile {
  const items = rowsOf(list);
  if (items.length > LIST_FILE_LIMIT)
    throw platformError('listTooLong', { limit: LIST_FILE_LIMIT });
  const sheet = { name, columns: listColumns(columns), rows: listCells(columns, items) };
  return new StreamableFile(format === 'xlsx' ? streamXlsx(sheet) : streamCsv(sheet), {
    type: TYPES[format],
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  });
}
