-- How often a language model was asked on each day (UTC), and how much was sent and came back, in signs. No texts.
create table listening.model_use (
    community_id integer not null,
    day date not null,
    requests integer not null,
    sent bigint not null,
    got bigint not null,
    primary key (community_id, day)
);
call folkmoot.keep_apart('listening.model_use');
