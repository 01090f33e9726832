-- A logger's key while it is being changed (HJ 212-2025 clause 6.4.3). A retired key opens what came in its time, and
-- nothing that arrives.
alter table logger_key
    add column standing text not null default 'VALID'
        check (standing in ('OFFERED', 'TAKEN', 'VALID', 'RETIRED')),
    add column retired_at timestamptz,
    add check ((standing = 'RETIRED') = (retired_at is not null));
comment on column logger_key.standing is
    'OFFERED: sent to the logger; TAKEN: it said so (9012), no frame under it has come; VALID: in use, or entered by hand';
-- The few that are under way; asked for when the server starts.
create index logger_key_open on logger_key (mn) where standing in ('OFFERED', 'TAKEN');
