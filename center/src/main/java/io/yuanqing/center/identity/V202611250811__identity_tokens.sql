-- Tokens of programs. Random enough that a plain digest protects them.
create table personal_token (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account,
    name         text        not null,
    hash         bytea       not null unique,
    permissions  text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    last_address text,
    revoked_at   timestamptz
);
create index personal_token_account on personal_token (account_id, id);
comment on column personal_token.permissions is 'of those that its account holds; none: it reads what its account sees';
