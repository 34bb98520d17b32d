import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Can } from '@cho40/platform';
import { docsPage } from './pages/docs.page';

/** Gives the API's description; made when it is asked for the first time. */
export const OPEN_API = Symbol('open api');

@ApiExcludeController()
@Controller('api/docs')
export class DocsController {
  constructor(@Inject(OPEN_API) private readonly describe: () => OpenAPIObject) {}

  @Get()
  @Can('system.operate')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return docsPage(this.describe());
  }

  @Get('openapi.json')
  @Can('system.operate')
  document(): OpenAPIObject {
    return this.describe();
  }
}
