-- Nothing of its own yet: the first numbers are computed from the rollups of members and activity.
select 1;
