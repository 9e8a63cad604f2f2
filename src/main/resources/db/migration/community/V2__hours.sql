-- When a community's team is at work, by its own clock. No row of either: nobody has chosen yet, and the
-- usual hours hold.
create table community.business_hours (
    community_id integer not null,
    -- 1 is Monday
    weekday smallint not null check (weekday between 1 and 7),
    -- minutes since midnight
    opens smallint not null check (opens >= 0),
    closes smallint not null check (closes > opens and closes <= 1440),
    primary key (community_id, weekday)
);
call folkmoot.keep_apart('community.business_hours');

create table community.holiday (
    community_id integer not null,
    day date not null,
    name text not null default '' check (length(name) <= 100),
    primary key (community_id, day)
);
call folkmoot.keep_apart('community.holiday');
