import { type CheckedReceipt, ReceiptChecks } from '@cho40/cash';
import { Database, LimitedTo, Public, systemActor } from '@cho40/platform';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './pages/locale';
import { receiptCheckPage } from './pages/receipt-check.page';

class ReceiptCheckQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  ma?: string;

  @IsOptional()
  @IsIn(['vi', 'en'])
  lang?: 'vi' | 'en';
}

/** The page behind the code on every receipt: whether it stands, for whoever holds the paper. */
@ApiExcludeController()
@Controller('kiem-tra')
export class ReceiptCheckController {
  constructor(
    private readonly db: Database,
    private readonly checks: ReceiptChecks,
  ) {}

  /** Where a code is typed; the form asks here again, with the code as `ma`. */
  @Get()
  @Public()
  @LimitedTo(60)
  ask(
    @Req() request: FastifyRequest,
    @Query() query: ReceiptCheckQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(request, reply, query);
  }

  @Get(':code')
  @Public()
  @LimitedTo(60)
  check(
    @Req() request: FastifyRequest,
    @Param('code') ma: string,
    @Query() { lang }: ReceiptCheckQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(request, reply, { ma, lang });
  }

  // A code that is wrong, one that nobody has and one of nowhere are told apart by nothing.
  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { ma: code, lang }: ReceiptCheckQueryDto,
  ): Promise<void> {
    const receipt = code ? await this.find(code) : null;
    const locale = localeOf(request, lang);
    void reply
      .status(code && !receipt ? 404 : 200)
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(receiptCheckPage({ locale, code, receipt }));
  }

  private async find(code: string): Promise<CheckedReceipt | null> {
    const board = await this.db.read(systemActor([]), (tx) => this.checks.boardOf(tx, code));
    if (!board) return null;
    return this.db.read(systemActor([board]), (tx) => this.checks.of(tx, code));
  }
}
