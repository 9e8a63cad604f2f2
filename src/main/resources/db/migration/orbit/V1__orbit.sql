call folkmoot.furnish('orbit');

-- What each account did on one local day, packed: kinds and how often. Made anew when the ledger's version of
-- that day, or the clock and the kinds it was made by, are others than those written here. It knows no weights,
-- members or roles, so other weights and a merge make no sheet old.
create table orbit.sheet (
    community_id integer not null,
    day date not null,
    version bigint not null,
    rules text not null,
    body bytea not null,
    primary key (community_id, day)
);
alter table orbit.sheet alter column body set storage external;
call folkmoot.keep_apart('orbit.sheet');
