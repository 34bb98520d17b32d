import { page } from '../../root-route';

export const meterRoutes = [
  page('/meters', () => import('./meters-page'), 'MetersPage'),
  page('/meter-sheet', () => import('./meter-sheet-page'), 'MeterSheetPage'),
  page('/meter-corrections', () => import('./meter-corrections-page'), 'MeterCorrectionsPage'),
] as const;
