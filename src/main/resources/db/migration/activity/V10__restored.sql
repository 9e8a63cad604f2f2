-- What was deleted may be brought back: the later of the two marks holds.
alter table activity.mark drop constraint mark_what_check;
alter table activity.mark add constraint mark_what_check
    check (what in ('deleted', 'restored', 'accepted', 'pinned', 'edited'));

-- When a place was called so; null where nobody knows. A later word goes before an earlier one.
alter table activity.place add column as_of timestamptz;

-- Of two words for one thing the later; of equally late ones, or such that nobody knows the time of, the greater.
create function activity.later(one text, one_at timestamptz, other text, other_at timestamptz) returns text
    language sql immutable parallel safe
    return case
        when one is null or other is null then coalesce(one, other)
        when coalesce(one_at, '-infinity') > coalesce(other_at, '-infinity') then one
        when coalesce(one_at, '-infinity') < coalesce(other_at, '-infinity') then other
        else greatest(one, other) end;
