-- What began a conversation, as a direction in which texts of like meaning point too; no words of it.
create sequence listening.meaning_seq;
create table listening.meaning (
    community_id integer not null,
    activity_id bigint not null,
    -- of which text
    digest bigint not null,
    -- rises with each that is written: who holds them in memory reads on from the last
    seq bigint not null default nextval('listening.meaning_seq'),
    -- null: in a language whose meanings are not known
    direction bytea,
    primary key (community_id, activity_id)
);
call folkmoot.keep_apart('listening.meaning');
create unique index meaning_order on listening.meaning (community_id, seq);

-- A fingerprint of the words, near for texts that are nearly the same; null for short ones.
alter table listening.judged add column gist bigint;
create index judged_gist on listening.judged (community_id, activity_id) include (gist) where gist is not null;

-- Whether it is a person's word that it asks or not.
create or replace view listening.report_judged with (security_invoker = true) as
    select j.community_id, j.activity_id, j.language,
           coalesce(c.mood, j.mood) as mood,
           case c.mood when 'positive' then 1000 when 'neutral' then 0 when 'negative' then -1000 else j.polarity end as polarity,
           case when c.mood is null then j.certainty else 1000 end as certainty,
           coalesce(c.asks, j.asks) as asks,
           c.by as corrected_by, c.at as corrected_at,
           c.asks is not null as asks_said
    from listening.judged j
    left join listening.correction c
        on c.community_id = j.community_id and c.activity_id = j.activity_id and c.digest = j.digest;
