import { page } from '../../root-route';

export const reliefRoutes = [
  page('/reliefs', () => import('./reliefs-page'), 'ReliefsPage'),
  page('/reliefs/$id', () => import('./relief-page'), 'ReliefPage'),
] as const;
