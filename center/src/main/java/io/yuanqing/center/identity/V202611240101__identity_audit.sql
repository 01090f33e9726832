-- One row per act of a person (or of the server on its own). Each holds the hash of the one before, so that a row that
-- is changed, removed or slipped in later breaks the chain.
create table audit_entry (
    id            bigint primary key,
    at            timestamptz not null,
    actor         text        not null,
    address       text        not null,
    act           text        not null,
    subject       text        not null,
    before        text,
    after         text,
    previous_hash bytea       not null,
    hash          bytea       not null
);
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_subject on audit_entry (subject, id);
comment on column audit_entry.before is 'JSON, as text: its bytes are part of the hash';

-- The end of the chain; locked while an entry is written, so entries are numbered in commit order without gaps.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    last_id  bigint not null,
    last_hash bytea not null
);
insert into audit_head (last_id, last_hash) values (0, '\x');

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is never edited';
end $$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();

insert into permission (name, description) values
    ('audit.read', 'Read and verify the audit trail');
insert into role_permission (role, permission) values ('ADMINISTRATOR', 'audit.read');
