import { page } from '../../root-route';

export const cardRoutes = [page('/cards', () => import('./cards-page'), 'CardsPage')] as const;
