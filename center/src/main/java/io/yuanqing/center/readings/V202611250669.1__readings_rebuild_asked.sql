-- Set by the command line, which speaks to the database alone: the reader finds it at its next step and begins anew.
alter table reader add column rebuild boolean not null default false;
