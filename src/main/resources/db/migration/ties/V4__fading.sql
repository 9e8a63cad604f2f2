-- After how many days a tie weighs half. No row: after 180. Ties are stored as of the first day of 2000, so the
-- half-life must stay above 56 days for a number of that size to be held.
create table ties.fading (
    community_id integer primary key,
    half_life smallint not null check (half_life between 60 and 3650)
);
call folkmoot.keep_apart('ties.fading');

create function ties.half_life() returns integer
    language sql stable parallel safe
    return coalesce((select f.half_life from ties.fading f where f.community_id = folkmoot.community()), 180);

-- What a weight of that day is multiplied by, to be compared with all others.
create function ties.scale(day date, half_life integer) returns double precision
    language sql immutable parallel safe
    return power(2.0::double precision, (least(greatest(day, date '1900-01-01'), date '2150-01-01') - date '2000-01-01') / half_life::double precision);
create or replace function ties.scale(day date) returns double precision
    language sql stable parallel safe
    return ties.scale(day, ties.half_life());
