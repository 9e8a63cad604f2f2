-- What an act needs beside its words, such as how long a time-out lasts.
alter table sources.outgoing add column more jsonb not null default '{}';
-- Until when a platform calls us as we asked it to; null where we asked nothing.
alter table sources.source add column arranged_until timestamptz;
alter table sources.source add column arranged_problem text;
