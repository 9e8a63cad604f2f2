-- The calls of a connection are found in the order in which they are due, however many wait.
drop index sources.call_waiting;
create index call_waiting on sources.call (community_id, source_id, next_at, id) where state = 'waiting';

create or replace function sources.with_calls(now timestamptz) returns setof integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct s.community_id from sources.source s
        where s.state <> 'paused' and exists (
            select from sources.call c
            where c.community_id = s.community_id and c.source_id = s.id and c.state = 'waiting' and c.next_at <= now);
    end;
