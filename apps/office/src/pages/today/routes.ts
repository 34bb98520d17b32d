import { page } from '../../root-route';

export const todayRoutes = [page('/', () => import('./today-page'), 'TodayPage')] as const;
