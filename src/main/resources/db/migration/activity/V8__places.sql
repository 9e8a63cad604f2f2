-- Who was in a place is read from the index alone.
drop index activity.activity_in_place;
create index activity_in_place on activity.activity (community_id, place_id, at, id) include (identity_id, counted);
