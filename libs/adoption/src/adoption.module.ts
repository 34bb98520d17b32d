import { Module } from '@nestjs/common';
import { ShareReport } from './share-report.service';
import { ShareController } from './share.controller';

@Module({ controllers: [ShareController], providers: [ShareReport], exports: [ShareReport] })
export class AdoptionModule {}
