// identity owns the people who sign in, their roles and scopes, and their sessions.
// It promises that no request passes a route's permission or reaches further than a grant does.
// It never knows what a route does: the permission is all it reads of it.
export { identityEntities, IdentityModule } from './identity.module';
export { identityError } from './errors';
export { RouteRights, type Route } from './route-rights';
export { setSessionCookie } from './sessions/cookie';
export { returnAddress } from './domain/return-address';
export { SignIns, type SignInOutcome } from './sessions/sign-ins.service';
export { DemoSignIns, type DemoSignIn } from './users/demo-sign-ins.service';
export { Grants, type NewGrant } from './users/grants.service';
export { Users, type NewUser } from './users/users.service';
