-- How often what is known of a local day was changed: higher in the transaction of every such change,
-- so whoever worked a day out can tell whether it still holds. The row of '-infinity' is added to all days.
create table activity.day (
    community_id integer not null,
    day date not null,
    version bigint not null default 1,
    primary key (community_id, day)
) with (fillfactor = 50);
call folkmoot.keep_apart('activity.day');

create view activity.report_day with (security_invoker = true) as
    select community_id, day, version from activity.day;
