-- Addresses of people who were forgotten, each under the cover of members: what they withdrew goes with
-- them, that they get no mail stays. Only they themselves end it, by the link in a mail to that address.
create table consent.silenced (
    community_id integer not null,
    cover text not null,
    at timestamptz not null,
    primary key (community_id, cover)
);
call folkmoot.keep_apart('consent.silenced');
