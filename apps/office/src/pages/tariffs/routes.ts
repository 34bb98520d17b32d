import { page } from '../../root-route';

export const tariffRoutes = [
  page('/tariffs', () => import('./tariffs-page'), 'TariffsPage'),
] as const;
