call folkmoot.furnish('listening');

-- What was read out of each post, by its number in the ledger; no words of it.
create table listening.judged (
    community_id integer not null,
    activity_id bigint not null,
    -- tells the text that was read from others
    digest bigint not null,
    -- which rules judged it
    rules integer not null,
    -- ISO 639-1; empty: nothing in it is a word
    language text not null,
    -- null: in a language whose tones are not known
    mood text check (mood in ('positive', 'neutral', 'negative')),
    -- in thousandths
    polarity smallint not null check (polarity between -1000 and 1000),
    certainty smallint not null check (certainty between 0 and 1000),
    asks boolean not null,
    primary key (community_id, activity_id)
);
call folkmoot.keep_apart('listening.judged');

-- What a person said of a post instead; counts as long as its text is the one they read.
create table listening.correction (
    community_id integer not null,
    activity_id bigint not null,
    digest bigint not null,
    -- null: as judged
    mood text check (mood in ('positive', 'neutral', 'negative')),
    asks boolean,
    by text not null,
    at timestamptz not null,
    primary key (community_id, activity_id),
    check (mood is not null or asks is not null)
);
call folkmoot.keep_apart('listening.correction');

-- Which state of a local day has been read, and by which rules.
create table listening.seen (
    community_id integer not null,
    day date not null,
    version bigint not null,
    rules integer not null,
    primary key (community_id, day)
);
call folkmoot.keep_apart('listening.seen');

-- How often what is known of a local day's posts was changed, as activity.day.
create table listening.day (
    community_id integer not null,
    day date not null,
    version bigint not null default 1,
    primary key (community_id, day)
) with (fillfactor = 50);
call folkmoot.keep_apart('listening.day');

-- Who reads holds this row.
create table listening.turn (
    community_id integer primary key
);
call folkmoot.keep_apart('listening.turn');

-- As people corrected it, where they did.
create view listening.report_judged with (security_invoker = true) as
    select j.community_id, j.activity_id, j.language,
           coalesce(c.mood, j.mood) as mood,
           case c.mood when 'positive' then 1000 when 'neutral' then 0 when 'negative' then -1000 else j.polarity end as polarity,
           case when c.mood is null then j.certainty else 1000 end as certainty,
           coalesce(c.asks, j.asks) as asks,
           c.by as corrected_by, c.at as corrected_at
    from listening.judged j
    left join listening.correction c
        on c.community_id = j.community_id and c.activity_id = j.activity_id and c.digest = j.digest;

create view listening.report_day with (security_invoker = true) as
    select community_id, day, version from listening.day;
