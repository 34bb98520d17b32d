import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, SYSTEM_BOARD, type Reading } from '@cho40/platform';
import type { UserDto, UserQueryDto } from './user.dto';

// A person is seen by whoever manages a board or market where they hold a role, now or once; the
// system's administrators see everybody.
const USERS = `
  select u.id, u.username, u.display_name as "displayName", u.disabled_at as "disabledAt",
         count(*) over () as total,
         coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role,
             'scopeKind', g.scope_kind, 'scopeId', g.scope_id,
             'scopeName', case g.scope_kind
               when 'board' then (select b.name from markets.v_board b
                                   where b.board_id::text = g.scope_id)
               when 'market' then (select m.name from markets.v_market m
                                    where m.market_id::text = g.scope_id)
               when 'unit' then (select a.name from markets.v_admin_unit a
                                  where a.unit_id = g.scope_id) end,
             'validFrom', g.valid_from, 'validTo', g.valid_to, 'endedAt', g.ended_at) order by g.valid_from, g.id)
           from identity.role_grant g where g.user_id = u.id), '[]') as grants
    from identity.app_user u
   where ($1 or exists (
           select from identity.role_grant g
            where g.user_id = u.id
              and identity.board_of_scope(g.scope_kind, g.scope_id) = any ($2::text[])
              and ($3::text[] is null or g.scope_id = any ($3))))
     and ($4::uuid is null or u.id = $4)
     and ($5::text is null
          or strpos(lower(unaccent(u.display_name || ' ' || u.username)), lower(unaccent($5))) > 0)
   order by case when $6 = 'username' then u.username end,
            u.display_name collate "vi-x-icu", u.id
   limit $7 offset $8`;

type Wanted = Partial<Pick<UserQueryDto, 'q' | 'sort' | 'cursor'>> & { id?: Id; limit: number };

/** The people whom the actor's right to manage reaches. */
export function usersOf(tx: Reading, wanted: Wanted): Promise<(UserDto & { total: number })[]> {
  const { actor } = tx;
  return tx.sql(USERS, [
    actor.boards.includes(SYSTEM_BOARD),
    actor.boards,
    marketScope(actor),
    wanted.id ?? null,
    wanted.q?.trim() || null,
    wanted.sort ?? 'displayName',
    wanted.limit,
    offsetOf(wanted),
  ]);
}

/** Whether every role that a person holds from a day on lies within the actor's reach. */
export async function areAllGrantsWithin(
  tx: Reading,
  userId: Id,
  from: BusinessDate,
): Promise<boolean> {
  const { actor } = tx;
  if (actor.boards.includes(SYSTEM_BOARD)) return true;
  const outside = await tx.sql(
    `select 1 from identity.role_grant g
      where g.user_id = $1 and g.ended_at is null and (g.valid_to is null or g.valid_to >= $4)
        and not (coalesce(identity.board_of_scope(g.scope_kind, g.scope_id), '') = any ($2::text[])
                 and ($3::text[] is null or g.scope_id = any ($3)))`,
    [userId, actor.boards, marketScope(actor), from],
  );
  return outside.length === 0;
}
