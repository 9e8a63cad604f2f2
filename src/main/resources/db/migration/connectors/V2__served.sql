-- When the server took the import up: then it goes on with it after a restart, wherever the file lies.
-- Null while only the command line worked on it.
alter table connectors.import add column served_at timestamptz;
