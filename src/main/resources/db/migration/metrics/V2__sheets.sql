-- Day sheets: what the numbers need of one local day, packed. Made anew by whoever reads when the
-- ledger's version of that day or the rules it was made by are others than those written here.
create table metrics.sheet (
    community_id integer not null,
    part text not null,
    day date not null,
    version bigint not null,
    rules text not null,
    body bytea not null,
    primary key (community_id, part, day)
);
alter table metrics.sheet alter column body set storage external;
call folkmoot.keep_apart('metrics.sheet');
