import { invariant, type Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CERTIFICATE_KIND_WORDS, CERTIFICATE_STATE_WORDS } from '../domain/words';
import {
  CertificateChangeDto,
  CertificateDto,
  CertificatePageDto,
  CertificateQueryDto,
  NewCertificateDto,
} from './certificate.dto';
import { Certificates } from './certificates.service';

@ApiTags('tenancy')
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly db: Database,
    private readonly certificates: Certificates,
  ) {}

  /** What expires first stands first. */
  @Get()
  @Can('tenancy.read')
  @ListFile<CertificateDto>('Giấy chứng nhận', {
    vendorName: { title: 'Tiểu thương', width: 32 },
    kind: { title: 'Loại giấy', of: (kind) => CERTIFICATE_KIND_WORDS[kind] },
    title: 'Tên giấy',
    number: 'Số',
    issuer: { title: 'Nơi cấp', width: 32 },
    issuedOn: { title: 'Ngày cấp', kind: 'day' },
    expiresOn: { title: 'Hết hạn', kind: 'day' },
    state: { title: 'Tình trạng', of: (state) => CERTIFICATE_STATE_WORDS[state] },
  })
  @ApiOkResponse({ type: CertificatePageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: CertificateQueryDto,
  ): Promise<CertificatePageDto> {
    return this.db.read(actor, (tx) => this.certificates.list(tx, query));
  }

  @Post()
  @Can('tenancy.write')
  @ApiCreatedResponse({ type: CertificateDto })
  enter(@CurrentActor() actor: Actor, @Body() body: NewCertificateDto): Promise<CertificateDto> {
    return this.db.write(actor, async (tx) => {
      const [id] = await this.certificates.enter(tx, [body]);
      invariant(id !== undefined, 'one certificate has one id');
      return this.certificates.get(tx, id);
    });
  }

  @Patch(':id')
  @Can('tenancy.write')
  @ApiOkResponse({ type: CertificateDto })
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: CertificateChangeDto,
  ): Promise<CertificateDto> {
    return this.db.write(actor, (tx) => this.certificates.change(tx, id, body));
  }
}
