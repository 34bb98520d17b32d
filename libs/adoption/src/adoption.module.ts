import { Module } from '@nestjs/common';
import { ShareReport } from './share-report.service';

@Module({ providers: [ShareReport], exports: [ShareReport] })
export class AdoptionModule {}
