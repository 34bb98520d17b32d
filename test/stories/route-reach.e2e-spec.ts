import type { Role } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import { RouteRights, type Route } from '@cho40/identity';
import { addressOf, bodyOf, nowhere, objectOf } from '../support/route-calls';
import { mayCall } from '../support/route-table';
import { testApi, type Answer, type Person, type TestApi } from '../support/test-api';
import { threePlaces, type Place, type ThreePlaces } from '../support/three-places';

type Kind = 'system' | 'unit' | 'board' | 'market';
const OUTSIDE = /^\/($|sign-in|bang-gia|kiem-tra|health|metrics|api\/)/;
/** The country's reference tables belong to everybody. */
const EVERYBODYS = /^\/(admin-units|decisions|fee-types|move-in\/template)/;
/** A board's own things, which its markets share: one account, one safe, one set of vendors. */
const BOARDS =
  /^\w+ \/(boards|vendors|receiving-accounts|bank-records|bank-questions|reconciliation-rules|feeds|deliveries|statements|wallets|settlements|settlement-batches|hand-ins|deposits|safe-counts|cash|cash-refunds|cash-differences|ledger|markets$)/;

/** A drawing or a paper is the same for everybody, and slow. */
const DRAWN = /(\.png|\.svg|\/paper|\/print|\/pdf)$/;
/** For those to whom a whole board is given; the people of this story have one market each. */
const WHOLE_BOARDS =
  /^\/(move-in\/files|journals|journal-accounts|boards\/:id\/(periods|cash-book)|safe-slips|cash\/custody|cash-refunds|deposits\/:id\/candidates)/;

describe('every route, called as every role', () => {
  let api: TestApi;
  let places: ThreePlaces;
  let routes: Route[];
  const people = new Map<Role, Person>();

  const scopeOf: Record<Role, (at: Place) => { kind: Kind; id: string }> = {
    systemAdmin: () => ({ kind: 'system', id: 'system' }),
    boardHead: ({ marketId }) => ({ kind: 'market', id: marketId }),
    boardStaff: ({ marketId }) => ({ kind: 'market', id: marketId }),
    accountant: ({ marketId }) => ({ kind: 'market', id: marketId }),
    cashier: ({ marketId }) => ({ kind: 'market', id: marketId }),
    collector: ({ marketId }) => ({ kind: 'market', id: marketId }),
    communeOfficial: ({ communeId }) => ({ kind: 'unit', id: communeId }),
    departmentViewer: () => ({ kind: 'unit', id: 'D026' }),
    auditor: ({ boardId }) => ({ kind: 'board', id: boardId }),
  };

  beforeAll(async () => {
    api = await testApi();
    places = await threePlaces(api);
    routes = api
      .get(RouteRights)
      .routes()
      .filter(({ path }) => !path.startsWith('/session'));
    for (const role of Object.keys(scopeOf) as Role[])
      people.set(role, await api.person(role, scopeOf[role](places.own)));
  });
  afterAll(() => api.close());

  const urlOf = (route: Route, at: Place) =>
    `${OUTSIDE.test(route.path) ? '' : '/api/v1'}${addressOf(route, at)}`;
  const call = (who: Person, route: Route, at: Place, body = bodyOf(route, at)) =>
    who.ask(route.method as 'GET', urlOf(route, at), {
      body,
      headers: { 'idempotency-key': newId() },
    });
  const codeOf = (answer: Answer): string =>
    String(answer.headers['content-type']).includes('problem')
      ? answer.json<{ code: string }>().code
      : '';
  /** What an answer tells when the ids that the caller sent anyway are left out. */
  const told = (answer: Answer) =>
    `${answer.status} ${answer.text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}`;
  const nothing = new Map<string, string>();
  /** What is told of rows that do not exist; asked once for each route and role. */
  const toldOfNothing = async (route: Route, role: Role) => {
    const key = `${nameOf(route)} ${role}`;
    const known = nothing.get(key) ?? told(await call(personOf(role), route, nowhere()));
    nothing.set(key, known);
    return known;
  };
  const differences = async (asked: Route[], roles: (route: Route) => Role[], at: Place) => {
    const different: string[] = [];
    for (const route of asked)
      for (const role of roles(route)) {
        const theirs = told(await call(personOf(role), route, at));
        const none = await toldOfNothing(route, role);
        if (theirs !== none) different.push(`${nameOf(route)} as ${role}: ${theirs} / ${none}`);
      }
    return different;
  };
  const personOf = (role: Role): Person => people.get(role) ?? api.nobody;
  const nameOf = ({ method, path }: Route) => `${method} ${path}`;
  const scoped = () =>
    routes.filter(({ access, path }) => access?.kind === 'can' && !EVERYBODYS.test(path));
  const rolesOf = (route: Route) =>
    ([...people.keys()] as Role[]).filter((role) => role !== 'systemAdmin' && mayCall(role, route));

  it('lets through whoever holds its right, and nobody else', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ access }) => access?.kind === 'can')) {
      const stranger = await call(api.nobody, route, nowhere(), {});
      if (codeOf(stranger) !== 'platform.signInFirst') wrong.push(`${nameOf(route)}: nobody`);
      for (const [role, person] of people) {
        const isRefused =
          codeOf(await call(person, route, nowhere(), {})) === 'platform.notAllowed';
        if (isRefused === mayCall(role, route)) wrong.push(`${nameOf(route)}: ${role}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('knows which row each of its ids names', () => {
    // A dead job is the system's.
    const known = /^\/jobs/;
    const unknown = scoped().filter(
      ({ path }) => path.includes('/:id') && !objectOf(path) && !known.test(path),
    );
    expect(unknown.map(nameOf)).toEqual([]);
  });

  it('answers for another district’s rows exactly as for rows that do not exist', async () => {
    expect(await differences(scoped(), rolesOf, places.other)).toEqual([]);
  });

  it('answers for a sister market’s rows as for none, to whom one market is given', async () => {
    const ofMarkets = scoped().filter((each) => !BOARDS.test(nameOf(each)));
    const ofOneMarket = (route: Route) =>
      rolesOf(route).filter((role) => role !== 'auditor' && role !== 'departmentViewer');
    expect(await differences(ofMarkets, ofOneMarket, places.sister)).toEqual([]);
  });

  it('answers whoever holds its right about their own market, and tells of no other district', async () => {
    const [refused, leaks]: [string[], string[]] = [[], []];
    const foreign = Object.values(places.other).filter((id) => id.includes('-'));
    const asked = scoped().filter(
      ({ method, path }) => method === 'GET' && !WHOLE_BOARDS.test(path),
    );
    for (const route of asked)
      for (const role of rolesOf(route).slice(0, DRAWN.test(route.path) ? 1 : undefined)) {
        const answer = await call(personOf(role), route, places.own);
        if (answer.status >= 400) refused.push(`${nameOf(route)} as ${role}: ${told(answer)}`);
        if ([...foreign, 'OTHER'].some((word) => answer.text.includes(word)))
          leaks.push(`${nameOf(route)} as ${role}`);
      }
    expect(refused).toEqual([]);
    expect(leaks).toEqual([]);
  });
});
