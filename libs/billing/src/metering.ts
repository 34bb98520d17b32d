// Meters, what they showed, and corrections of it.
import { meterInvariants } from './meters/invariants';
import { MeterCorrectionsController } from './meters/meter-corrections.controller';
import { MeterCorrections } from './meters/meter-corrections.service';
import { MeterPhotos } from './meters/meter-photos.service';
import { MeterReadings } from './meters/meter-readings.service';
import { MeterSheetsController } from './meters/meter-sheets.controller';
import { MeterSheets } from './meters/meter-sheets.service';
import { MetersController } from './meters/meters.controller';
import { Meters } from './meters/meters.service';

export const meteringControllers = [
  MetersController,
  MeterSheetsController,
  MeterCorrectionsController,
];
export const meteringProviders = [
  MeterCorrections,
  MeterPhotos,
  MeterReadings,
  MeterSheets,
  Meters,
];
export const meteringInvariants = meterInvariants;
