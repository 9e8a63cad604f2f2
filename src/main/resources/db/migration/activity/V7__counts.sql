-- Counts of a kind within days are read from the index alone.
drop index activity.activity_of_kind;
create index activity_of_kind on activity.activity (community_id, kind, at, id) include (identity_id, counted);
