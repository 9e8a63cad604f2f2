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
