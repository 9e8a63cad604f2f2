-- What a statement changed is compared row by row with what was. Both are tables without an index, and the plan for
-- that is made once a session, by however few rows changed first: without this, many rows later would be compared
-- each with each.
alter function members.other_member() set enable_nestloop = off;
alter function members.other_account() set enable_nestloop = off;
