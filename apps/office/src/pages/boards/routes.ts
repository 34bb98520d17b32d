import { page } from '../../root-route';

export const boardRoutes = [page('/boards', () => import('./boards-page'), 'BoardsPage')] as const;
