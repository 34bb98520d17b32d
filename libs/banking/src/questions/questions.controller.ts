import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, pageOf } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  candidateRecords,
  listQuestions,
  type CandidateRecord,
  type ListedQuestion,
  type QuestionKind,
} from './question.queries';
import { AnswerDto, QuestionDto, QuestionPageDto, QuestionQueryDto } from './questions.dto';
import { Questions } from './questions.service';

@ApiTags('banking')
@Controller('bank-questions')
export class QuestionsController {
  constructor(
    private readonly db: Database,
    private readonly questions: Questions,
  ) {}

  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: QuestionPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: QuestionQueryDto): Promise<QuestionPageDto> {
    const isShown = actor.permissions.has('banking.personal');
    return this.db.read(actor, async (tx) => {
      const { rows, total } = await listQuestions(tx, query, query.state === 'answered');
      const records = await candidateRecords(
        tx,
        rows.flatMap(({ candidates }) => candidates),
      );
      return pageOf(
        rows.map((row) => questionDto(row, records, isShown)),
        query,
        total,
      );
    });
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Can('banking.write')
  @ApiNoContentResponse()
  answer(
    @CurrentActor() actor: Actor,
    @IdParam() questionId: Id,
    @Body() { answer }: AnswerDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.questions.answer(tx, { questionId, answer }));
  }
}

const WORDS: Readonly<Record<QuestionKind, readonly string[]>> = {
  'two-fit': ['new'],
  conflict: ['keep', 'new'],
  'unknown-account': ['again', 'ignore'],
};

function questionDto(
  { row, candidates, ...question }: ListedQuestion,
  records: readonly CandidateRecord[],
  isShown: boolean,
): QuestionDto {
  const choices = question.kind === 'two-fit' ? candidates : [];
  return {
    ...question,
    direction: row.direction,
    amount: row.amount,
    content: isShown ? row.content : null,
    candidates: records
      .filter(({ recordId }) => candidates.includes(recordId))
      .map((record) => ({ ...record, content: isShown ? record.content : null })),
    answers: question.answeredAt ? [] : [...choices, ...WORDS[question.kind]],
  };
}
