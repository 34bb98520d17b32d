import { Can } from '@cho40/platform';
import { BANKS } from '@cho40/vietqr';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BankDto } from './receiving-accounts.dto';

const banks: readonly BankDto[] = [...BANKS]
  .map(([bin, { shortName, name }]) => ({ bin, shortName, name }))
  .sort((one, other) => one.shortName.localeCompare(other.shortName, 'vi'));

@ApiTags('banking')
@Controller('banks')
export class BanksController {
  /** Every bank a receiving account may be at. */
  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: [BankDto] })
  list(): readonly BankDto[] {
    return banks;
  }
}
