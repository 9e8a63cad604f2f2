-- Which communities have something due. Asked once for all of them, so that a house with many communities in which
-- nothing happens is a quiet one; what is due is then asked within each. They tell numbers of communities, nothing else.
create function sources.with_pulls(now timestamptz) returns setof integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct s.community_id from sources.source s where s.state = 'on' and s.next_at <= now;
    end;

create function sources.with_streams(platforms text[]) returns setof integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct s.community_id from sources.source s where s.state = 'on' and s.platform = any (platforms);
    end;

create function sources.with_calls(now timestamptz) returns setof integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct c.community_id from sources.call c where c.state = 'waiting' and c.next_at <= now;
    end;

create function sources.with_acts(now timestamptz) returns setof integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct o.community_id from sources.outgoing o
        where o.state in ('held', 'sending', 'unconfirmed') and o.go_at <= now;
    end;

create function sources.with_subscribers() returns setof integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct s.community_id from sources.subscriber s where s.state = 'on';
    end;
