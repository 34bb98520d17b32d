import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor, type UploadedMultipartFile } from '@nestjs/platform-fastify/multipart';
import { ApiConsumes } from '@nestjs/swagger';
import { platformError } from '../errors';
import { SHEET_FILE_LIMIT } from './read-sheets';

/** What `@UploadedFile()` of such a route is; undefined where nothing was sent. */
export type TakenFile = UploadedMultipartFile;

/** The route takes one file in the form's field `file`, of up to SHEET_FILE_LIMIT bytes. */
export const TakesFile = () =>
  applyDecorators(
    UseInterceptors(
      FileInterceptor('file', { limits: { fileSize: SHEET_FILE_LIMIT, fields: 10 } }),
    ),
    ApiConsumes('multipart/form-data'),
  );

/** @throws fileMissing */
export function fileOf(file: TakenFile | undefined): { name: string; bytes: Buffer } {
  if (!file?.buffer) throw platformError('fileMissing');
  return { name: file.originalname, bytes: file.buffer };
}
