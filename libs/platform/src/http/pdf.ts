import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const TYPE = 'application/pdf';

/** A route that answers a PDF, shown in the browser: `@AsPdf()`, and `pdfFile` for the answer. */
export const AsPdf = (): MethodDecorator =>
  applyDecorators(
    Header('Cache-Control', 'no-store'),
    ApiProduces(TYPE),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

/** `name` is the file's without ending: letters, digits and hyphens. */
export function pdfFile(bytes: Buffer, name: string): StreamableFile {
  return new StreamableFile(bytes, { type: TYPE, disposition: `inline; filename="${name}.pdf"` });
}
